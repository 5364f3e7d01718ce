package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.assessment.DecisionCorrections;
import no.vegvisar.complaint.Complaint.State;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complaint is reviewed by another than those who decided, then told or sent on. */
@VegvisarTest
class OwnReviewOfComplaintTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired DecisionCorrections corrections;
  @Autowired ComplaintTrial trial;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S37")
  void whoever_signed_or_prepared_the_decision_does_not_review_it() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    var refused = journeys.attempt(caseNo, "review-complaint", "signer", trial.notUpheld(caseNo));

    assertThat(refused.refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.own-decision");
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.TO_REVIEW);
  }

  @Test
  @Requirement("S37")
  void whoever_put_the_letter_of_the_decision_right_does_not_review_it() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    actingAs.user("signer-2", () -> corrected(caseNo));

    var refused = journeys.attempt(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));

    assertThat(facts.types(caseNo)).contains("assessment.corrected/1");
    assertThat(refused.refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.own-decision");
  }

  @Test
  @Requirement("S37")
  void whoever_decides_after_the_complaint_came_does_not_review_it_either() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complaintConsidered(caseNo, "intake");
    journeys.signed(caseNo);

    var refused = journeys.attempt(caseNo, "review-complaint", "signer", trial.notUpheld(caseNo));

    assertThat(refused.refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.own-decision");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.TO_REVIEW);
  }

  private boolean corrected(CaseNo caseNo) {
    var standing = corrections.standing(caseNo).orElseThrow();
    var words = standing.words();
    return corrections
        .correct(
            caseNo,
            new DecisionCorrections.Correction(
                "Bruken er avgrensa no",
                words.elsewhere(),
                words.place(),
                words.placeDiffers(),
                words.firstAppointment(),
                "Det stod feil"),
            standing.version(),
            UUID.randomUUID())
        .isDone();
  }

  @Test
  void an_own_review_that_is_late_warns_and_decides_nothing() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    long before = facts.count(caseNo, "deadline.warned/1");

    harness.fireTimer(caseNo, "BoundaryEvent_ReviewLate");
    harness.runDueJobs(caseNo);

    assertThat(facts.count(caseNo, "deadline.warned/1")).isEqualTo(before + 1);
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    assertThat(trial.clock("R63", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("S37")
  void what_is_not_upheld_goes_to_the_county_governor_with_the_documents_and_waits() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));

    assertThat(trial.about(caseNo, "complaint-to-county-governor")).hasSize(1);
    assertThat(trial.about(caseNo, "complaint-to-county-governor").get(0).to()).isEqualTo(To.OTHER);
    assertThat(trial.about(caseNo, "complaint-forwarded")).hasSize(1);
    assertThat(facts.words(caseNo, "complaint.forwarded/1")).containsExactly("2");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.FORWARDED);
    assertThat(journeys.task(caseNo, "record-complaint-result").role()).isEqualTo("intake");
    harness.settle(caseNo);
    assertThat(trial.about(caseNo, "complaint-to-county-governor").get(0).state())
        .isEqualTo(Letters.State.SENT);

    harness.fireTimer(caseNo, "BoundaryEvent_NoResultSoon");
    harness.runDueJobs(caseNo);
    harness.fireTimer(caseNo, "BoundaryEvent_NoResultYet");
    harness.runDueJobs(caseNo);
    assertThat(facts.words(caseNo, "deadline.warned/1")).hasSize(2);
    assertThat(journeys.openForms(caseNo)).containsExactly("record-complaint-result");

    journeys.complete(
        caseNo,
        "record-complaint-result",
        "intake",
        new Answers()
            .with("complaintResult", "stands")
            .with("resultOn", journeys.day(0))
            .with("reason", "Statsforvaltaren er samd"));
    assertThat(facts.words(caseNo, "complaint.result-recorded/1")).containsExactly("stands");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.STANDS);
    assertThat(journeys.openForms(caseNo)).isEmpty();
    assertThat(trial.clock("R64", caseNo).running()).isFalse();
  }

  @Test
  void what_the_county_governor_changes_is_told_and_carried_out() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));
    var vague =
        journeys.attempt(
            caseNo, "record-complaint-result", "intake", trial.changed().without("remedyWords"));

    journeys.complete(caseNo, "record-complaint-result", "intake", trial.changed());

    assertThat(vague.refusals()).extracting(Refusal::field).containsExactly("remedyWords");
    assertThat(trial.about(caseNo, "complaint-outcome")).hasSize(1);
    assertThat(facts.types(caseNo)).contains("complaint.outcome-told/1");
    assertThat(journeys.task(caseNo, "carry-out-complaint-result").role()).isEqualTo("unit-lead");
    journeys.complete(caseNo, "carry-out-complaint-result", "unit-lead", trial.carriedOut());
    assertThat(trial.one(caseNo).state()).isEqualTo(State.CARRIED_OUT);
    assertThat(facts.types(caseNo)).contains("complaint.carried-out/1");
    assertThat(journeys.openForms(caseNo)).isEmpty();
  }

  @Test
  void what_is_upheld_in_full_is_told_and_carried_out_and_never_leaves_the_house() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    journeys.complete(
        caseNo,
        "review-complaint",
        "signer-2",
        new Answers()
            .with("reviewOutcome", "upheld")
            .with("reason", "Klagar har rett")
            .with("remedy", "other")
            .with("remedyWords", "Innsyn i heile journalen"));

    assertThat(trial.about(caseNo, "complaint-outcome")).hasSize(1);
    assertThat(trial.about(caseNo, "complaint-to-county-governor")).isEmpty();
    assertThat(trial.clock("R66", caseNo).running()).isTrue();
    journeys.complete(caseNo, "carry-out-complaint-result", "unit-lead", trial.carriedOut());
    assertThat(trial.clock("R66", caseNo).running()).isFalse();
  }
}
