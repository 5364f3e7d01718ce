package no.vegvisar.demo;

import java.sql.Timestamp;
import java.time.Duration;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.patient.Patients;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What went wrong in the demo's house: a notice of D16 whose sending was cut off in the middle. */
@Component
@Profile({"demo", "test"})
class DemoIncidents {

  private static final String D16 = "25859037235";

  private final CaseFiles cases;
  private final Patients patients;
  private final Outbox outbox;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  DemoIncidents(
      CaseFiles cases,
      Patients patients,
      Outbox outbox,
      MovableClock clock,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.cases = cases;
    this.patients = patients;
    this.outbox = outbox;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  void add(DemoTime time) {
    clock.setTo(DemoTime.at(time.working(-1), 15, 0));
    CaseNo caseNo = cases.ofPerson(patients.find("hmr", D16).orElseThrow().id()).get(0).caseNo();
    transaction.executeWithoutResult(status -> interrupted(caseNo));
    outbox.drain();
  }

  /** As a kill leaves it: taken for sending, and the time for that has run out. */
  private void interrupted(CaseNo caseNo) {
    var row =
        outbox.enqueue(
            new Outbox.Item("notice", caseNo, caseNo.value(), "something-waits", null, null));
    jdbc.update(
        "update outbox set state = 'SENDING', lease_until = ? where id = ?",
        Timestamp.from(clock.instant().minus(Duration.ofMinutes(1))),
        row);
  }
}
