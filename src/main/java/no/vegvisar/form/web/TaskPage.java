package no.vegvisar.form.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseDeadlines;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.CaseTasks;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.form.Notices;
import no.vegvisar.form.TaskContext;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.form.TaskRuns;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.DueView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PersonView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the page of a task together for whoever looks at it. */
@Component
class TaskPage {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM. HH.mm");

  private final TaskDesk desk;
  private final Notices notices;
  private final FormPages forms;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final ObjectProvider<CaseDeadlines> deadlines;
  private final ObjectProvider<CaseTasks> tasks;
  private final ObjectProvider<TaskContext> contexts;
  private final Users users;
  private final CurrentActor current;
  private final MessageSource messages;

  TaskPage(
      TaskDesk desk,
      Notices notices,
      FormPages forms,
      CaseFiles cases,
      PersonViews persons,
      ObjectProvider<CaseDeadlines> deadlines,
      ObjectProvider<CaseTasks> tasks,
      ObjectProvider<TaskContext> contexts,
      Users users,
      CurrentActor current,
      MessageSource messages) {
    this.desk = desk;
    this.notices = notices;
    this.forms = forms;
    this.cases = cases;
    this.persons = persons;
    this.deadlines = deadlines;
    this.tasks = tasks;
    this.contexts = contexts;
    this.users = users;
    this.current = current;
    this.messages = messages;
  }

  /**
   * @param placeOrNull where the task stands in the run it was reached from
   */
  TaskView of(
      OpenTask task,
      List<Refusal> refusals,
      String typed,
      TaskRuns.Place placeOrNull,
      Language language) {
    CaseNo caseNo = CaseNo.parse(task.caseNo());
    CaseSummary file = cases.get(caseNo);
    UserId me = current.get().id();
    boolean mine = me.value().equals(task.assignee());
    FormView form =
        mine
            ? forms
                .ofTask(task, caseNo, me, language, refusals, typed)
                .map(f -> f.postedTo(f.action() + run(placeOrNull)))
                .orElse(null)
            : null;
    FormHandler.Context context =
        mine && task.formId() != null
            ? forms.context(task.formId(), task, caseNo)
            : FormHandler.Context.NONE;
    Optional<Refusal> against = mine ? Optional.empty() : desk.againstClaim(task);
    String base = "/tasks/" + task.taskId();
    String state = task.assignee() == null ? "-" : task.assignee();
    String documentation = task.documentation().in(language);
    return new TaskView(
        task.name().in(language),
        persons.banner(file, language),
        "/cases/" + caseNo,
        deadline(task, caseNo, language),
        about(task, mine, language),
        documentation == null || documentation.isBlank() ? null : documentation,
        LinkView.to(
            task.processName().in(language) + " " + task.processVersion(),
            "/processes/" + task.processKey(),
            null),
        pager(placeOrNull, language),
        form,
        note(task, against, mine, language),
        !mine && against.isEmpty() ? post(base + "/claim" + run(placeOrNull), state) : null,
        mine ? handOver(task, base, state) : null,
        mine ? post(base + "/release", state) : null,
        context.slots().entrySet().stream()
            .map(s -> new TaskView.Slot(s.getKey(), null, s.getValue(), List.of()))
            .toList(),
        mine ? context(task, caseNo, language) : null);
  }

  private static String run(TaskRuns.Place placeOrNull) {
    return placeOrNull == null ? "" : "?run=" + placeOrNull.run().key();
  }

  private TaskView.Pager pager(TaskRuns.Place place, Language language) {
    if (place == null) {
      return new TaskView.Pager(text(language, "form.back"), "/tasks?view=mine", "", null, null);
    }
    return new TaskView.Pager(
        place.run().label(language),
        place.run().href(),
        text(language, "form.run.position", place.position(), place.of()),
        place.previous() == null ? null : place.address(place.previous()),
        place.next() == null ? null : place.address(place.next()));
  }

  private DeadlineView deadline(OpenTask task, CaseNo caseNo, Language language) {
    return tasks
        .orderedStream()
        .flatMap(t -> t.next(caseNo, language).stream())
        .filter(t -> t.taskId().equals(task.taskId()))
        .map(CaseTasks.CaseTask::due)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String about(OpenTask task, boolean mine, Language language) {
    if (mine) {
      return text(language, "form.about.you", when(task.created()));
    }
    if (task.assignee() != null) {
      return text(language, "form.about.other", users.displayName(new UserId(task.assignee())));
    }
    String role =
        Role.ofCode(task.role())
            .map(r -> text(language, "organisation.role." + r.code()))
            .orElse("–");
    return text(language, "form.about.nobody", role);
  }

  private String note(OpenTask task, Optional<Refusal> against, boolean mine, Language language) {
    if (mine) {
      return null;
    }
    return against
        .map(r -> notices.why(task.taskId(), r, language))
        .orElseGet(() -> text(language, "form.note.claim"));
  }

  private TaskView.HandOver handOver(OpenTask task, String base, String state) {
    List<ChoiceView> people =
        desk.successors(task).stream()
            .map(u -> ChoiceView.of(u.id().value(), u.displayName(), false))
            .toList();
    return people.isEmpty()
        ? null
        : new TaskView.HandOver(base + "/hand-over", state, Ids.next().toString(), people);
  }

  private TaskView.Context context(OpenTask task, CaseNo caseNo, Language language) {
    List<DueView> due = new ArrayList<>();
    deadlines.orderedStream().forEach(d -> due.addAll(d.running(caseNo, language)));
    List<TaskView.Section> sections = new ArrayList<>();
    List<TaskView.Document> documents = new ArrayList<>();
    contexts
        .orderedStream()
        .filter(c -> c.concerns(task))
        .forEach(
            c -> {
              c.parts(task, caseNo, language)
                  .forEach(
                      p ->
                          sections.add(
                              new TaskView.Section(
                                  p.heading(), p.meta(), p.facts(), p.missing(), p.more())));
              c.papers(task, caseNo, language)
                  .forEach(
                      p -> documents.add(new TaskView.Document(p.title(), p.meta(), p.href())));
            });
    List<TaskView.Comment> comments =
        desk
            .handed(task)
            .filter(h -> h.text() != null)
            .map(
                h ->
                    new TaskView.Comment(
                        PersonView.initials(users.displayName(h.from())),
                        users.displayName(h.from()),
                        when(h.at()),
                        h.text()))
            .stream()
            .toList();
    return new TaskView.Context(due, sections, documents, List.of(), comments, null);
  }

  private static TaskView.Post post(String href, String state) {
    return new TaskView.Post(href, state, Ids.next().toString());
  }

  private static String when(Instant at) {
    return WHEN.format(OsloTime.dateTimeOf(at));
  }

  private String text(Language language, String key, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
