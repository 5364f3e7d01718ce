package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.complaint.Complaint.State;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is upheld is assessed anew, while what was told stands until then. */
@VegvisarTest
class AssessedAnewTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired CaseFiles cases;
  @Autowired DeadlineClocks clocks;
  @Autowired AssessmentDesk assessments;
  @Autowired ComplaintTrial trial;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S36", "S37"})
  void an_upheld_refusal_is_assessed_anew_and_the_pathway_goes_on_from_the_new_decision() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    journeys.complete(caseNo, "review-complaint", "signer-2", trial.assessAnew());

    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(facts.types(caseNo))
        .contains("assessment.taken-up-anew/1", "casefile.reopened/1", "complaint.outcome-told/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    journeys.complete(caseNo, "prepare-assessment", "assessor", journeys.granted("outpatient"));
    // what was told stands until another decision is signed
    assertThat(assessments.find(caseNo).orElseThrow().outcome()).isEqualTo("refused");
    journeys.complete(caseNo, "sign-decision", "signer-2", new Answers().with("signed", "signed"));
    journeys.told(caseNo);

    assertThat(assessments.find(caseNo).orElseThrow().outcome()).isEqualTo("granted");
    Letter before = trial.about(caseNo, "decision-refused").get(0);
    Letter after = trial.about(caseNo, "decision-granted").get(0);
    assertThat(after.replaces()).isEqualTo(before.id());
    assertThat(before.supersededBy()).isEqualTo(after.id());
    assertThat(trial.about(caseNo, "referrer-answer-health"))
        .as("the referrer is not left with two that contradict each other")
        .extracting(Letter::state)
        .containsExactly(Letters.State.SUPERSEDED, Letters.State.SENT);
    assertThat(facts.clock("T02", caseNo).running()).isTrue();
    assertThat(facts.clock("T04", caseNo).running()).isTrue();
    assertThat(trial.one(caseNo).state()).isEqualTo(State.CARRIED_OUT);
    assertThat(trial.clock("R68", caseNo).running()).isFalse();
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
    journeys.therapistAssigned(caseNo);
    assertThat(journeys.openForms(caseNo)).containsExactly("record-first-attendance");
  }

  @Test
  void an_assessment_anew_that_is_late_warns_then_goes_to_the_unit_leader_and_decides_nothing() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.assessAnew());
    DeadlineClock anew = trial.clock("R68", caseNo);
    assertThat(anew.kind()).isEqualTo(DeadlineClocks.Kind.OWN);
    assertThat(anew.dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(journeys.task(caseNo, "prepare-assessment").due())
        .as("its task lies in the lists by that day")
        .isEqualTo(OsloTime.endOf(anew.dueOn()));
    assertThat(clocks.find("R66", trial.one(caseNo).id().toString())).isEmpty();

    harness.fireTimer(caseNo, "BoundaryEvent_AssessmentAnewSoon");
    harness.runDueJobs(caseNo);
    assertThat(facts.words(caseNo, "deadline.warned/1")).contains("R68 2026-12-14 1");
    assertThat(facts.owed("unit-lead", caseNo)).isEmpty();

    harness.fireTimer(caseNo, "BoundaryEvent_AssessmentAnewLate");
    harness.runDueJobs(caseNo);

    assertThat(facts.words(caseNo, "deadline.breached/1")).contains("R68 2026-12-14");
    assertThat(facts.owed("unit-lead", caseNo))
        .anyMatch(title -> title.contains("Assessment anew after an upheld complaint"));
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(assessments.find(caseNo).orElseThrow().outcome()).isEqualTo("refused");
    assertThat(trial.clock("R68", caseNo).running()).isTrue();
  }

  @Test
  void a_deadline_complained_about_is_set_anew_while_care_goes_on() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.rightGranted(), "unit-lead");
    LocalDate before = facts.clock("T02", caseNo).dueOn();

    journeys.complete(caseNo, "review-complaint", "signer-2", trial.assessAnew());
    assertThat(facts.clock("T02", caseNo).dueOn()).isEqualTo(before);
    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        journeys.granted("outpatient").with("deadline", journeys.day(20)));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    journeys.told(caseNo);

    assertThat(facts.clock("T02", caseNo).dueOn()).isEqualTo(journeys.today().plusDays(20));
    assertThat(facts.types(caseNo)).doesNotContain("casefile.reopened/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.CARRIED_OUT);
  }

  @Test
  void what_has_not_been_decided_cannot_be_assessed_anew() {
    CaseNo caseNo =
        journeys.complaintConsidered(journeys.registered(journeys.referred()), "intake");

    var refused = journeys.attempt(caseNo, "review-complaint", "signer-2", trial.assessAnew());

    assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("remedy");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.TO_REVIEW);
  }
}
