package no.vegvisar.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.PersonalItems;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PaginationView;
import no.vegvisar.worklist.WorkQueries;
import no.vegvisar.worklist.WorkQueries.Narrowed;
import no.vegvisar.worklist.WorkQueries.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the list for the current actor. */
@Component
class WorklistPage {

  private static final int SIZE = 50;
  private static final List<String> GROUPS = List.of("over", "today", "week", "later");
  private static final Map<View, String> ICONS =
      Map.of(
          View.MINE,
          "Person",
          View.GROUP,
          "PersonGroup",
          View.UNASSIGNED,
          "Inbox",
          View.SOON,
          "Hourglass",
          View.DONE_TODAY,
          "CheckmarkCircle");

  /** What the address asks for; every part may be missing. */
  record Asked(
      String view, String due, String kind, String step, String sort, String after, Integer from) {

    private static String word(String text, List<String> known) {
      return text != null && known.contains(text) ? text : null;
    }

    Narrowed narrowed() {
      return new Narrowed(
          word(due, List.of("over", "today", "week")),
          word(kind, List.of("BINDING", "GUIDING", "OWN")),
          step != null && step.matches("[a-z][a-z0-9-]{0,60}") ? step : null);
    }

    boolean newestFirst() {
      return "created".equals(sort);
    }
  }

  private final WorkQueries work;
  private final WorklistRows drawn;
  private final ObjectProvider<PersonalItems> personal;
  private final DeadlineClocks clocks;
  private final Covers covers;
  private final CurrentActor current;
  private final MessageSource messages;
  private final Clock clock;

  WorklistPage(
      WorkQueries work,
      WorklistRows drawn,
      ObjectProvider<PersonalItems> personal,
      DeadlineClocks clocks,
      Covers covers,
      CurrentActor current,
      MessageSource messages,
      Clock clock) {
    this.work = work;
    this.drawn = drawn;
    this.personal = personal;
    this.clocks = clocks;
    this.covers = covers;
    this.current = current;
    this.messages = messages;
    this.clock = clock;
  }

  /** One's own work first; who has none begins with what lies with their groups. */
  private View first(Language language) {
    boolean none = own(language).isEmpty() && work.count(View.MINE, Narrowed.NOT) == 0;
    return none && work.count(View.GROUP, Narrowed.NOT) > 0 ? View.GROUP : View.MINE;
  }

  WorklistView of(Asked asked, Language language) {
    Narrowed narrowed = asked.narrowed();
    View view = asked.view() == null ? first(language) : View.of(asked.view());
    List<Absence> away = covers.today();
    List<WorklistView.Row> rows = new ArrayList<>();
    Map<WorklistView.Row, String> groups = new LinkedHashMap<>();
    long total;
    String next = null;
    if (view == View.DONE_TODAY) {
      work.doneToday().forEach(d -> groups.put(drawn.finished(d, language), "today"));
      total = groups.size();
    } else {
      if (view == View.MINE && asked.after() == null && !narrowed.active()) {
        own(language).forEach(i -> groups.put(drawn.own(i, language), group(i.due())));
      }
      long own = groups.size();
      WorkQueries.Page page = work.page(view, narrowed, asked.newestFirst(), asked.after(), SIZE);
      drawn
          .of(page.entries(), away, language)
          .forEach((entry, row) -> groups.put(row, group(entry.due())));
      total = page.total() + own;
      next = page.next();
    }
    rows.addAll(groups.keySet());
    boolean bulk = view == View.GROUP || view == View.UNASSIGNED;
    long all =
        view == View.DONE_TODAY
            ? total
            : narrowed.active() ? work.count(view, Narrowed.NOT) : total;
    return new WorklistView(
        text(language, "worklist.view." + view.key()),
        view.key(),
        total,
        Math.max(0, all - total),
        text(language, "worklist.updated", FormPages.clock(clock.instant())),
        links(view, language, View.MINE, View.SOON, View.DONE_TODAY),
        current.get().held().isEmpty()
            ? List.of()
            : links(view, language, View.UNASSIGNED, View.GROUP),
        covers.sentences(away, language),
        filter(asked, language),
        GROUPS.stream()
            .map(
                g ->
                    new WorklistView.Group(
                        g, rows.stream().filter(r -> groups.get(r).equals(g)).toList()))
            .filter(g -> !g.rows().isEmpty())
            .toList(),
        bulk ? new WorklistView.Bulk("/tasks/claim", null, List.of()) : null,
        pages(asked, rows.size(), total, next));
  }

