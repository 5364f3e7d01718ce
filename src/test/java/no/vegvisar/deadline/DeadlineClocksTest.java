package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.deadline.process.Deadlines;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.patient.Patients;
import no.vegvisar.ui.DeadlineView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VegvisarTest
class DeadlineClocksTest {

  private static final Instant MONDAY = Instant.parse("2026-08-03T08:00:00Z");

  @Autowired DeadlineClocks clocks;
  @Autowired ClockDates dates;
  @Autowired Deadlines deadlines;
  @Autowired DeadlineWords words;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired Patients patients;
  @Autowired List<CaseStop> stops;
  @Autowired MovableClock clock;

  private CaseNo caseNo;
  private String subject;

  @BeforeEach
  void a_case_received_on_a_monday() {
    clock.setTo(MONDAY);
    var person =
        patients.register(
            "hmr", new Patients.NewPerson("Klok Klokke", null, null, null, null, null));
    caseNo = cases.open(CaseKind.CLINIC, "hmr", "vurdering", person);
    subject = caseNo.value();
  }

  @AfterEach
  void the_clock_runs_again() {
    clock.release();
  }

  @Test
  @Requirement("S32")
  void models_get_the_dates_of_the_assessment_in_norwegian_time() {
    start("T01");

    assertThat(deadlines.due("T01", subject))
        .isEqualTo(Date.from(Instant.parse("2026-08-17T21:59:00Z")));
    assertThat(deadlines.over("T01", subject))
        .isEqualTo(Date.from(Instant.parse("2026-08-17T22:00:00Z")));
    assertThat(deadlines.warn("T01", 1, subject))
        .isEqualTo(Date.from(Instant.parse("2026-08-10T05:00:00Z")));
    assertThat(deadlines.warn("T01", 2, subject))
        .isEqualTo(Date.from(Instant.parse("2026-08-13T05:00:00Z")));
  }

  @Test
  void a_clock_that_is_not_there_or_has_stopped_answers_a_day_that_does_not_come() {
    assertThat(deadlines.due("T01", subject)).isEqualTo(Deadlines.FAR);
    assertThat(deadlines.warn("T01", 3, subject)).isEqualTo(Deadlines.FAR);
    assertThat(deadlines.over("T02", null)).isEqualTo(Deadlines.FAR);

    start("T01");
    clocks.stop("T01", subject, clock.instant(), "patient-told");

    assertThat(deadlines.over("T01", subject)).isEqualTo(Deadlines.FAR);
  }

  @Test
  @Requirement("S74")
  void the_level_and_pregnancy_choose_the_row_and_the_family_finds_the_clock() {
    var started =
        clocks.start(
            "T05", subject, caseNo, MONDAY, new DeadlineClocks.Facts("outpatient", true, null));

    assertThat(started.rule()).isEqualTo("T13");
    assertThat(started.kind()).isEqualTo(DeadlineClocks.Kind.GUIDING);
    assertThat(clocks.find("T05", subject))
        .get()
        .extracting(DeadlineClocks.DeadlineClock::dueOn)
        .isEqualTo(LocalDate.of(2026, 8, 10));
  }

  @Test
  void the_patients_time_to_complain_is_shown_while_it_lasts_and_is_nobodys_breach_afterwards() {
    start("T04");
    assertThat(words.running(caseNo, Language.EN)).hasSize(1);

    clock.setTo(MONDAY.plus(Duration.ofDays(28)));
    assertThat(words.running(caseNo, Language.EN)).hasSize(1);

    clock.setTo(MONDAY.plus(Duration.ofDays(29)));
    assertThat(words.running(caseNo, Language.EN)).isEmpty();
    assertThat(clocks.find("T04", subject)).get().matches(c -> c.running());
  }

  @Test
  void stopping_keeps_whether_it_was_in_time() {
    start("T01");
    clock.setTo(Instant.parse("2026-08-17T21:50:00Z"));
    clocks.stop("T01", subject, clock.instant(), "patient-told");
    assertThat(lastEvent())
        .isEqualTo(
            new DeadlineEvent.ClockStopped(
                "T01", "T01", subject, "patient-told", true, "2026-08-17"));

    // and a letter that came back lets it run on with its old date, until it is too late
    clocks.resume("T01", subject, "letter-returned");
    assertThat(clocks.find("T01", subject)).get().matches(DeadlineClocks.DeadlineClock::running);
    clock.setTo(Instant.parse("2026-08-17T22:00:00Z"));
    clocks.stop("T01", subject, clock.instant(), "patient-told");
    assertThat(lastEvent())
        .isEqualTo(
            new DeadlineEvent.ClockStopped(
                "T01", "T01", subject, "patient-told", false, "2026-08-17"));
  }

  @Test
  void a_corrected_receipt_moves_every_date() {
    start("T01");

    var moved = clocks.restartFrom("T01", subject, Instant.parse("2026-07-31T10:00:00Z"));

    assertThat(moved.dueOn()).isEqualTo(LocalDate.of(2026, 8, 14));
    assertThat(deadlines.warn("T01", 1, subject))
        .isEqualTo(Date.from(Instant.parse("2026-08-07T05:00:00Z")));
    assertThat(lastEvent()).isInstanceOf(DeadlineEvent.ClockMoved.class);
  }

  @Test
  void each_warning_is_given_once_also_when_two_are_due_at_once() {
    start("T01");
    clock.setTo(Instant.parse("2026-08-13T05:00:00Z"));

    dates.warn("T01", subject);
    dates.warn("T01", subject);
    dates.warn("T01", subject);

    assertThat(events(DeadlineEvent.DeadlineWarned.class))
        .extracting(DeadlineEvent.DeadlineWarned::nth)
        .containsExactly(1, 2);
  }

