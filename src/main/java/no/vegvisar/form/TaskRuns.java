package no.vegvisar.form;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The runs there are, and where a task stands in one. */
@Component
public class TaskRuns {

  /**
   * A task in a run.
   *
   * @param position from 1
   * @param previous null for the first
   * @param next null for the last
   */
  public record Place(TaskRun run, int position, int of, String previous, String next) {

    /** The address of a task of this run. */
    public String address(String taskId) {
      return "/tasks/" + taskId + "?run=" + run.key();
    }
  }

  private final ObjectProvider<TaskRun> runs;

  TaskRuns(ObjectProvider<TaskRun> runs) {
    this.runs = runs;
  }

  /** Empty for an unknown run, and for a task that is not in it. */
  public Optional<Place> of(String runKey, String taskId) {
    return runs.stream()
        .filter(r -> r.key().equals(runKey))
        .findFirst()
        .flatMap(r -> place(r, taskId));
  }

  private static Optional<Place> place(TaskRun run, String taskId) {
    List<String> ids = run.taskIds();
    int at = ids.indexOf(taskId);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new Place(
                run,
                at + 1,
                ids.size(),
                at == 0 ? null : ids.get(at - 1),
                at == ids.size() - 1 ? null : ids.get(at + 1)));
  }
}
