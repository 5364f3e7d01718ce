package no.vegvisar.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Keeps every task change the engine told, for tests to read. */
@Component
class HeardChanges implements TaskChangeListener {

  private final List<TaskChange> all = new CopyOnWriteArrayList<>();

  @Override
  public void changed(TaskChange change) {
    all.add(change);
  }

  List<TaskChange> of(String taskId) {
    return all.stream().filter(change -> change.taskId().equals(taskId)).toList();
  }
}