  @Test
  void a_warning_that_comes_after_the_patient_was_told_says_nothing() {
    start("T01");
    clocks.stop("T01", subject, clock.instant(), "patient-told");
    clock.setTo(Instant.parse("2026-09-01T05:00:00Z"));

    dates.warn("T01", subject);
    dates.breach("T01", subject);

    assertThat(events(DeadlineEvent.DeadlineWarned.class)).isEmpty();
    assertThat(events(DeadlineEvent.DeadlineBreached.class)).isEmpty();
  }

  @Test
  void a_breach_is_recorded_once_with_its_causes_and_the_clock_runs_on() {
    start("T01");
    clocks.cause("T01", subject, "waiting-for-referrer");
    clock.setTo(Instant.parse("2026-08-17T22:00:00Z"));

    dates.breach("T01", subject);
    dates.breach("T01", subject);

    assertThat(events(DeadlineEvent.DeadlineBreached.class))
        .singleElement()
        .isEqualTo(
            new DeadlineEvent.DeadlineBreached(
                "T01", "T01", subject, "BINDING", "2026-08-17", List.of("waiting-for-referrer")));
    assertThat(clocks.find("T01", subject))
        .get()
        .matches(c -> c.running() && c.breachedAt() != null);
  }

  @Test
  void a_question_to_the_referrer_moves_no_date() {
    var before = start("T01");

    clocks.cause("T01", subject, "waiting-for-referrer");

    assertThat(clocks.find("T01", subject))
        .get()
        .extracting(DeadlineClocks.DeadlineClock::dueOn)
        .isEqualTo(before.dueOn());
  }

  @Test
  void a_date_set_by_a_person_is_warned_of_fourteen_days_before() {
    clocks.startUntil("T02", subject, caseNo, LocalDate.of(2026, 10, 1));

    assertThat(deadlines.warn("T02", 1, subject))
        .isEqualTo(Date.from(Instant.parse("2026-09-17T05:00:00Z")));
  }

  @Test
  void an_own_clock_that_nobody_started_starts_when_the_model_asks_and_keeps_its_date() {
    Date first = deadlines.due("R01", subject);
    clock.setTo(MONDAY.plusSeconds(7200));

    assertThat(first).isEqualTo(Date.from(Instant.parse("2026-08-04T21:59:00Z")));
    assertThat(deadlines.due("R01", subject)).isEqualTo(first);
    // and is no line in the ledger and no deadline of the case
    assertThat(clocks.ofCase(caseNo)).isEmpty();
    assertThat(ledger.entries(caseNo)).hasSize(1);
  }

  @Test
  @Requirement({"S182", "E12"})
  void when_the_patient_has_died_clocks_of_care_stop_and_the_time_to_complain_runs_on() {
    start("T01");
    start("T04");

    new org.springframework.transaction.support.TransactionTemplate(transactions)
        .executeWithoutResult(s -> stops.forEach(stop -> stop.stop(caseNo, CaseStop.Reason.DIED)));

    assertThat(clocks.ofCase(caseNo))
        .extracting(DeadlineClocks.DeadlineClock::family, DeadlineClocks.DeadlineClock::running)
        .containsExactly(tuple("T04", true), tuple("T01", false));
  }

  @Autowired org.springframework.transaction.PlatformTransactionManager transactions;

  @Test
  void only_the_law_is_called_the_law_and_days_are_working_days() {
    start("T01");
    clocks.start("T05", subject, caseNo, MONDAY, DeadlineClocks.Facts.NONE);

    DeadlineView law = words.of(clocks.find("T01", subject).orElseThrow(), Language.NN);
    DeadlineView path = words.of(clocks.find("T05", subject).orElseThrow(), Language.NB);

    assertThat(law.law()).isTrue();
    assertThat(law.words()).isEqualTo("10 virkedagar att");
    assertThat(law.level()).isEqualTo(DeadlineView.Level.OK);
    assertThat(path.law()).isFalse();
    assertThat(words.running(caseNo, Language.EN)).hasSize(2);
    clock.setTo(Instant.parse("2026-08-18T08:00:00Z"));
    assertThat(words.of(LocalDate.of(2026, 8, 17), null, Language.EN).words())
        .isEqualTo("1 working day overdue");
    assertThat(words.of(LocalDate.of(2026, 8, 18), null, Language.EN).level())
        .isEqualTo(DeadlineView.Level.NOW);
  }

  private DeadlineClocks.DeadlineClock start(String family) {
    return clocks.start(family, subject, caseNo, MONDAY, DeadlineClocks.Facts.NONE);
  }

  private Object lastEvent() {
    List<LedgerEntry> entries = ledger.entries(caseNo);
    return entries.get(entries.size() - 1).event();
  }

  private <T> List<T> events(Class<T> type) {
    return ledger.entries(caseNo).stream()
        .map(LedgerEntry::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Numbers of requests and groups are subjects too. */
  @Test
  void a_request_has_a_clock_of_its_own() {
    String request = "Q-" + UUID.randomUUID();
    clocks.start("R05", request, caseNo, MONDAY, DeadlineClocks.Facts.NONE);

    assertThat(deadlines.over("R05", request))
        .isEqualTo(Date.from(Instant.parse("2026-08-17T22:00:00Z")));
    assertThat(deadlines.over("R05", "Q-other")).isEqualTo(Deadlines.FAR);
  }
}
