package no.vegvisar.casefile;

import java.time.Clock;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conflicts of interest (edge 14): the patient is a colleague, a relative, a neighbour. Whoever
 * says so neither sees the case nor works on it from then on, and their tasks go back to the group.
 * Nobody is asked why, and nobody can read it.
 */
@Service
@Transactional
public class Conflicts {

  private final ConflictRows rows;
  private final OpenTasks tasks;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  Conflicts(
      ConflictRows rows,
      OpenTasks tasks,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.rows = rows;
    this.tasks = tasks;
    this.ledger = ledger;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /** The current actor steps back; once is enough. */
  public void stepBack(CaseNo caseNo) {
    Actor actor = current.get();
    if (rows.has(caseNo, actor.id())) {
      return;
    }
    access.require(caseNo, Thing.CASE_SUMMARY);
    ledger.lock(caseNo);
    if (!rows.add(caseNo, actor.id(), clock.instant())) {
      return;
    }
    tasks.ofCase(caseNo.value()).stream()
        .filter(t -> actor.id().value().equals(t.assignee()))
        .forEach(t -> tasks.assign(t.taskId(), null));
    ledger.append(caseNo, new CasefileEvent.SteppedBack(actor.id().value()));
  }

  /** Whether this user has stepped back from the case: they are given nothing of it to do. */
  @Transactional(readOnly = true)
  public boolean has(CaseNo caseNo, UserId user) {
    return rows.has(caseNo, user);
  }
}
