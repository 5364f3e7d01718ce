package no.vegvisar.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import no.vegvisar.assessment.RightsAssessment.Proposal;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team's proposal: what is asked depends on the outcome, and only what it needs is kept. */
@Service
@Transactional
class Preparation {

  private final RightsAssessments assessments;
  private final DeadlineGuide guide;
  private final NearHome nearHome;
  private final CaseLedger ledger;
  private final Clock clock;
  private final ObjectMapper json;

  Preparation(
      RightsAssessments assessments,
      DeadlineGuide guide,
      NearHome nearHome,
      CaseLedger ledger,
      Clock clock,
      ObjectMapper json) {
    this.assessments = assessments;
    this.guide = guide;
    this.nearHome = nearHome;
    this.ledger = ledger;
    this.clock = clock;
    this.json = json;
  }

  List<Refusal> prepare(Submission form) {
    Proposal proposal = proposal(form);
    List<Refusal> refusals =
        ProposalCheck.check(
            proposal,
            guide.wish(form.caseNo()),
            nearHome.of(form.caseNo()),
            guide.cap(form.caseNo()),
            clock.instant());
    if (!refusals.isEmpty()) {
      return refusals;
    }
    RightsAssessment assessment =
        assessments
            .findById(form.caseNo().value())
            .orElseGet(() -> assessments.save(RightsAssessment.begun(form.caseNo())));
    assessment.prepared(
        proposal,
        write(proposal.levels()),
        write(proposal.offers()),
        write(proposal.participants()),
        form.by(),
        form.at());
    ledger.append(form.caseNo(), AssessmentEvent.Prepared.of(proposal));
    return List.of();
  }

  private static Proposal proposal(Submission form) {
    String outcome = form.text("outcome");
    boolean granted = "granted".equals(outcome);
    List<String> levels =
        form.rows("levels").stream()
            .map(r -> r.path("level").asText())
            .filter(l -> !l.isBlank())
            .toList();
    return new Proposal(
        outcome,
        granted ? levels : List.of(),
        granted ? form.text("levelDiffers") : null,
        granted ? form.text("place") : form.text("toPlace"),
        granted ? form.text("placeDiffers") : null,
        granted ? form.chosen("offers") : List.of(),
        granted ? form.date("deadline").orElse(null) : null,
        granted ? form.text("deadlineReason") : null,
        granted ? form.instant("firstAppointment").orElse(null) : null,
        granted ? form.date("appointmentWeek").orElse(null) : null,
        granted ? form.text("meetingForm") : null,
        form.text("reason"),
        "adviceOnly".equals(outcome) ? form.text("advice") : form.text("elsewhere"),
        "refused".equals(outcome) && form.text("handOver") == null
            ? "notAsked"
            : form.text("handOver"),
        form.chosen("participants"));
  }

  private String write(List<String> list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list can be written as JSON", e);
    }
  }
}
