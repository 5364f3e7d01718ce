package no.vegvisar.engine;

import java.time.Instant;
import java.util.List;
import no.vegvisar.kernel.LocalText;

/**
 * How a case went through its processes, from the engine's history (rule: auditors see the version
 * that ran).
 */
public interface PathHistory {

  record Instance(
      String id,
      String parentId,
      String processKey,
      int version,
      String definitionId,
      LocalText name,
      Instant started,
      Instant ended,
      boolean active) {}

  record Step(
      String instanceId,
      String elementId,
      String type,
      LocalText name,
      String assignee,
      String taskId,
      Instant started,
      Instant ended,
      boolean canceled) {}

  /** All instances of the case, roots first, then by start. */
  List<Instance> instances(String caseNo);

  /** Steps of one instance in the order they were entered. */
  List<Step> steps(String instanceId);
}
