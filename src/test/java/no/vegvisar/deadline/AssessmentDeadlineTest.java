package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** T01 in the real process: watched from receipt until the patient has been told. */
@VegvisarTest
class AssessmentDeadlineTest {

  private static final Instant RECEIVED = Instant.parse("2026-08-03T08:00:00Z");

  @Autowired Harness harness;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired Patients patients;
  @Autowired PathwayProcess pathway;
  @Autowired DeadlineClocks clocks;
  @Autowired OpenTasks tasks;
  @Autowired PlatformTransactionManager transactions;

  private CaseNo caseNo;

  @BeforeEach
  void a_referral_received_on_a_monday() {
    harness.at(RECEIVED);
    caseNo =
        new TransactionTemplate(transactions)
            .execute(
                s -> {
                  var person =
                      patients.register(
                          "hmr",
                          new Patients.NewPerson("Urørt Ugle", null, null, null, null, null));
                  CaseNo made = cases.open(CaseKind.CLINIC, "hmr", "vurdering", person);
                  clocks.start("T01", made.value(), made, RECEIVED, DeadlineClocks.Facts.NONE);
                  pathway.referralReceived(made, "R26-0000000-0");
                  return made;
                });
  }

  @Test
  @Requirement("S32")
  void a_referral_that_nobody_touches_is_warned_of_twice_and_then_breached_while_its_task_stays() {
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_FiveWorkingDays"))
        .isEqualTo("2026-08-10T05:00:00Z");

    harness.fireTimer(caseNo, "BoundaryEvent_FiveWorkingDays");
    harness.fireTimer(caseNo, "BoundaryEvent_EightWorkingDays");
    assertThat(facts()).containsSequence("deadline.warned/1", "deadline.warned/1");
    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");

    assertThat(facts()).endsWith("deadline.breached/1");
    assertThat(ledger.entries(caseNo))
        .filteredOn(e -> e.type().startsWith("deadline.warned"))
        .allSatisfy(
            e -> assertThat(e.step().elementId()).isEqualTo("ServiceTask_WarnAboutDeadline"));
    assertThat(tasks.ofCase(caseNo.value()))
        .singleElement()
        .extracting(OpenTask::elementId)
        .isEqualTo("UserTask_RegisterReferral");
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(ledger.verify(caseNo).whole()).isTrue();
  }

  @Test
  void a_corrected_receipt_moves_the_timers_and_what_is_past_fires_at_once_and_once() {
    harness.at(RECEIVED.plus(Duration.ofDays(1)));

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            s -> clocks.restartFrom("T01", caseNo.value(), Instant.parse("2026-07-22T10:00:00Z")));
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_TenWorkingDays"))
        .isEqualTo("2026-08-05T22:00:00Z");
    harness.runDueJobs(caseNo);

    assertThat(facts()).filteredOn(f -> f.equals("deadline.warned/1")).hasSize(2);
    assertThat(facts()).doesNotContain("deadline.breached/1");
  }

  @Test
  void told_in_the_last_minutes_there_is_no_breach() {
    harness.at(Instant.parse("2026-08-17T21:50:00Z"));
    harness.runDueJobs(caseNo);

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            s ->
                clocks.stop(
                    "T01", caseNo.value(), Instant.parse("2026-08-17T21:50:00Z"), "patient-told"));
    harness.at(Instant.parse("2026-08-18T08:00:00Z"));
    harness.runDueJobs(caseNo);

    assertThat(facts()).doesNotContain("deadline.breached/1");
    assertThat(clocks.find("T01", caseNo.value()))
        .get()
        .matches(c -> !c.running() && c.breachedAt() == null);
  }

  @Test
  void the_due_date_of_the_first_task_is_the_houses_own_next_working_day() {
    OpenTask register = tasks.ofCase(caseNo.value()).get(0);

    assertThat(register.due()).isEqualTo("2026-08-04T21:59:00Z");
  }

  private List<String> facts() {
    return ledger.entries(caseNo).stream().map(LedgerEntry::type).toList();
  }
}
