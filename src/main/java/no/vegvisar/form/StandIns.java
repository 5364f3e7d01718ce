package no.vegvisar.form;

import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Component;

/** Whose task a stand-in may take over, and for whom a task that was taken over is done. */
@Component
class StandIns {

  private final Absences absences;
  private final UnitOfRole units;
  private final CaseLedger ledger;

  StandIns(Absences absences, UnitOfRole units, CaseLedger ledger) {
    this.absences = absences;
    this.units = units;
    this.ledger = ledger;
  }

  /** The colleague who has the task and whom the actor stands in for today in its role and unit. */
  Optional<UserId> absentHolder(OpenTask task, CaseNo caseNo, Actor actor) {
    if (task.assignee() == null || task.role() == null) {
      return Optional.empty();
    }
    return absences.coveredBy(actor.id()).stream()
        .filter(a -> a.user().value().equals(task.assignee()))
        .filter(a -> a.role().code().equals(task.role()))
        .filter(a -> a.unit().equals(units.unitFor(a.role(), caseNo, null)))
        .map(Absence::user)
        .findFirst();
  }

  /** The actor, on behalf of whom they took the task over for. */
  Actor acting(OpenTask task, CaseNo caseNo, Actor actor) {
    return ledger.entries(caseNo).stream()
        .filter(
            e ->
                e.event() instanceof FormEvent.TaskTakenFor t
                    && t.taskId().equals(task.taskId())
                    && t.deputy().equals(actor.id().value()))
        .reduce((first, last) -> last)
        .map(e -> new UserId(((FormEvent.TaskTakenFor) e.event()).absent()))
        .map(
            absent ->
                new Actor(actor.id(), actor.displayName(), actor.body(), actor.held(), absent))
        .orElse(actor);
  }
}
