package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.SyntheticIds;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A date the law sets is moved by what the law counts and by nothing else, and everything that
 * waits for it moves along (decisions 1.1, 28).
 */
@VegvisarTest
class StatutoryDatesTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired DeadlineClocks clocks;

  @Test
  @Requirement("S32")
  void a_referral_that_lay_here_for_three_days_cannot_be_said_to_have_come_today() {
    harness.at(MONDAY_MORNING);
    CaseNo caseNo = journeys.referred();
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(3)));

    var later = journeys.attempt(caseNo, "register-referral", "intake", journeys.registration());

    assertThat(later.refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.key()).isEqualTo("referral.refusal.receipt-after-arrival");
              assertThat(r.field()).isEqualTo("firstReceipt");
              assertThat(r.args()).isEqualTo(List.of("30.11.2026"));
            });
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo("2026-12-14");
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("firstReceipt", "2026-11-30T23:59"));
    assertThat(facts.types(caseNo)).doesNotContain("deadline.moved/1");
  }

  @Test
  @Requirement({"S32", "E1"})
  void an_earlier_first_receipt_moves_timers_warnings_and_the_due_dates_of_open_tasks() {
    harness.at(MONDAY_MORNING);
    Answers referral = journeys.referral();
    CaseNo open = journeys.registered(journeys.referred(referral));
    assertThat(dueOn(open, "prepare-assessment")).isEqualTo("2026-12-14");
    CaseNo again = journeys.referred(referral);
    journeys.complete(
        again,
        "register-referral",
        "intake",
        journeys
            .registration()
            .with("sameAsOpen", "yes")
            .with("firstReceipt", journeys.time(Duration.ofDays(-6))));

    journeys.complete(
        again,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Låg hos medisinsk avdeling"));

    assertThat(facts.clock("T01", open).dueOn()).isEqualTo("2026-12-08");
    assertThat(dueOn(open, "prepare-assessment")).isEqualTo("2026-12-08");
    assertThat(day(harness.dueOf(open, "BoundaryEvent_EightWorkingDays"))).isEqualTo("2026-12-04");
    assertThat(day(harness.dueOf(open, "BoundaryEvent_TenWorkingDays"))).isEqualTo("2026-12-09");

    journeys.complete(open, "prepare-assessment", "assessor", journeys.granted("outpatient"));
    assertThat(dueOn(open, "sign-decision"))
        .as("also of a task still to come")
        .isEqualTo("2026-12-08");
  }

  @Test
  @Requirement({"S34", "E5"})
  void no_appointment_and_no_missed_one_moves_the_binding_start_deadline() {
    harness.at(MONDAY_MORNING);
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    LocalDate binding = facts.clock("T02", caseNo).dueOn();

    for (String by : List.of("patient", "clinic")) {
      journeys.complete(
          caseNo,
          "record-first-attendance",
          "therapist",
          new Answers()
              .with("attendance", "newTime")
              .with("newTime", journeys.time(Duration.ofDays(60)))
              .with("postponedBy", by));
    }

    assertThat(facts.clock("T02", caseNo).dueOn()).isEqualTo(binding);
    assertThat(facts.clock("T02", caseNo).running()).isTrue();
    assertThat(dueOn(caseNo, "record-first-attendance")).isEqualTo(binding);
    assertThat(day(harness.dueOf(caseNo, "BoundaryEvent_StartDeadlinePassed")))
        .isEqualTo(binding.plusDays(1));
    assertThat(facts.types(caseNo)).doesNotContain("deadline.moved/1");
  }

  @Test
  @Requirement({"S32", "S34"})
  void a_case_has_several_clocks_at_once_and_each_keeps_its_own_cause() {
    harness.at(MONDAY_MORNING);
    CaseNo caseNo = journeys.referred(journeys.referral().with("allergies", "unknown"));
    journeys.registered(caseNo);
    assertThat(running(caseNo)).containsExactly("T01");
    journeys.told(journeys.signed(caseNo));
    assertThat(running(caseNo)).contains("T02", "T04").doesNotContain("T01");
    journeys.attended(journeys.therapistAssigned(caseNo));

    assertThat(running(caseNo)).contains("T04", "T05").doesNotContain("T01", "T02");
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(facts.clock("T02", caseNo).stopCause()).isNotEqualTo("patient-told");
    assertThat(facts.clock("T05", caseNo).dueOn()).isEqualTo(journeys.today().plusDays(21));
  }

  @Test
  @Requirement({"S32", "S34", "E1", "E3"})
  void ten_working_days_over_the_change_to_summer_time_for_one_who_turns_23_on_the_way() {
    // a Saturday evening, the weekend the clocks go forward and Easter begins (2027-03-28)
    harness.at(Instant.parse("2027-03-27T21:30:00Z"));
    CaseNo caseNo =
        journeys.referred(
            journeys.referral().with("nationalId", SyntheticIds.bornOn(LocalDate.of(2004, 4, 1))));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("firstReceipt", journeys.time(Duration.ZERO)));

    assertThat(facts.clock("T01", caseNo).startedOn()).isEqualTo("2027-03-27");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo("2027-04-12");
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_FiveWorkingDays"))
        .as("07:00 in summer time")
        .isEqualTo("2027-04-05T05:00:00Z");
    harness.at(Instant.parse("2027-04-02T08:00:00Z"));
    var late =
        journeys.attempt(
            caseNo,
            "prepare-assessment",
            "assessor",
            journeys.granted("outpatient").with("deadline", "2027-12-01"));
    assertThat(late.refusals()).extracting(Refusal::field).containsExactly("deadlineReason");
  }

  private List<String> running(CaseNo caseNo) {
    return clocks.ofCase(caseNo).stream()
        .filter(DeadlineClocks.DeadlineClock::running)
        .filter(c -> c.kind() != DeadlineClocks.Kind.OWN)
        .map(DeadlineClocks.DeadlineClock::family)
        .toList();
  }

  private LocalDate dueOn(CaseNo caseNo, String form) {
    return day(journeys.task(caseNo, form).due());
  }

  private static LocalDate day(Instant at) {
    return OsloTime.dateOf(at);
  }
}
