package no.vegvisar.engine;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Instances} on Camunda 7. */
@Component
@Transactional
class CamundaInstances implements Instances {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;
  private final ProcessEngine engine;

  CamundaInstances(
      RuntimeService runtime,
      ManagementService management,
      TaskService tasks,
      ProcessEngine engine) {
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
    this.engine = engine;
  }

  @Override
  public String start(String message, String caseNo, Map<String, String> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("caseNo", caseNo);
    return runtime.startProcessInstanceByMessage(message, caseNo, all).getId();
  }

  @Override
  public boolean isRunning(String caseNo) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(caseNo)
            .rootProcessInstances()
            .count()
        > 0;
  }

  @Override
  public void clockMoved(String caseNo) {
    for (ProcessInstance instance :
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list()) {
      for (Job timer :
          management.createJobQuery().processInstanceId(instance.getId()).timers().list()) {
        if (!leaves(context -> context.getJobManager().findJobById(timer.getId()))) {
          management.recalculateJobDuedate(timer.getId(), false);
        }
      }
    }
    // recalculating moves the timer, not the task: its due date is asked anew (decisions 11)
    for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list()) {
      moveDue(task.getId());
    }
  }

  /**
   * An interrupted step is still in the database while its clocks stop in the same command; its
   * variables are gone.
   */
  private boolean leaves(Function<CommandContext, DbEntity> find) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              DbEntity found = find.apply(context);
              return found == null || context.getDbEntityManager().isDeleted(found);
            });
  }

  private void moveDue(String taskId) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    Date due =
        configuration
            .getCommandExecutorTxRequired()
            .execute(
                context -> {
                  TaskEntity task = context.getTaskManager().findTaskById(taskId);
                  if (task == null || context.getDbEntityManager().isDeleted(task)) {
                    return null;
                  }
                  Expression expression = task.getTaskDefinition().getDueDateExpression();
                  return expression == null
                      ? null
                      : (Date) expression.getValue(task.getExecution());
                });
    if (due != null) {
      Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
      if (!due.equals(task.getDueDate())) {
        task.setDueDate(due);
        tasks.saveTask(task);
      }
    }
  }
}
