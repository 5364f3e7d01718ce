package no.vegvisar.correspondence;

import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Relations;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * What ties intake to a case while one of its letters lies at the desk: an open task is a ground of
 * access and ends with the task (rule 4), also when the case has moved on to where care is given.
 */
@Component
class PostTies {

  private final Relations relations;
  private final UnitOfRole units;
  private final CurrentActor actor;

  PostTies(Relations relations, UnitOfRole units, CurrentActor actor) {
    this.relations = relations;
    this.units = units;
    this.actor = actor;
  }

  void lies(CaseNo caseNo, UUID letterId) {
    relations.taskOpened(
        caseNo, key(letterId), Role.INTAKE, units.unitFor(Role.INTAKE, caseNo, null));
  }

  void gone(UUID letterId) {
    relations.taskClosed(key(letterId));
  }

  /** Whoever has the letter in hand reads it for as long as that takes. */
  <T> T inHand(UUID letterId, Supplier<T> work) {
    relations.taskAssigned(key(letterId), actor.get().id());
    T done = work.get();
    relations.taskAssigned(key(letterId), null);
    return done;
  }

  private static String key(UUID letterId) {
    return "letter:" + letterId;
  }
}
