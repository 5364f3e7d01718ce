package no.vegvisar.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import no.vegvisar.kernel.PerTransaction;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears every change of a user task through the engine's history, migration and deletion with
 * skipped listeners included (decisions 8), and tells the whole new state just before the
 * transaction commits: once per task, never late, never without the engine's own commit.
 */
class TaskFeed implements HistoryEventHandler {

  private final ObjectProvider<OpenTasks> tasks;
  private final ObjectProvider<TaskChangeListener> listeners;
  private final PerTransaction<Changes> changes =
      new PerTransaction<>(Changes.class, Changes::new, c -> c.tellAll(this::tell));

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

  private void changed(String taskId, boolean completed) {
    changes.get().note(taskId, completed);
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

  /** Tasks that changed in one transaction, and whether they were completed. */
  private static final class Changes {

    private final Map<String, Boolean> pending = new LinkedHashMap<>();

    void note(String taskId, boolean completed) {
      pending.merge(taskId, completed, Boolean::logicalOr);
    }

    /** Until there are none: who hears of a change may make another. */
    void tellAll(BiConsumer<String, Boolean> telling) {
      while (!pending.isEmpty()) {
        var now = new LinkedHashMap<>(pending);
        pending.clear();
        now.forEach(telling);
      }
    }
  }
}
