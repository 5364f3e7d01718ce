package no.vegvisar.engine;

import java.time.Instant;
import java.util.Map;
import no.vegvisar.kernel.LocalText;

/**
 * An open user task as the engine knows it; nothing personal in it.
 *
 * @param caseNo business key
 * @param name label of the task in three languages, read from the model the instance runs
 * @param processName label of the process in three languages
 * @param documentation the task's documentation, in three languages; texts may be empty
 * @param role code of the candidate group, or null
 * @param assignee user id, or null
 * @param due or null
 * @param formId id of the .form bound to the task, or null
 * @param properties camunda:properties of the task (rule, notSamePersonAs, …); never null
 * @param variables what gateways ask, as far as visible from the task (requestId, groupId, letterId
 *     …)
 */
public record OpenTask(
    String taskId,
    String caseNo,
    String processKey,
    int processVersion,
    String processDefinitionId,
    String processInstanceId,
    String elementId,
    LocalText name,
    LocalText processName,
    LocalText documentation,
    String role,
    String assignee,
    Instant created,
    Instant due,
    String formId,
    Map<String, String> properties,
    Map<String, Object> variables) {

  public StepRef step(String formVersion) {
    return new StepRef(processKey, processVersion, elementId, taskId, formId, formVersion);
  }
}
