package no.vegvisar.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Absences;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The actor's views of the list. */
@Component
@Transactional(readOnly = true)
class MyWork implements WorkQueries {

  private static final int SOON_DAYS = 7;

  private final WorkItems items;
  private final Absences absences;
  private final CurrentActor current;
  private final Clock clock;

  MyWork(WorkItems items, Absences absences, CurrentActor current, Clock clock) {
    this.items = items;
    this.absences = absences;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public Page page(View view, Narrowed narrowed, boolean newestFirst, String after, int size) {
    Actor actor = current.get();
    WorkItems.Filter filter = filter(view, narrowed);
    WorkItems.Sort sort = newestFirst ? WorkItems.Sort.CREATED : WorkItems.Sort.DUE;
    WorkItems.Key key = key(after);
    List<WorkItem> found =
        switch (view) {
          case GROUP -> items.queue(actor, false, filter, sort, key, size + 1);
          case UNASSIGNED -> items.queue(actor, true, filter, sort, key, size + 1);
          default -> items.mine(actor, covered(actor), filter, sort, key, size + 1);
        };
    boolean more = found.size() > size;
    List<WorkItem> shown = more ? found.subList(0, size) : found;
    String next = null;
    if (more) {
      WorkItem last = shown.get(size - 1);
      Instant at =
          newestFirst ? last.createdAt() : last.due() == null ? WorkItems.NEVER : last.due();
      next = at.getEpochSecond() + "." + at.getNano() + "~" + last.id();
    }
    return new Page(shown.stream().map(this::entry).toList(), count(view, narrowed), next);
  }

  @Override
  public long count(View view, Narrowed narrowed) {
    Actor actor = current.get();
    WorkItems.Filter filter = filter(view, narrowed);
    return switch (view) {
      case GROUP -> items.countQueue(actor, false, filter);
      case UNASSIGNED -> items.countQueue(actor, true, filter);
      default -> items.countMine(actor, covered(actor), filter);
    };
  }

  @Override
  public List<Finished> doneToday() {
    Instant since = OsloTime.startOf(OsloTime.dateOf(clock.instant()));
    return items.doneBy(current.get(), since).stream()
        .map(d -> new Finished(d.id(), d.caseNo(), d.title(), d.process(), d.at()))
        .toList();
  }

  @Override
  public List<Process> processes() {
    return items.processes(current.get());
  }

  @Override
  public Optional<Entry> find(String id) {
    return items.find(id).map(this::entry);
  }

  private Entry entry(WorkItem i) {
    return new Entry(
        i.id(),
        i.house(),
        i.caseNo(),
        i.title(),
        i.process(),
        i.role(),
        i.unit(),
        i.assignee(),
        i.due(),
        i.dueKind(),
        i.link(),
        i.byCause(),
        i.createdAt(),
        i.changedAt());
  }

  /** Whose work the actor does while they are away, as user, role and unit. */
  private List<String> covered(Actor actor) {
    return absences.coveredBy(actor.id()).stream()
        .map(a -> a.user().value() + ":" + a.role().code() + ":" + a.unit())
        .toList();
  }

  private WorkItems.Filter filter(View view, Narrowed narrowed) {
    LocalDate today = OsloTime.dateOf(clock.instant());
    Instant from = null;
    Instant before = view == View.SOON ? OsloTime.startOf(today.plusDays(SOON_DAYS + 1)) : null;
    if ("over".equals(narrowed.due())) {
      before = OsloTime.startOf(today);
    } else if ("today".equals(narrowed.due())) {
      from = OsloTime.startOf(today);
      before = OsloTime.startOf(today.plusDays(2));
    } else if ("week".equals(narrowed.due())) {
      before = OsloTime.startOf(today.plusDays(SOON_DAYS + 1));
    }
    return new WorkItems.Filter(from, before, narrowed.kind(), narrowed.process());
  }

  private static WorkItems.Key key(String after) {
    if (after == null || !after.matches("\\d{1,12}\\.\\d{1,9}~[A-Za-z0-9-]{1,64}")) {
      return null;
    }
    String[] parts = after.split("[.~]", 3);
    return new WorkItems.Key(
        Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])), parts[2]);
  }
}
