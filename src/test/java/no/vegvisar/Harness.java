package no.vegvisar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.engine.Correlations;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a test does by hand that the running application does by itself: time, jobs, messages, the
 * outbox.
 */
@Component
public class Harness {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final Correlations correlations;
  private final ObjectProvider<Outbox> outbox;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Harness(
      RuntimeService runtime,
      ManagementService management,
      Correlations correlations,
      ObjectProvider<Outbox> outbox,
      MovableClock clock,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.runtime = runtime;
    this.management = management;
    this.correlations = correlations;
    this.outbox = outbox;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Stops the clock of application and engine at this instant; released after the test. */
  public void at(Instant instant) {
    clock.setTo(instant);
  }

  /**
   * Runs what is due for this case until nothing is: jobs at the clock's time and messages, not the
   * outbox.
   */
  public void runDueJobs(CaseNo caseNo) {
    boolean more = true;
    while (more) {
      more = false;
      for (Job job : dueJobs(caseNo)) {
        management.executeJob(job.getId());
        more = true;
      }
      makeMessagesDue();
      more |= correlations.deliverDue() > 0;
    }
  }

  /**
   * Runs jobs, messages and the outbox until all is still; on both sides when they are on this
   * installation.
   */
  public void settle(CaseNo... cases) {
    for (int round = 0; round < 12; round++) {
      for (CaseNo caseNo : cases) {
        runDueJobs(caseNo);
      }
      outbox.ifAvailable(Outbox::drain);
      if (cases.length == 0) {
        makeMessagesDue();
        correlations.deliverDue();
      }
    }
  }

  /**
   * Moves the clock to the timer of this boundary event and fires it; a fault when the case has no
   * such timer.
   */
  public void fireTimer(CaseNo caseNo, String elementId) {
    Job timer =
        jobs(caseNo).stream()
            .filter(j -> elementOf(j).equals(elementId))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no timer " + elementId + " on the case"));
    clock.setTo(timer.getDuedate().toInstant());
    management.executeJob(timer.getId());
  }

  /** When the timer of this element is due. */
  public Instant dueOf(CaseNo caseNo, String elementId) {
    return jobs(caseNo).stream()
        .filter(j -> elementOf(j).equals(elementId))
        .map(Job::getDuedate)
        .map(Date::toInstant)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no timer " + elementId + " on the case"));
  }

  /** The pool commits nothing by itself, so this needs a transaction of its own. */
  private void makeMessagesDue() {
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "update pending_correlation set due_at = created_at where done_at is null"));
  }

  /** All jobs of all instances of the case. */
  public List<Job> jobs(CaseNo caseNo) {
    List<Job> jobs = new ArrayList<>();
    for (ProcessInstance instance :
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo.value()).list()) {
      jobs.addAll(management.createJobQuery().processInstanceId(instance.getId()).list());
    }
    return jobs;
  }

  private List<Job> dueJobs(CaseNo caseNo) {
    Date now = Date.from(clock.instant());
    return jobs(caseNo).stream()
        .filter(j -> j.getRetries() > 0 && (j.getDuedate() == null || !j.getDuedate().after(now)))
        .toList();
  }

  private String elementOf(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }
}
