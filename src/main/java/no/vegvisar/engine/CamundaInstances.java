package no.vegvisar.engine;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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

  CamundaInstances(RuntimeService runtime, ManagementService management, TaskService tasks, ProcessEngine engine) {
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
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).rootProcessInstances().count() > 0;
  }

  @Override
  public void clockMoved(String caseNo) {
    for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list()) {
      for (Job timer : management.createJobQuery().processInstanceId(instance.getId()).timers().list()) {
        management.recalculateJobDuedate(timer.getId(), false);
      }
    }
    // recalculating moves the timer, not the task: its due date is asked anew (decisions 11)
    for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list()) {
      moveDue(task.getId());
    }
  }

  private void moveDue(String taskId) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    Date due =
        configuration
            .getCommandExecutorTxRequired()
            .execute(
                context -> {
                  TaskEntity task = context.getTaskManager().findTaskById(taskId);
                  Expression expression = task.getTaskDefinition().getDueDateExpression();
                  return expression == null ? null : (Date) expression.getValue(task.getExecution());
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
