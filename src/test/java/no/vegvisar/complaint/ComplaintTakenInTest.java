package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.complaint.Complaint.State;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Process complaint begins: whoever complains is heard, late, by mouth or for another. */
@VegvisarTest
class ComplaintTakenInTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired CaseFiles cases;
  @Autowired ComplaintDesk desk;
  @Autowired ComplaintTrial trial;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S37")
  void a_complaint_over_a_closed_refusal_is_received_confirmed_and_interrupts_the_time() {
    CaseNo caseNo = journeys.refused();
    assertThat(cases.get(caseNo).open()).isFalse();

    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());

    assertThat(facts.types(caseNo)).contains("complaint.received/1");
    assertThat(facts.clock("T04", caseNo).stopCause()).isEqualTo("complaint-received");
    assertThat(trial.about(caseNo, "complaint-received")).hasSize(1);
    assertThat(trial.about(caseNo, "complaint-received").get(0).to()).isEqualTo(To.PATIENT);
    assertThat(journeys.openForms(caseNo)).containsExactly("consider-complaint");
    assertThat(journeys.task(caseNo, "consider-complaint").role()).isEqualTo("signer");
    assertThat(trial.clock("R61", caseNo).kind()).isEqualTo(DeadlineClocks.Kind.OWN);
    assertThat(cases.get(caseNo).open()).isFalse();
  }

  @Test
  void who_may_not_take_in_complaints_of_the_case_is_refused() {
    CaseNo caseNo = journeys.refused();

    assertThatThrownBy(
            () ->
                journeys.attemptOn(caseNo, "register-complaint", "referrer", journeys.complaint()))
        .isInstanceOf(NoAccessException.class);
    assertThat(desk.ofCase(caseNo)).isEmpty();
  }

  @Test
  @Requirement("E11")
  void an_oral_complaint_after_the_time_is_taken_in_with_the_reason() {
    CaseNo caseNo = journeys.refused();
    LocalDate last = facts.clock("T04", caseNo).dueOn();
    harness.at(OsloTime.startOf(last.plusDays(2)).plusSeconds(9 * 3600));

    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());
    var silent =
        journeys.attempt(
            caseNo,
            "consider-complaint",
            "signer-2",
            trial.considered().with("inTime", "lateAdmitted"));
    journeys.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        trial
            .considered()
            .with("inTime", "lateAdmitted")
            .with("lateReason", "Var innlagd i fristen"));

    assertThat(silent.refusals()).extracting(Refusal::field).containsExactly("lateReason");
    assertThat(facts.words(caseNo, "complaint.considered/1")).containsExactly("lateAdmitted");
    assertThat(trial.one(caseNo).lateReason()).isEqualTo("Var innlagd i fristen");
    assertThat(trial.one(caseNo).channel()).isEqualTo("oral");
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    // a right that has run out is not put right by a late complaint
    assertThat(facts.clock("T04", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("E11")
  void a_relative_without_power_of_attorney_is_asked_and_reminded_and_never_refused() {
    CaseNo caseNo = journeys.refused();
    var nameless =
        journeys.attemptOn(
            caseNo,
            "register-complaint",
            "intake",
            journeys.complaint().with("complainant", "nextOfKin"));
    assertThat(nameless.refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("complainantName", "powerOfAttorney");

    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaintOfKin("missing"));
    assertThat(trial.about(caseNo, "complaint-received").get(0).to()).isEqualTo(To.OTHER);
    journeys.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        trial.considered().with("standing", "missing").with("waitForPowerOfAttorney", "yes"));
    assertThat(journeys.task(caseNo, "obtain-power-of-attorney").role()).isEqualTo("intake");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.WAITS_FOR_POWER);

    harness.fireTimer(caseNo, "BoundaryEvent_PowerOfAttorneyLate");
    harness.runDueJobs(caseNo);
    assertThat(trial.about(caseNo, "complaint-power-reminder")).hasSize(1);
    assertThat(facts.types(caseNo)).contains("complaint.power-of-attorney-reminded/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("obtain-power-of-attorney");

    var noReason =
        journeys.attempt(
            caseNo, "obtain-power-of-attorney", "intake", new Answers().with("came", "no"));
    assertThat(noReason.refusals()).extracting(Refusal::field).containsExactly("reason");
    journeys.complete(
        caseNo,
        "obtain-power-of-attorney",
        "intake",
        new Answers().with("came", "no").with("reason", "Pasienten er ikkje å få tak i"));

    assertThat(facts.words(caseNo, "complaint.power-of-attorney/1")).containsExactly("no");
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
  }

  @Test
  void a_relative_with_power_of_attorney_goes_straight_to_the_own_review() {
    CaseNo caseNo = journeys.refused();

    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaintOfKin("given"));
    journeys.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        trial.considered().with("standing", "powerOfAttorney"));

    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    assertThat(trial.clock("R63", caseNo).running()).isTrue();
  }
}
