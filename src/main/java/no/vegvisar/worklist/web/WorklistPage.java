package no.vegvisar.worklist.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.PersonalItems;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PaginationView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.worklist.WorkQueries;
import no.vegvisar.worklist.WorkQueries.Entry;
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
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.");

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
  private final ObjectProvider<PersonalItems> personal;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final DeadlineWords words;
  private final DeadlineClocks clocks;
  private final Users users;
  private final Covers covers;
  private final CurrentActor current;
  private final MessageSource messages;
  private final Clock clock;

  WorklistPage(
      WorkQueries work,
      ObjectProvider<PersonalItems> personal,
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      DeadlineWords words,
      DeadlineClocks clocks,
      Users users,
      Covers covers,
      CurrentActor current,
      MessageSource messages,
      Clock clock) {
    this.work = work;
    this.personal = personal;
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.words = words;
    this.clocks = clocks;
    this.users = users;
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
      work.doneToday().forEach(d -> groups.put(finished(d, language), "today"));
      total = groups.size();
    } else {
      if (view == View.MINE && asked.after() == null && !narrowed.active()) {
        own(language).forEach(i -> groups.put(row(i, language), group(i.due())));
      }
      long own = groups.size();
      WorkQueries.Page page = work.page(view, narrowed, asked.newestFirst(), asked.after(), SIZE);
      Map<CaseNo, PatientBannerView> known = persons(page.entries(), language);
      page.entries().stream()
          .filter(e -> visible(e, known))
          .forEach(e -> groups.put(row(e, known, away, language), group(e.due())));
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

  /** The persons of those cases whose head the reader may see. */
  private Map<CaseNo, PatientBannerView> persons(List<Entry> entries, Language language) {
    List<CaseNo> asked =
        entries.stream().flatMap(e -> caseNo(e.caseNo()).stream()).distinct().toList();
    var decisions = access.decide(asked, Thing.CASE_SUMMARY);
    List<CaseNo> allowed = asked.stream().filter(c -> decisions.get(c).allowed()).toList();
    return persons.banners(cases.all(allowed).values(), language);
  }

  /** What a patient has closed to the reader is not in the list at all (pbrl 5-3). */
  private boolean visible(Entry entry, Map<CaseNo, PatientBannerView> known) {
    return caseNo(entry.caseNo()).map(c -> mine(entry) || known.containsKey(c)).orElse(true);
  }

  private boolean mine(Entry entry) {
    return current.get().id().value().equals(entry.assignee());
  }

  WorklistView.Row row(Entry entry, Language language) {
    return row(entry, persons(List.of(entry), language), covers.today(), language);
  }

  private WorklistView.Row row(
      Entry entry, Map<CaseNo, PatientBannerView> known, List<Absence> away, Language language) {
    PatientBannerView person = caseNo(entry.caseNo()).map(known::get).orElse(null);
    String step =
        entry.process() == null
            ? text(language, "worklist.item.house")
            : entry.process().in(language);
    boolean covered = Covers.has(away, entry);
    boolean free = !entry.house() && (entry.assignee() == null || covered);
    boolean mayClaim =
        free
            && Role.ofCode(entry.role())
                .filter(r -> current.get().holds(r, entry.unit()))
                .isPresent();
    return new WorklistView.Row(
        entry.id(),
        (entry.house() ? "/work/" : "/tasks/") + entry.id(),
        entry.title().in(language),
        step,
        entry.due() == null
            ? null
            : words.of(OsloTime.dateOf(entry.due()), entry.dueKind(), language),
        person == null ? null : person.fullName(),
        person == null ? null : person.bornText(),
        entry.caseNo(),
        person == null ? List.of() : person.marks(),
        owner(entry, covered, language),
        ago(entry.changedAt(), language),
        List.of(),
        mayClaim ? "/tasks/" + entry.id() + "/take" : null,
        entry.assignee() == null ? "-" : entry.assignee(),
        Ids.next().toString());
  }

  private WorklistView.Row row(PersonalItems.Item item, Language language) {
    DeadlineView due =
        item.due() == null ? null : words.of(OsloTime.dateOf(item.due()), null, language);
    return new WorklistView.Row(
        item.id(),
        item.href(),
        item.title(),
        item.about() == null ? "" : item.about(),
        due,
        null,
        null,
        null,
        List.of(),
        you(language),
        ago(item.changedAt(), language),
        List.of(),
        null,
        "-",
        "");
  }

  private WorklistView.Row finished(WorkQueries.Finished done, Language language) {
    return new WorklistView.Row(
        done.id(),
        done.caseNo() == null ? "/tasks?view=done-today" : "/cases/" + done.caseNo() + "/overview",
        done.title().in(language),
        done.process() == null ? "" : done.process().in(language),
        null,
        null,
        null,
        done.caseNo(),
        List.of(),
        you(language),
        FormPages.clock(done.at()),
        List.of(),
        null,
        "-",
        "");
  }

  private WorklistView.Owner owner(Entry entry, boolean covered, Language language) {
    if (entry.assignee() == null) {
      return null;
    }
    if (mine(entry)) {
      return you(language);
    }
    String name = users.displayName(new UserId(entry.assignee()));
    if (covered) {
      return new WorklistView.Owner(
          initials(current.get().displayName()), text(language, "worklist.you.for", name), true);
    }
    return new WorklistView.Owner(initials(name), name, false);
  }

  private WorklistView.Owner you(Language language) {
    return new WorklistView.Owner(
        initials(current.get().displayName()), text(language, "worklist.you"), false);
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

  private String ago(Instant at, Language language) {
    Duration since = Duration.between(at, clock.instant());
    if (since.toHours() < 1) {
      return text(language, "worklist.ago.minutes", Math.max(0, since.toMinutes()));
    }
    return since.toHours() < 24
        ? text(language, "worklist.ago.hours", since.toHours())
        : DAY.format(OsloTime.dateTimeOf(at));
  }

  private static Optional<CaseNo> caseNo(String text) {
    return text == null ? Optional.empty() : CaseNo.tryParse(text);
  }

  private static String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (String word : name.strip().split("\\s+")) {
      if (!word.isEmpty() && letters.length() < 2) {
        letters.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
      }
    }
    return letters.toString();
  }

  private String text(Language language, String key, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
