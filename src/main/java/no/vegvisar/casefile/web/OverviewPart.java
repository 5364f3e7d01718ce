package no.vegvisar.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDeadlines;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseMember;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.CaseTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.DueView;
import no.vegvisar.ui.PersonView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where the case is, what is next, which deadlines. */
@Component
class OverviewPart implements CasePart {

  static final String KEY = "overview";
  private static final int LATEST = 6;
  private static final int NEXT = 5;

  private final CaseFiles cases;
  private final Timeline timeline;
  private final ObjectProvider<CaseDeadlines> deadlines;
  private final ObjectProvider<CaseTasks> tasks;
  private final Users users;
  private final MessageSource messages;

  OverviewPart(
      CaseFiles cases,
      Timeline timeline,
      ObjectProvider<CaseDeadlines> deadlines,
      ObjectProvider<CaseTasks> tasks,
      Users users,
      MessageSource messages) {
    this.cases = cases;
    this.timeline = timeline;
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.users = users;
    this.messages = messages;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Thing thing() {
    return Thing.CASE_SUMMARY;
  }

  @Override
  public String icon() {
    return "Folder";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return true;
  }

  @Override
  public String template() {
    return "casefile/parts/overview";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Locale locale = LocaleContextHolder.getLocale();
    Language language = Language.of(locale);
    CaseSummary file = cases.get(caseNo);
    List<DueView> due = new ArrayList<>();
    deadlines.orderedStream().forEach(d -> due.addAll(d.running(caseNo, language)));
    List<OverviewView.Next> next = new ArrayList<>();
    tasks
        .orderedStream()
        .flatMap(t -> t.next(caseNo, language).stream())
        .limit(NEXT)
        .forEach(t -> next.add(next(t)));
    return Map.of(
        "part",
        new OverviewView(
            messages.getMessage("casefile.phase." + file.phase(), null, locale),
            messages.getMessage("casefile.now." + file.phase(), null, locale),
            responsible(file, locale),
            next,
            due,
            timeline.latest(caseNo, LATEST, language),
            "/cases/" + caseNo + "/" + TimelinePart.KEY,
            people(caseNo, locale)));
  }

  private static OverviewView.Next next(CaseTasks.CaseTask task) {
    String detail =
        task.due() == null
            ? task.who()
            : task.who() + " · " + task.due().words() + ", " + task.due().dateText();
    return new OverviewView.Next(
        task.name(), detail, task.reachable() ? "/tasks/" + task.taskId() : null);
  }

  private PersonView responsible(CaseSummary file, Locale locale) {
    Role role = file.kind() == CaseKind.CLINIC ? Role.THERAPIST : Role.MUNICIPAL_COORDINATOR;
    Optional<CaseMember> member =
        cases.members(file.caseNo()).stream()
            .filter(m -> m.until() == null && m.as() == role)
            .findFirst();
    return member.map(m -> person(m, locale)).orElse(null);
  }

  private List<PersonView> people(CaseNo caseNo, Locale locale) {
    return cases.members(caseNo).stream()
        .filter(m -> m.until() == null)
        .map(m -> person(m, locale))
        .toList();
  }

  private PersonView person(CaseMember member, Locale locale) {
    String name = users.displayName(member.user());
    return new PersonView(
        name,
        PersonView.initials(name),
        messages.getMessage("organisation.role." + member.as().code(), null, locale),
        null);
  }
}
