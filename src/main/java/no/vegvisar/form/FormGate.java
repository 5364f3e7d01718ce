package no.vegvisar.form;

import java.util.List;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;

/**
 * The only way a form task completes: validation against the very .form it was drawn from,
 * submission stored, command, task, in one transaction (rule 1). Also takes forms that belong to no
 * task.
 */
public interface FormGate {

  /** Key of the refusal when other answers than these were sent from the same page before. */
  String SENT_BEFORE = "form.refusal.sent-before";

  /**
   * @param key idempotency key of the page; a repeat returns the first result (decisions 26)
   * @param answersJson JSON object as typed
   */
  Outcome<Submission> completeTask(String taskId, String key, String answersJson);

  /**
   * A form without a task, from the newest file in {@code forms/}; its handler gets the submission.
   */
  Outcome<Submission> submit(String formId, CaseNo caseNoOrNull, String key, String answersJson);

  /** A stored submission. */
  Submission get(UUID submissionId);

  List<Submission> ofCase(CaseNo caseNo);
}
