package no.vegvisar.engine;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** {@link DueJobs} on Camunda 7. */
@Component
class CamundaDueJobs implements DueJobs {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final ProcessEngine engine;
  private final Clock clock;
  private boolean heldHere;

  CamundaDueJobs(
      RuntimeService runtime, ManagementService management, ProcessEngine engine, Clock clock) {
    this.runtime = runtime;
    this.management = management;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public int run(String caseNo) {
    int ran = 0;
    for (List<Job> due = due(caseNo); !due.isEmpty(); due = due(caseNo)) {
      for (Job job : due) {
        management.executeJob(job.getId());
        ran++;
      }
    }
    return ran;
  }

  private List<Job> due(String caseNo) {
    Date now = Date.from(clock.instant());
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
        .flatMap(i -> management.createJobQuery().processInstanceId(i.getId()).list().stream())
        .filter(j -> j.getRetries() > 0 && (j.getDuedate() == null || !j.getDuedate().after(now)))
        .toList();
  }

  @Override
  public void hold() {
    if (executor().isActive()) {
      executor().shutdown();
      heldHere = true;
    }
  }

  @Override
  public void release() {
    if (heldHere) {
      executor().start();
      heldHere = false;
    }
  }

  private JobExecutor executor() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }
}
