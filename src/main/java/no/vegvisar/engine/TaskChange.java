package no.vegvisar.engine;

import java.time.Instant;

/**
 * A change of a user task, told in the engine's own transaction whatever caused it (decisions 8).
 */
public sealed interface TaskChange {

  String taskId();

  /** Offered, changed (assignee, due, name, candidate group) or migrated: the whole new state. */
  record Open(
      String taskId,
      String caseNo,
      String processKey,
      int processVersion,
      String processDefinitionId,
      String processInstanceId,
      String elementId,
      String name,
      String role,
      String assignee,
      Instant created,
      Instant due)
      implements TaskChange {}

  /** Completed, cancelled or deleted. */
  record Closed(String taskId, boolean completed) implements TaskChange {}
}
