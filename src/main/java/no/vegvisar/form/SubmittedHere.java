package no.vegvisar.form;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.access.Actors;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.engine.TaskGate;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.PerTransaction;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's question whether a form task may complete: only when its submission was stored in
 * this very transaction. A submission of yesterday, or of another client's transaction, opens
 * nothing.
 */
@Component
class SubmittedHere implements TaskGate {

  private static final PerTransaction<Stored> STORED =
      new PerTransaction<>(Stored.class, Stored::new);
  private static final Set<Role> PERSONAL =
      Set.of(Role.THERAPIST, Role.DOCTOR, Role.MUNICIPAL_COORDINATOR);

  private final ObjectProvider<CaseFiles> cases;
  private final ObjectProvider<Actors> actors;

  SubmittedHere(ObjectProvider<CaseFiles> cases, ObjectProvider<Actors> actors) {
    this.cases = cases;
    this.actors = actors;
  }

  @Override
  public boolean mayComplete(String taskId, String formId) {
    return STORED.find().filter(stored -> stored.tasks.contains(taskId)).isPresent();
  }

  @Override
  public Optional<String> assigneeFor(String caseNo, String role, String elementId) {
    Optional<Role> known = Role.ofCode(role).filter(PERSONAL::contains);
    Optional<CaseNo> number = caseNo == null ? Optional.empty() : CaseNo.tryParse(caseNo);
    if (known.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    // who no longer holds the role gets no more tasks: the queue carries them
    return cases
        .getObject()
        .member(number.get(), known.get())
        .filter(user -> actors.getObject().of(user).filter(a -> a.holds(known.get())).isPresent())
        .map(UserId::value);
  }

  /**
   * Notes that this transaction has stored the task's submission; forgotten when it ends, however
   * it ends.
   */
  static void note(String taskId) {
    STORED.get().tasks.add(taskId);
  }

  /** Tasks whose submission one transaction has stored. */
  private static final class Stored {
    private final Set<String> tasks = new HashSet<>();
  }
}
