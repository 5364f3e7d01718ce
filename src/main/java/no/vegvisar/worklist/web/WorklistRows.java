package no.vegvisar.worklist.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
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
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.PersonView;
import no.vegvisar.worklist.WorkQueries;
import no.vegvisar.worklist.WorkQueries.Entry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows of the worklist, as the reader may see them. */
@Component
class WorklistRows {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.");

  private final CaseFiles cases;
  private final PersonViews persons;
  private final CaseAccess access;
  private final DeadlineWords words;
  private final Users users;
  private final Covers covers;
  private final CurrentActor current;
  private final MessageSource messages;
  private final Clock clock;

  WorklistRows(
      CaseFiles cases,
      PersonViews persons,
      CaseAccess access,
      DeadlineWords words,
      Users users,
      Covers covers,
      CurrentActor current,
      MessageSource messages,
      Clock clock) {
    this.cases = cases;
    this.persons = persons;
    this.access = access;
    this.words = words;
    this.users = users;
    this.covers = covers;
    this.current = current;
    this.messages = messages;
    this.clock = clock;
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

  /** Rows in the order of the entries; what the reader may not see is not there. */
  Map<Entry, WorklistView.Row> of(List<Entry> entries, List<Absence> away, Language language) {
    Map<CaseNo, PatientBannerView> known = persons(entries, language);
    Map<Entry, WorklistView.Row> rows = new LinkedHashMap<>();
    entries.stream()
        .filter(e -> visible(e, known))
        .forEach(e -> rows.put(e, row(e, known, away, language)));
    return rows;
  }

  /** One row drawn anew, as after it was taken. */
  WorklistView.Row of(Entry entry, Language language) {
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

  WorklistView.Row own(PersonalItems.Item item, Language language) {
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

  WorklistView.Row finished(WorkQueries.Finished done, Language language) {
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
          PersonView.initials(current.get().displayName()),
          text(language, "worklist.you.for", name),
          true);
    }
    return new WorklistView.Owner(PersonView.initials(name), name, false);
  }

  private WorklistView.Owner you(Language language) {
    return new WorklistView.Owner(
        PersonView.initials(current.get().displayName()), text(language, "worklist.you"), false);
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

  private String text(Language language, String key, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
