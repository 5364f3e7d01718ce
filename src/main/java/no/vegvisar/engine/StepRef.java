package no.vegvisar.engine;

/**
 * The step of a process from which something is being done; goes with every ledger event.
 *
 * @param processKey key of the definition, e.g. referral-intake
 * @param processVersion version of the definition the instance runs
 * @param elementId id on the diagram, e.g. UserTask_RegisterReferral
 * @param taskId id of the user task, or null for a service task
 * @param formId id of the form, or null
 * @param formVersion first 12 characters of the SHA-256 of the form's file, or null
 */
public record StepRef(
    String processKey,
    int processVersion,
    String elementId,
    String taskId,
    String formId,
    String formVersion) {}
