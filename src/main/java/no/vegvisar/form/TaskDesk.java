package no.vegvisar.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.engine.CurrentStep;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who takes a task, puts it back or hands it over. One takes a task of a role one holds in the
 * task's unit; never one that the same person may not decide twice (property {@code
 * notSamePersonAs}).
 */
@Component
public class TaskDesk {

  private static final String TAKEN = "form.refusal.taken";
  private static final int MOST_NOTE = 1000;

  private final OpenTasks tasks;
  private final UnitOfRole units;
  private final Submissions submissions;
  private final StoredDrafts drafts;
  private final CaseLedger ledger;
  private final Conflicts conflicts;
  private final StandIns standIns;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Users users;
  private final TransactionTemplate tx;

  TaskDesk(
      OpenTasks tasks,
      UnitOfRole units,
      Submissions submissions,
      StoredDrafts drafts,
      CaseLedger ledger,
      Conflicts conflicts,
      StandIns standIns,
      CaseAccess access,
      CurrentActor current,
      Users users,
      PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.units = units;
    this.submissions = submissions;
    this.drafts = drafts;
    this.ledger = ledger;
    this.conflicts = conflicts;
    this.standIns = standIns;
    this.access = access;
    this.current = current;
    this.users = users;
    this.tx = new TransactionTemplate(transactions);
  }

  /** Takes the task for the current actor; taking one's own again is done already. */
  public Outcome<OpenTask> claim(String taskId) {
    return locked(
        taskId,
        task -> {
          Actor actor = current.get();
          CaseNo caseNo = CaseNo.parse(task.caseNo());
          if (actor.id().value().equals(task.assignee())) {
            return Outcome.done(task);
          }
          Optional<Refusal> against = against(task, caseNo, actor);
          // a task that a colleague took a moment ago no longer opens the case, and is refused in
          // these words all the same
          if (against.filter(r -> r.key().equals(TAKEN)).isEmpty()) {
            access.require(caseNo, Thing.CASE_SUMMARY);
          }
          if (against.isPresent()) {
            return Outcome.refused(against.get());
          }
          Optional<UserId> absent = standIns.absentHolder(task, caseNo, actor);
          if (absent.isPresent()) {
            drafts.handOver(taskId, absent.get(), actor.id());
            tasks.assign(taskId, actor.id().value());
            ledger.append(
                caseNo,
                new FormEvent.TaskTakenFor(taskId, absent.get().value(), actor.id().value()));
            return again(taskId);
          }
          return tasks.claim(taskId, actor.id().value())
              ? again(taskId)
              : Outcome.refused(Refusal.of("form.refusal.taken"));
        });
  }

  /** Puts one's task back into the role's queue; what was typed stays one's own draft. */
  public Outcome<OpenTask> release(String taskId) {
    return locked(
        taskId,
        task -> {
          if (!current.get().id().value().equals(task.assignee())) {
            return Outcome.refused(notMine(task));
          }
          tasks.assign(taskId, null);
          return again(taskId);
        });
  }

  /**
   * Hands one's task to a colleague who may do it, with a word for them that is kept on the case.
   */
  public Outcome<OpenTask> handOver(String taskId, UserId to, String note) {
    return locked(
        taskId,
        task -> {
          Actor actor = current.get();
          if (!actor.id().value().equals(task.assignee())) {
            return Outcome.refused(notMine(task));
          }
          CaseNo caseNo = CaseNo.parse(task.caseNo());
          if (note != null && note.length() > MOST_NOTE) {
            return Outcome.refused(Refusal.of("form.refusal.note", MOST_NOTE).at("note"));
          }
          if (successors(task).stream().noneMatch(u -> u.id().equals(to))) {
            return Outcome.refused(Refusal.of("form.refusal.successor").at("to"));
          }
          drafts.handOver(taskId, actor.id(), to);
          tasks.assign(taskId, to.value());
          String words = note == null || note.isBlank() ? null : note.strip();
          CurrentStep.in(
              task.step(null),
              () ->
                  ledger.append(
                      caseNo,
                      new FormEvent.TaskHandedOver(taskId, actor.id().value(), to.value(), words)));
          return again(taskId);
        });
  }

  /**
   * Why the current actor, who does not have the task, can do nothing with it: nobody or a
   * colleague has it, or it is for another role. Refuses by NoAccessException whoever may not know
   * of the case.
   */
  public Refusal notMine(OpenTask task) {
    if (units.mayHave(current.get(), task)) {
      return Refusal.of(task.assignee() == null ? "form.refusal.unclaimed" : TAKEN);
    }
    access.require(CaseNo.parse(task.caseNo()), Thing.CASE_SUMMARY);
    return Refusal.of("form.refusal.role");
  }

  /** The name of the colleague who has the task, for those who could have had it. */
  @Transactional(readOnly = true)
  public Optional<String> holder(String taskId) {
    return tasks
        .find(taskId)
        .filter(task -> task.assignee() != null && units.mayHave(current.get(), task))
        .map(task -> users.displayName(new UserId(task.assignee())));
  }

