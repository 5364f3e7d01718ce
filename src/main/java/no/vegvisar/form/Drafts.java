package no.vegvisar.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.organisation.UserId;

/**
 * What somebody has typed into a form and not sent yet; kept on the server only. A draft of a task
 * is saved by the task's page and can only be read here.
 */
public interface Drafts {

  /**
   * @param rev counts each saving; a saving with an older rev is refused
   */
  record Draft(
      UUID id, String formId, UserId owner, int rev, String answersJson, Instant changedAt) {}

  List<Draft> of(UserId owner, String formId);

  /** The draft when it is this owner's; else empty. */
  Optional<Draft> find(UUID id, UserId owner);

  /** What the owner has typed into the form of this task so far; empty when nothing is saved. */
  Optional<Draft> ofTask(String taskId, UserId owner);

  /**
   * Saves anew ({@code id} null) or over rev; empty when somebody (another tab) saved in between.
   */
  Optional<Draft> save(UserId owner, String formId, UUID id, int rev, String answersJson);

  /** Begins an empty draft under this id, for what is kept beside it; nothing when it is there. */
  void begin(UserId owner, String formId, UUID id);

  /** Gone: sent or thrown away. */
  void discard(UUID id, UserId owner);
}
