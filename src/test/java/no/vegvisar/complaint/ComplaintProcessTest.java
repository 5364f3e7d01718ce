package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.complaint.Complaint.State;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Process complaint: whoever complains is heard, by another than those who decided. */
@VegvisarTest
class ComplaintProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired CaseFiles cases;
  @Autowired CareEndings endings;
  @Autowired DeadlineClocks clocks;
  @Autowired Letters letters;
  @Autowired ComplaintPapers papers;
  @Autowired ComplaintDesk desk;
  @Autowired AssessmentDesk assessments;

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
    assertThat(about(caseNo, "complaint-received")).hasSize(1);
    assertThat(about(caseNo, "complaint-received").get(0).to()).isEqualTo(To.PATIENT);
    assertThat(journeys.openForms(caseNo)).containsExactly("consider-complaint");
    assertThat(journeys.task(caseNo, "consider-complaint").role()).isEqualTo("signer");
    assertThat(clock("R61", caseNo).kind()).isEqualTo(DeadlineClocks.Kind.OWN);
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
            caseNo, "consider-complaint", "signer-2", considered().with("inTime", "lateAdmitted"));
    journeys.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        considered().with("inTime", "lateAdmitted").with("lateReason", "Var innlagd i fristen"));

    assertThat(silent.refusals()).extracting(Refusal::field).containsExactly("lateReason");
    assertThat(facts.words(caseNo, "complaint.considered/1")).containsExactly("lateAdmitted");
    assertThat(one(caseNo).lateReason()).isEqualTo("Var innlagd i fristen");
    assertThat(one(caseNo).channel()).isEqualTo("oral");
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
    assertThat(about(caseNo, "complaint-received").get(0).to()).isEqualTo(To.OTHER);
    journeys.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        considered().with("standing", "missing").with("waitForPowerOfAttorney", "yes"));
    assertThat(journeys.task(caseNo, "obtain-power-of-attorney").role()).isEqualTo("intake");
    assertThat(one(caseNo).state()).isEqualTo(State.WAITS_FOR_POWER);

    harness.fireTimer(caseNo, "BoundaryEvent_PowerOfAttorneyLate");
    harness.runDueJobs(caseNo);
    assertThat(about(caseNo, "complaint-power-reminder")).hasSize(1);
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
        caseNo, "consider-complaint", "signer-2", considered().with("standing", "powerOfAttorney"));

    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    assertThat(clock("R63", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("S37")
  void whoever_signed_or_prepared_the_decision_does_not_review_it() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    var refused = journeys.attempt(caseNo, "review-complaint", "signer", notUpheld(caseNo));

    assertThat(refused.refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.own-decision");
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    assertThat(one(caseNo).state()).isEqualTo(State.TO_REVIEW);
  }

  @Test
  void an_own_review_that_is_late_warns_and_decides_nothing() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    long before = facts.count(caseNo, "deadline.warned/1");

    harness.fireTimer(caseNo, "BoundaryEvent_ReviewLate");
    harness.runDueJobs(caseNo);

    assertThat(facts.count(caseNo, "deadline.warned/1")).isEqualTo(before + 1);
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
    assertThat(clock("R63", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("S37")
  void what_is_not_upheld_goes_to_the_county_governor_with_the_documents_and_waits() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    journeys.complete(caseNo, "review-complaint", "signer-2", notUpheld(caseNo));

    assertThat(about(caseNo, "complaint-to-county-governor")).hasSize(1);
    assertThat(about(caseNo, "complaint-to-county-governor").get(0).to()).isEqualTo(To.OTHER);
    assertThat(about(caseNo, "complaint-forwarded")).hasSize(1);
    assertThat(facts.words(caseNo, "complaint.forwarded/1")).containsExactly("2");
    assertThat(one(caseNo).state()).isEqualTo(State.FORWARDED);
    assertThat(journeys.task(caseNo, "record-complaint-result").role()).isEqualTo("intake");
    harness.settle(caseNo);
    assertThat(about(caseNo, "complaint-to-county-governor").get(0).state())
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
    assertThat(one(caseNo).state()).isEqualTo(State.STANDS);
    assertThat(journeys.openForms(caseNo)).isEmpty();
    assertThat(clock("R64", caseNo).running()).isFalse();
  }

  @Test
  void what_the_county_governor_changes_is_told_and_carried_out() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", notUpheld(caseNo));
    var vague =
        journeys.attempt(
            caseNo, "record-complaint-result", "intake", changed().without("remedyWords"));

    journeys.complete(caseNo, "record-complaint-result", "intake", changed());

    assertThat(vague.refusals()).extracting(Refusal::field).containsExactly("remedyWords");
    assertThat(about(caseNo, "complaint-outcome")).hasSize(1);
    assertThat(facts.types(caseNo)).contains("complaint.outcome-told/1");
    assertThat(journeys.task(caseNo, "carry-out-complaint-result").role()).isEqualTo("unit-lead");
    journeys.complete(caseNo, "carry-out-complaint-result", "unit-lead", carriedOut());
    assertThat(one(caseNo).state()).isEqualTo(State.CARRIED_OUT);
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

    assertThat(about(caseNo, "complaint-outcome")).hasSize(1);
    assertThat(about(caseNo, "complaint-to-county-governor")).isEmpty();
    assertThat(clock("R66", caseNo).running()).isTrue();
    journeys.complete(caseNo, "carry-out-complaint-result", "unit-lead", carriedOut());
    assertThat(clock("R66", caseNo).running()).isFalse();
  }

  @Test
  @Requirement({"S36", "S37"})
  void an_upheld_refusal_is_assessed_anew_and_the_pathway_goes_on_from_the_new_decision() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");

    journeys.complete(caseNo, "review-complaint", "signer-2", assessAnew());

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
    Letter before = about(caseNo, "decision-refused").get(0);
    Letter after = about(caseNo, "decision-granted").get(0);
    assertThat(after.replaces()).isEqualTo(before.id());
    assertThat(before.supersededBy()).isEqualTo(after.id());
    assertThat(facts.clock("T02", caseNo).running()).isTrue();
    assertThat(facts.clock("T04", caseNo).running()).isTrue();
    assertThat(one(caseNo).state()).isEqualTo(State.CARRIED_OUT);
    assertThat(clock("R68", caseNo).running()).isFalse();
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
    journeys.therapistAssigned(caseNo);
    assertThat(journeys.openForms(caseNo)).containsExactly("record-first-attendance");
  }

  @Test
  void an_assessment_anew_that_is_late_warns_then_goes_to_the_unit_leader_and_decides_nothing() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", assessAnew());
    DeadlineClock anew = clock("R68", caseNo);
    assertThat(anew.kind()).isEqualTo(DeadlineClocks.Kind.OWN);
    assertThat(anew.dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(clocks.find("R66", one(caseNo).id().toString())).isEmpty();

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
    assertThat(clock("R68", caseNo).running()).isTrue();
  }

  @Test
  void a_deadline_complained_about_is_set_anew_while_care_goes_on() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.rightGranted(), "unit-lead");
    LocalDate before = facts.clock("T02", caseNo).dueOn();

    journeys.complete(caseNo, "review-complaint", "signer-2", assessAnew());
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
    assertThat(one(caseNo).state()).isEqualTo(State.CARRIED_OUT);
  }

  @Test
  void what_has_not_been_decided_cannot_be_assessed_anew() {
    CaseNo caseNo =
        journeys.complaintConsidered(journeys.registered(journeys.referred()), "intake");

    var refused = journeys.attempt(caseNo, "review-complaint", "signer-2", assessAnew());

    assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("remedy");
    assertThat(one(caseNo).state()).isEqualTo(State.TO_REVIEW);
  }

  @Test
  @Requirement({"S37", "E12"})
  void death_stops_neither_the_complaint_nor_its_clock_nor_what_is_on_its_way() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.inTreatment(), "unit-lead");
    journeys.complete(caseNo, "review-complaint", "signer-2", notUpheld(caseNo));
    assertThat(about(caseNo, "complaint-to-county-governor").get(0).state())
        .isEqualTo(Letters.State.QUEUED);

    actingAs.user("therapist", () -> endings.died(caseNo, journeys.today(), "Pårørande ringde"));
    harness.runDueJobs(caseNo);

    assertThat(facts.types(caseNo)).contains("casefile.care-stopped/1");
    assertThat(journeys.openForms(caseNo)).contains("record-complaint-result");
    assertThat(clock("R64", caseNo).running()).isTrue();
    harness.settle(caseNo);
    assertThat(about(caseNo, "complaint-to-county-governor").get(0).state())
        .isEqualTo(Letters.State.SENT);
  }

  @Test
  void withdrawal_from_care_does_not_stop_a_complaint() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.inTreatment(), "unit-lead");

    actingAs.user("therapist", () -> endings.withdrew(caseNo, "Vil ikkje meir"));
    harness.runDueJobs(caseNo);

    assertThat(journeys.openForms(caseNo)).contains("review-complaint");
    assertThat(clock("R63", caseNo).running()).isTrue();
  }

  @Test
  void whoever_complained_may_take_it_back_until_it_is_decided() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    Complaint complaint = one(caseNo);

    var stale = withdraw(caseNo, complaint, complaint.version() - 1, true);
    var unsure = withdraw(caseNo, complaint, complaint.version(), false);
    assertThat(stale.refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.changed");
    assertThat(unsure.refusals()).extracting(Refusal::field).containsExactly("sure");

    assertThat(withdraw(caseNo, complaint, complaint.version(), true).isDone()).isTrue();
    harness.runDueJobs(caseNo);
    assertThat(withdraw(caseNo, complaint, complaint.version(), true).isDone()).isTrue();

    assertThat(facts.count(caseNo, "complaint.withdrawn/1")).isEqualTo(1);
    assertThat(about(caseNo, "complaint-withdrawn")).hasSize(1);
    assertThat(journeys.openForms(caseNo)).isEmpty();
    assertThat(clock("R63", caseNo).running()).isFalse();
  }

  @Test
  void a_forwarded_complaint_that_is_taken_back_is_told_to_the_county_governor_too() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", notUpheld(caseNo));
    Complaint complaint = one(caseNo);

    withdraw(caseNo, complaint, complaint.version(), true);
    harness.runDueJobs(caseNo);

    assertThat(about(caseNo, "complaint-withdrawn"))
        .extracting(Letter::to)
        .containsExactlyInAnyOrder(To.PATIENT, To.OTHER);
    assertThat(journeys.openForms(caseNo)).isEmpty();
  }

  @Test
  void what_has_been_upheld_is_carried_out_and_not_withdrawn() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", notUpheld(caseNo));
    journeys.complete(caseNo, "record-complaint-result", "intake", changed());
    Complaint complaint = one(caseNo);

    assertThat(withdraw(caseNo, complaint, complaint.version(), true).refusals())
        .extracting(Refusal::key)
        .containsExactly("complaint.refusal.decided");
    assertThat(journeys.openForms(caseNo)).containsExactly("carry-out-complaint-result");
  }

  private Outcome<UUID> withdraw(CaseNo caseNo, Complaint complaint, long version, boolean sure) {
    return actingAs.user(
        "intake",
        () -> desk.withdraw(caseNo, complaint.id(), version, "Ringde i dag og trekte klaga", sure));
  }

  private static Answers assessAnew() {
    return new Answers()
        .with("reviewOutcome", "upheld")
        .with("reason", "Vurderinga bygde på for lite")
        .with("remedy", "newAssessment");
  }

  private static Answers considered() {
    return new Answers()
        .with("inTime", "yes")
        .with("standing", "own")
        .with("reason", "Klagar er høyrt");
  }

  /** With all that usually goes along. */
  private Answers notUpheld(CaseNo caseNo) {
    return new Answers()
        .with("reviewOutcome", "notUpheld")
        .with("reason", "Hjelp i kommunen er nok")
        .with("documents", List.copyOf(papers.usual(one(caseNo))));
  }

  private Answers changed() {
    return new Answers()
        .with("complaintResult", "changed")
        .with("resultOn", journeys.day(0))
        .with("reason", "Retten er sett for snevert")
        .with("remedy", "other")
        .with("remedyWords", "Time hos spesialist");
  }

  private static Answers carriedOut() {
    return new Answers().with("done", "Time sett til måndag").with("patientTold", "yes");
  }

  private Complaint one(CaseNo caseNo) {
    return desk.ofCase(caseNo).get(0);
  }

  /** The clock of the one complaint on the case. */
  private DeadlineClock clock(String family, CaseNo caseNo) {
    return clocks.find(family, one(caseNo).id().toString()).orElseThrow();
  }

  private List<Letter> about(CaseNo caseNo, String template) {
    return letters.ofCase(caseNo).stream().filter(l -> l.template().equals(template)).toList();
  }
}
