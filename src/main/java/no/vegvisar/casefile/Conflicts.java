package no.vegvisar.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.StaffIdentities;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conflicts of interest (edge 14): the patient is a colleague, a relative, a neighbour. Whoever
 * says so neither sees the case nor works on it from then on, and their tasks go back to the group.
 * Nobody is asked why, and nobody can read it. Said by mistake it can be taken back, with a reason,
 * by who said it or the head of the unit.
 */
@Service
@Transactional
public class Conflicts {

  private static final int LONGEST_REASON = 1000;

  private final ConflictRows rows;
  private final StaffIdentities identities;
  private final OpenTasks tasks;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  Conflicts(
      ConflictRows rows,
      StaffIdentities identities,
      OpenTasks tasks,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.rows = rows;
    this.identities = identities;
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
    List<String> mine =
        tasks.ofCase(caseNo.value()).stream()
            .filter(t -> actor.id().value().equals(t.assignee()))
            .map(OpenTask::taskId)
            .toList();
    if (!rows.add(caseNo, actor.id(), clock.instant(), mine)) {
      return;
    }
    mine.forEach(task -> tasks.assign(task, null));
    ledger.append(caseNo, new CasefileEvent.SteppedBack(actor.id().value()));
  }

  /**
   * Somebody who has stepped back from a case.
   *
   * @param version goes along as {@code _version}: it may stand anew by then
   */
  public record SteppedBack(CaseNo caseNo, UserId user, Instant at, String version) {}

  /** The current actor's own; the number is all they may see of each. */
  @Transactional(readOnly = true)
  public List<SteppedBack> mine() {
    return rows.ofUser(current.get().id()).stream()
        .filter(row -> !row.own())
        .map(Conflicts::view)
        .toList();
  }

  /** Those on a case that the actor may take back: their own, or all for the head of the unit. */
  @Transactional(readOnly = true)
  public List<SteppedBack> thatMayBeTakenBack(CaseNo caseNo) {
    return rows.ofCase(caseNo).stream()
        .filter(row -> mayTakeBack(caseNo, row.user(), row.own()))
        .map(Conflicts::view)
        .toList();
  }

  private boolean mayTakeBack(CaseNo caseNo, UserId user, boolean own) {
    Actor actor = current.get();
    // who is the patient does not open the own case; the head of the unit may, for a wrong number
    return (actor.id().equals(user) && !own)
        || (actor.holds(Role.UNIT_LEAD) && access.decide(caseNo, Thing.CASE_SUMMARY).allowed());
  }

  /**
   * It was a mistake: the case opens again, and what they had to do comes back unless a colleague
   * has it. The number that shut it was somebody else's and is forgotten, so that the right one can
   * be told. Sent twice it is done once.
   *
   * @param seen the version of the page
   */
  public List<Refusal> takeBack(CaseNo caseNo, UserId user, String seen, String reason) {
    Optional<ConflictRows.Row> row =
        rows.ofCase(caseNo).stream().filter(r -> r.user().equals(user)).findFirst();
    if (!mayTakeBack(caseNo, user, row.filter(ConflictRows.Row::own).isPresent())) {
      throw new NoAccessException(Refusal.of("casefile.conflict.refusal.may-not"));
    }
    ledger.lock(caseNo);
    if (row.isEmpty()) {
      return List.of();
    }
    if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      return List.of(Refusal.of("casefile.conflict.refusal.reason", LONGEST_REASON).at("reason"));
    }
    if (!view(row.get()).version().equals(seen)) {
      return List.of(Refusal.of("casefile.conflict.refusal.changed"));
    }
    if (!rows.takeBack(caseNo, user, current.get().id(), clock.instant())) {
      return List.of();
    }
    if (row.get().own()) {
      identities.forget(user);
    }
    row.get().tasks().stream()
        .map(tasks::find)
        .flatMap(Optional::stream)
        .filter(task -> task.assignee() == null)
        .forEach(task -> tasks.assign(task.taskId(), user.value()));
    ledger.append(caseNo, new CasefileEvent.StepBackUndone(user.value(), reason.strip()));
    return List.of();
  }

  private static SteppedBack view(ConflictRows.Row row) {
    return new SteppedBack(
        row.caseNo(), row.user(), row.at(), String.valueOf(row.at().toEpochMilli()));
  }

  /** Whether this user has stepped back from the case: they are given nothing of it to do. */
  @Transactional(readOnly = true)
  public boolean has(CaseNo caseNo, UserId user) {
    return rows.has(caseNo, user);
  }
}
