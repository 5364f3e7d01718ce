package no.vegvisar.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the list with the engine, row by row. */
@Component
public class WorklistProof {

  private final WorkItems items;
  private final OpenTasks tasks;

  WorklistProof(WorkItems items, OpenTasks tasks) {
    this.items = items;
    this.tasks = tasks;
  }

  /** What differs, by task id in technical words; empty when the list equals the engine. */
  @Transactional(readOnly = true)
  public List<String> differences() {
    Map<String, WorkItem> rows = new TreeMap<>();
    items.ofEngine().forEach(i -> rows.put(i.id(), i));
    List<String> found = new ArrayList<>();
    for (OpenTask task : tasks.all()) {
      WorkItem row = rows.remove(task.taskId());
      if (row == null) {
        found.add(task.taskId() + ": not in the list");
      } else {
        Instant due =
            task.due() == null || !task.due().isBefore(WorkItems.NEVER) ? null : task.due();
        differ(found, task.taskId(), "case", task.caseNo(), row.caseNo());
        differ(found, task.taskId(), "element", task.elementId(), row.kind());
        differ(found, task.taskId(), "role", task.role(), row.role());
        differ(found, task.taskId(), "assignee", task.assignee(), row.assignee());
        differ(found, task.taskId(), "due", due, row.due());
        differ(found, task.taskId(), "title", task.name(), row.title());
      }
    }
    rows.keySet().forEach(id -> found.add(id + ": not in the engine"));
    return List.copyOf(found);
  }

  private static void differ(
      List<String> found, String id, String what, Object engine, Object list) {
    if (!Objects.equals(engine, list)) {
      found.add(id + ": " + what + " is " + engine + ", the list says " + list);
    }
  }
}