  private List<PersonalItems.Item> own(Language language) {
    Actor actor = current.get();
    return personal.orderedStream().flatMap(p -> p.of(actor, language).stream()).toList();
  }

  private String group(Instant due) {
    if (due == null) {
      return "later";
    }
    int left = clocks.workingDaysLeft(OsloTime.dateOf(due));
    return left < 0 ? "over" : left <= 1 ? "today" : left <= 5 ? "week" : "later";
  }

  private List<LinkView> links(View now, Language language, View... views) {
    List<LinkView> links = new ArrayList<>();
    for (View view : views) {
      long count =
          view == View.DONE_TODAY ? work.doneToday().size() : work.count(view, Narrowed.NOT);
      if (view == View.MINE) {
        count += own(language).size();
      }
      links.add(
          new LinkView(
              text(language, "worklist.view." + view.key()),
              "/tasks?view=" + view.key(),
              ICONS.get(view),
              Math.toIntExact(count),
              false,
              view == now));
    }
    return links;
  }

  private WorklistView.Filter filter(Asked asked, Language language) {
    Narrowed chosen = asked.narrowed();
    List<ChoiceView> due = new ArrayList<>();
    due.add(ChoiceView.of("", text(language, "worklist.all"), chosen.due() == null));
    List.of("over", "today", "week")
        .forEach(
            d ->
                due.add(
                    ChoiceView.of(d, text(language, "worklist.due." + d), d.equals(chosen.due()))));
    List<ChoiceView> kind = new ArrayList<>();
    kind.add(ChoiceView.of("", text(language, "worklist.all"), chosen.kind() == null));
    List.of("BINDING", "GUIDING", "OWN")
        .forEach(
            k ->
                kind.add(
                    ChoiceView.of(
                        k, text(language, "worklist.kind." + k), k.equals(chosen.kind()))));
    List<ChoiceView> step = new ArrayList<>();
    List<WorkQueries.Process> processes = work.processes();
    if (processes.size() > 1 || chosen.process() != null) {
      step.add(ChoiceView.of("", text(language, "worklist.all"), chosen.process() == null));
      processes.forEach(
          p ->
              step.add(
                  ChoiceView.of(p.key(), p.name().in(language), p.key().equals(chosen.process()))));
    }
    return new WorklistView.Filter(
        due,
        kind,
        step,
        List.of(
            ChoiceView.of("due", text(language, "worklist.sort.due"), !asked.newestFirst()),
            ChoiceView.of("created", text(language, "worklist.sort.created"), asked.newestFirst())),
        chosen.active());
  }

  private static PaginationView pages(Asked asked, int shown, long total, String next) {
    if (next == null && asked.after() == null) {
      return null;
    }
    int from = asked.from() == null || asked.from() < 1 ? 1 : asked.from();
    String same =
        "/tasks?"
            + query("view", asked.view())
            + query("due", asked.due())
            + query("kind", asked.kind())
            + query("step", asked.step())
            + query("sort", asked.sort());
    return new PaginationView(
        from,
        from + shown - 1L,
        total,
        asked.after() == null ? null : same,
        next == null ? null : same + "after=" + next + "&from=" + (from + shown));
  }

  private static String query(String name, String value) {
    return value == null || !value.matches("[A-Za-z0-9-]{1,60}") ? "" : name + "=" + value + "&";
  }

  private String text(Language language, String key, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
