package no.vegvisar.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's open user tasks and what may be done with them. Who may, is asked elsewhere, before.
 */
public interface OpenTasks {

  Optional<OpenTask> find(String taskId);

  List<OpenTask> ofCase(String caseNo);

  /** Every open task; for the proof that the worklist equals the engine. */
  List<OpenTask> all();

  /**
   * The JSON of the form bound to the task, from the deployment its instance runs; empty when it
   * has none.
   */
  Optional<String> form(String taskId);

  /** Claims for the user; false when somebody else holds it. */
  boolean claim(String taskId, String userId);

  /** Puts the task back, or hands it to another user. */
  void assign(String taskId, String userIdOrNull);

  /**
   * Completes with the answers that gateways ask; refused by {@link TaskGate} without a submission.
   */
  void complete(String taskId, Map<String, String> answers);
}
