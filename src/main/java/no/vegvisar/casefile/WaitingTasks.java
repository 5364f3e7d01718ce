package no.vegvisar.casefile;

import java.time.Instant;
import java.util.List;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/** Open tasks of one kind in the current actor's units; implemented by {@code worklist}. */
public interface WaitingTasks {

  /**
   * @param holder who has taken it, or null
   * @param due or null
   */
  record Waiting(String taskId, CaseNo caseNo, UserId holder, Instant due, Instant createdAt) {}

  /**
   * Those the actor could take or has, whoever holds them, most urgent first; at most 200.
   *
   * @param elementId of the user task in its model
   */
  List<Waiting> ofKind(String elementId);
}