  /**
   * Why the current actor may not take this task; empty when they may. A task of somebody else's is
   * taken.
   */
  @Transactional(readOnly = true)
  public Optional<Refusal> againstClaim(OpenTask task) {
    return CaseNo.tryParse(task.caseNo() == null ? "" : task.caseNo())
        .map(caseNo -> against(task, caseNo, current.get()))
        .orElse(Optional.of(Refusal.of("form.refusal.gone")));
  }

  /** Colleagues who could take over, by name. */
  @Transactional(readOnly = true)
  public List<User> successors(OpenTask task) {
    Optional<Role> role = Role.ofCode(task.role());
    Optional<CaseNo> caseNo =
        task.caseNo() == null ? Optional.empty() : CaseNo.tryParse(task.caseNo());
    if (role.isEmpty() || caseNo.isEmpty()) {
      return List.of();
    }
    String unit =
        units.unitFor(
            role.get(), caseNo.get(), task.assignee() == null ? null : new UserId(task.assignee()));
    if (unit == null) {
      return List.of();
    }
    return users.holders(role.get(), unit).stream()
        .filter(u -> !u.id().value().equals(task.assignee()))
        .filter(u -> !excluded(task, caseNo.get(), u.id()))
        .filter(u -> !conflicts.has(caseNo.get(), u.id()))
        .toList();
  }

  /** Saves what the actor has typed into the task's form; empty when a newer draft is there. */
  @Transactional
  public Optional<Drafts.Draft> saveDraft(
      OpenTask task, String formVersion, int rev, String answersJson) {
    return drafts.saveOfTask(
        current.get().id(), task.taskId(), task.formId(), formVersion, rev, answersJson);
  }

  /** Keeps what was typed on a page that turned out to be old. */
  public void keepDraft(OpenTask task, String formVersion, String answersJson) {
    drafts.keepOfTask(current.get().id(), task.taskId(), task.formId(), formVersion, answersJson);
  }

  /**
   * Who completed the task and when; the answers only for those whom the case's page shows them.
   */
  @Transactional(readOnly = true)
  public Optional<Submission> completed(String taskId) {
    return submissions.ofTask(taskId);
  }

  /**
   * A word from whoever had the task before.
   *
   * @param text may be null
   */
  public record Handed(UserId from, Instant at, String text) {}

  /** How the task came to the current actor, when a colleague handed it over. */
  @Transactional(readOnly = true)
  public Optional<Handed> handed(OpenTask task) {
    String me = current.get().id().value();
    return ledger.entries(CaseNo.parse(task.caseNo())).stream()
        .filter(
            e ->
                e.event() instanceof FormEvent.TaskHandedOver h
                    && h.taskId().equals(task.taskId())
                    && h.to().equals(me))
        .reduce((first, last) -> last)
        .map(e -> new Handed(e.actor(), e.at(), ((FormEvent.TaskHandedOver) e.event()).note()));
  }

  /** A submission of the current actor's own. */
  @Transactional(readOnly = true)
  public Optional<Submission> mine(UUID submissionId) {
    return submissions.find(submissionId).filter(s -> s.by().equals(current.get().id()));
  }

  private Optional<Refusal> against(OpenTask task, CaseNo caseNo, Actor actor) {
    Optional<Role> role = Role.ofCode(task.role());
    if (role.isPresent()) {
      String unit = units.unitFor(role.get(), caseNo, null);
      if (unit == null || !actor.holds(role.get(), unit)) {
        return Optional.of(Refusal.of("form.refusal.role"));
      }
    } else if (!actor.id().value().equals(task.assignee())) {
      return Optional.of(Refusal.of("form.refusal.role"));
    }
    if (task.assignee() != null
        && !task.assignee().equals(actor.id().value())
        && standIns.absentHolder(task, caseNo, actor).isEmpty()) {
      return Optional.of(Refusal.of(TAKEN));
    }
    return excluded(task, caseNo, actor.id())
        ? Optional.of(Refusal.of("form.refusal.same-person"))
        : Optional.empty();
  }

  private boolean excluded(OpenTask task, CaseNo caseNo, UserId user) {
    String other = task.properties().get("notSamePersonAs");
    return other != null
        && submissions.whoCompleted(caseNo, other).filter(user::equals).isPresent();
  }

  private Outcome<OpenTask> again(String taskId) {
    return tasks
        .find(taskId)
        .<Outcome<OpenTask>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of("form.refusal.gone")));
  }

  private Outcome<OpenTask> locked(
      String taskId, java.util.function.Function<OpenTask, Outcome<OpenTask>> work) {
    Supplier<Outcome<OpenTask>> gone =
        () ->
            Outcome.refused(
                Refusal.of(
                    submissions.ofTask(taskId).isPresent()
                        ? "form.refusal.done"
                        : "form.refusal.gone"));
    return tx.execute(
        status -> {
          Optional<CaseNo> caseNo =
              tasks.find(taskId).map(OpenTask::caseNo).flatMap(CaseNo::tryParse);
          if (caseNo.isEmpty()) {
            return gone.get();
          }
          ledger.lock(caseNo.get());
          Outcome<OpenTask> outcome = tasks.find(taskId).map(work).orElseGet(gone);
          if (!outcome.isDone()) {
            status.setRollbackOnly();
          }
          return outcome;
        });
  }
}
