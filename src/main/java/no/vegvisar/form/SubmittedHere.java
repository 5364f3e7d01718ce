package no.vegvisar.form;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.access.Actors;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.engine.TaskGate;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's question whether a form task may complete: only when its submission was stored in
 * this very transaction. A submission of yesterday, or of another client's transaction, opens
 * nothing.
 */
@Component
class SubmittedHere implements TaskGate {

  private static final Object KEY = new Object();
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
    return TransactionSynchronizationManager.getResource(KEY) instanceof Set<?> tasks
        && tasks.contains(taskId);
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
  @SuppressWarnings("unchecked")
  static void note(String taskId) {
    var tasks = (Set<String>) TransactionSynchronizationManager.getResource(KEY);
    if (tasks == null) {
      tasks = new HashSet<>();
      TransactionSynchronizationManager.bindResource(KEY, tasks);
      TransactionSynchronizationManager.registerSynchronization(new Forgetting());
    }
    tasks.add(taskId);
  }

  private static final class Forgetting implements TransactionSynchronization {

    private Object suspended;

    @Override
    public void suspend() {
      suspended = TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    @Override
    public void resume() {
      if (suspended != null) {
        TransactionSynchronizationManager.bindResource(KEY, suspended);
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
  }
}
