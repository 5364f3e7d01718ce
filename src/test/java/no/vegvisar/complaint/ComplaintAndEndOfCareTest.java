package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complaint outlives care, and ends when whoever complained takes it back in time. */
@VegvisarTest
class ComplaintAndEndOfCareTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired CareEndings endings;
  @Autowired ComplaintTrial trial;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S37", "E12"})
  void death_stops_neither_the_complaint_nor_its_clock_nor_what_is_on_its_way() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.inTreatment(), "unit-lead");
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));
    assertThat(trial.about(caseNo, "complaint-to-county-governor").get(0).state())
        .isEqualTo(Letters.State.QUEUED);

    actingAs.user("therapist", () -> endings.died(caseNo, journeys.today(), "Pårørande ringde"));
    harness.runDueJobs(caseNo);

    assertThat(facts.types(caseNo)).contains("casefile.care-stopped/1");
    assertThat(journeys.openForms(caseNo)).contains("record-complaint-result");
    assertThat(trial.clock("R64", caseNo).running()).isTrue();
    harness.settle(caseNo);
    assertThat(trial.about(caseNo, "complaint-to-county-governor").get(0).state())
        .isEqualTo(Letters.State.SENT);
  }

  @Test
  void withdrawal_from_care_does_not_stop_a_complaint() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.inTreatment(), "unit-lead");

    actingAs.user("therapist", () -> endings.withdrew(caseNo, "Vil ikkje meir"));
    harness.runDueJobs(caseNo);

    assertThat(journeys.openForms(caseNo)).contains("review-complaint");
    assertThat(trial.clock("R63", caseNo).running()).isTrue();
  }

  @Test
  void whoever_complained_may_take_it_back_until_it_is_decided() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    Complaint complaint = trial.one(caseNo);

    var stale = trial.withdraw(caseNo, complaint, complaint.version() - 1, true);
    var unsure = trial.withdraw(caseNo, complaint, complaint.version(), false);
    assertThat(stale.refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.changed");
    assertThat(unsure.refusals()).extracting(Refusal::field).containsExactly("sure");

    assertThat(trial.withdraw(caseNo, complaint, complaint.version(), true).isDone()).isTrue();
    harness.runDueJobs(caseNo);
    assertThat(trial.withdraw(caseNo, complaint, complaint.version(), true).isDone()).isTrue();

    assertThat(facts.count(caseNo, "complaint.withdrawn/1")).isEqualTo(1);
    assertThat(trial.about(caseNo, "complaint-withdrawn")).hasSize(1);
    assertThat(journeys.openForms(caseNo)).isEmpty();
    assertThat(trial.clock("R63", caseNo).running()).isFalse();
  }

  @Test
  void a_forwarded_complaint_that_is_taken_back_is_told_to_the_county_governor_too() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));
    Complaint complaint = trial.one(caseNo);

    trial.withdraw(caseNo, complaint, complaint.version(), true);
    harness.runDueJobs(caseNo);

    assertThat(trial.about(caseNo, "complaint-withdrawn"))
        .extracting(Letter::to)
        .containsExactlyInAnyOrder(To.PATIENT, To.OTHER);
    assertThat(journeys.openForms(caseNo)).isEmpty();
  }

  @Test
  void what_has_been_upheld_is_carried_out_and_not_withdrawn() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.notUpheld(caseNo));
    journeys.complete(caseNo, "record-complaint-result", "intake", trial.changed());
    Complaint complaint = trial.one(caseNo);

    assertThat(trial.withdraw(caseNo, complaint, complaint.version(), true).refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.decided");
    assertThat(journeys.openForms(caseNo)).containsExactly("carry-out-complaint-result");
  }
}
