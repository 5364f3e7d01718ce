package no.vegvisar.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.LocalText;

/**
 * What the current actor has to do, or could: one's own, and the queues of the roles one holds in
 * their units.
 */
public interface WorkQueries {

  enum View {
    MINE,
    GROUP,
    UNASSIGNED,
    SOON,
    DONE_TODAY;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One's own work for an unknown word. */
    public static View of(String key) {
      for (View view : values()) {
        if (view.key().equals(key)) {
          return view;
        }
      }
      return MINE;
    }
  }

  /**
   * @param due over, today, week, or null
   * @param kind of deadline, or null
   * @param process key, or null
   */
  record Narrowed(String due, String kind, String process) {
    public static final Narrowed NOT = new Narrowed(null, null, null);

    public boolean active() {
      return due != null || kind != null || process != null;
    }
  }

  /**
   * One piece of open work; see the columns of the list. Times are UTC; what is not there is null.
   */
  record Entry(
      String id,
      boolean house,
      String caseNo,
      LocalText title,
      LocalText process,
      String role,
      String unit,
      String assignee,
      Instant due,
      DeadlineClocks.Kind dueKind,
      String link,
      boolean byCause,
      Instant createdAt,
      Instant changedAt) {}

  record Finished(String id, String caseNo, LocalText title, LocalText process, Instant at) {}

  record Process(String key, LocalText name) {}

  /**
   * @param next where the next page goes on, or null
   */
  record Page(List<Entry> entries, long total, String next) {}

  /**
   * @param after {@code next} of the page before, or null; anything else starts at the beginning
   */
  Page page(View view, Narrowed narrowed, boolean newestFirst, String after, int size);

  long count(View view, Narrowed narrowed);

  /** What the actor completed today, newest first. */
  List<Finished> doneToday();

  /** Processes that work in these views comes from. */
  List<Process> processes();

  /** One piece of work, whoever has it. */
  Optional<Entry> find(String id);
}
