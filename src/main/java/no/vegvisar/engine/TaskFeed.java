package no.vegvisar.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every change of a user task through the engine's history, migration and deletion with
 * skipped listeners included (decisions 8), and tells the whole new state just before the
 * transaction commits: once per task, never late, never without the engine's own commit.
 */
class TaskFeed implements HistoryEventHandler {

  private static final Object KEY = new Object();

  private final ObjectProvider<OpenTasks> tasks;
  private final ObjectProvider<TaskChangeListener> listeners;

  TaskFeed(ObjectProvider<OpenTasks> tasks, ObjectProvider<TaskChangeListener> listeners) {
    this.tasks = tasks;
    this.listeners = listeners;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task) {
      boolean completed =
          event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)
              && "completed".equals(task.getDeleteReason());
      changed(task.getTaskId(), completed);
    } else if (event instanceof HistoricIdentityLinkLogEventEntity link
        && link.getTaskId() != null) {
      changed(link.getTaskId(), false);
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @SuppressWarnings("unchecked")
  private void changed(String taskId, boolean completed) {
    var pending = (Map<String, Boolean>) TransactionSynchronizationManager.getResource(KEY);
    if (pending == null) {
      pending = new LinkedHashMap<>();
      TransactionSynchronizationManager.bindResource(KEY, pending);
      TransactionSynchronizationManager.registerSynchronization(new Telling());
    }
    pending.merge(taskId, completed, Boolean::logicalOr);
  }

  private void tell(String taskId, boolean completed) {
    TaskChange change =
        tasks
            .getObject()
            .find(taskId)
            .<TaskChange>map(
                t ->
                    new TaskChange.Open(
                        t.taskId(),
                        t.caseNo(),
                        t.processKey(),
                        t.processVersion(),
                        t.processDefinitionId(),
                        t.processInstanceId(),
                        t.elementId(),
                        t.name().en(),
                        t.role(),
                        t.assignee(),
                        t.created(),
                        t.due()))
            .orElseGet(() -> new TaskChange.Closed(taskId, completed));
    listeners.orderedStream().forEach(l -> l.changed(change));
  }

  private final class Telling implements TransactionSynchronization {

    @Override
    @SuppressWarnings("unchecked")
    public void beforeCommit(boolean readOnly) {
      var pending = (Map<String, Boolean>) TransactionSynchronizationManager.getResource(KEY);
      while (pending != null && !pending.isEmpty()) {
        var now = new LinkedHashMap<>(pending);
        pending.clear();
        now.forEach(TaskFeed.this::tell);
      }
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    @Override
    public void suspend() {
      if (TransactionSynchronizationManager.hasResource(KEY)) {
        suspended = TransactionSynchronizationManager.unbindResource(KEY);
      }
    }

    @Override
    public void resume() {
      if (suspended != null) {
        TransactionSynchronizationManager.bindResource(KEY, suspended);
        suspended = null;
      }
    }

    private Object suspended;
  }
}
