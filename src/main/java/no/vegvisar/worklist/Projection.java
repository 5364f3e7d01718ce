package no.vegvisar.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseMoves;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.engine.TaskChange;
import no.vegvisar.engine.TaskChangeListener;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the list equal to the engine, and tells access what ties people to a case, in the engine's
 * own transaction.
 */
@Component
class Projection implements TaskChangeListener, CaseMoves {

  private final WorkItems items;
  private final ObjectProvider<OpenTasks> tasks;
  private final ObjectProvider<UnitOfRole> units;
  private final ObjectProvider<DeadlineClocks> clocks;
  private final Relations relations;
  private final Clock clock;

  Projection(
      WorkItems items,
      ObjectProvider<OpenTasks> tasks,
      ObjectProvider<UnitOfRole> units,
      ObjectProvider<DeadlineClocks> clocks,
      Relations relations,
      Clock clock) {
    this.items = items;
    this.tasks = tasks;
    this.units = units;
    this.clocks = clocks;
    this.relations = relations;
    this.clock = clock;
  }

  @Override
  public void changed(TaskChange change) {
    if (change instanceof TaskChange.Closed closed) {
      items.close(closed.taskId(), closed.completed(), now());
      relations.taskClosed(closed.taskId());
    } else if (change instanceof TaskChange.Open open) {
      tasks.getObject().find(open.taskId()).ifPresent(this::put);
    }
  }

  /** Tasks that lie where their case lies go along with it, and so does the access they give. */
  @Override
  public void moved(CaseNo caseNo) {
    tasks.getObject().ofCase(caseNo.value()).forEach(this::put);
  }

  private void put(OpenTask task) {
    Optional<CaseNo> caseNo =
        task.caseNo() == null ? Optional.empty() : CaseNo.tryParse(task.caseNo());
    Optional<Role> role = Role.ofCode(task.role());
    UserId assignee = task.assignee() == null ? null : new UserId(task.assignee());
    String unit =
        role.isPresent() && caseNo.isPresent()
            ? units.getObject().unitFor(role.get(), caseNo.get(), assignee)
            : null;
    String rule = task.properties().getOrDefault("rule", task.properties().get("dueRule"));
    // the far day says that there is no such clock
    Instant due = task.due() == null || !task.due().isBefore(WorkItems.NEVER) ? null : task.due();
    items.put(task, unit, due, rule, kindOf(task, rule), now());
    if (role.isPresent() && unit != null) {
      relations.taskOpened(caseNo.get(), task.taskId(), role.get(), unit);
      relations.taskAssigned(task.taskId(), assignee);
    }
  }

  /** Whose deadline the due date shows: the case's clock or one that the task's process has. */
  private DeadlineClocks.Kind kindOf(OpenTask task, String rule) {
    if (rule == null) {
      return DeadlineClocks.Kind.OWN;
    }
    return Stream.of(
            task.caseNo(),
            task.variables().get("requestId"),
            task.variables().get("groupId"),
            task.variables().get("breachId"))
        .filter(Objects::nonNull)
        .map(subject -> clocks.getObject().find(rule, subject.toString()))
        .flatMap(Optional::stream)
        .map(DeadlineClocks.DeadlineClock::kind)
        .findFirst()
        .orElse(DeadlineClocks.Kind.OWN);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
