package no.vegvisar.engine;

import java.util.Optional;

/** Guards user tasks, whatever client asks: implemented by the form gate (rule 1). */
public interface TaskGate {

  /**
   * Whether a task with a form may complete now: only with a submission stored in this transaction.
   */
  boolean mayComplete(String taskId, String formId);

  /**
   * Who a new task is for, when the case's team already names the person; empty: the role's queue.
   */
  Optional<String> assigneeFor(String caseNo, String role, String elementId);
}
