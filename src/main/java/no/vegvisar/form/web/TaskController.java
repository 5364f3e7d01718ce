package no.vegvisar.form.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseTasks;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.Notices;
import no.vegvisar.form.Submission;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.form.TaskRuns;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import no.vegvisar.ui.ErrorPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a task. Before one takes it, it shows what it is about; then the form, with the case
 * beside it. Everything that is posted is answered in words: 409 when a colleague was first, 403
 * for another role, 422 at the fields.
 */
@Controller
class TaskController {

  private static final Set<String> CONFLICT =
      Set.of(
          "form.refusal.taken",
          "form.refusal.unclaimed",
          "form.refusal.done",
          "form.refusal.gone",
          "form.refusal.changed",
          "form.refusal.key");
  private static final Set<String> FORBIDDEN =
      Set.of("form.refusal.role", "form.refusal.same-person");

  private final OpenTasks tasks;
  private final TaskDesk desk;
  private final FormGate gate;
  private final FormPages pages;
  private final TaskPage page;
  private final TaskRuns runs;
  private final Notices notices;
  private final ObjectProvider<CaseTasks> caseTasks;
  private final CaseAccess access;
  private final CurrentActor current;
  private final ErrorPages errors;
  private final MessageSource messages;

  TaskController(
      OpenTasks tasks,
      TaskDesk desk,
      FormGate gate,
      FormPages pages,
      TaskPage page,
      TaskRuns runs,
      Notices notices,
      ObjectProvider<CaseTasks> caseTasks,
      CaseAccess access,
      CurrentActor current,
      ErrorPages errors,
      MessageSource messages) {
    this.tasks = tasks;
    this.desk = desk;
    this.gate = gate;
    this.pages = pages;
    this.page = page;
    this.runs = runs;
    this.notices = notices;
    this.caseTasks = caseTasks;
    this.access = access;
    this.current = current;
    this.errors = errors;
    this.messages = messages;
  }

  @GetMapping("/tasks/{id}")
  Object show(
      @PathVariable("id") String id,
      @RequestParam(name = "done", required = false) String done,
      @RequestParam(name = "run", required = false) String run,
      HttpServletRequest request,
      Locale locale) {
    Optional<OpenTask> task = tasks.find(id);
    if (task.isEmpty()) {
      String key = desk.completed(id).isPresent() ? "form.refusal.done" : "form.refusal.gone";
      return errors.answer(request, HttpStatus.NOT_FOUND, messages.getMessage(key, null, locale));
    }
    return draw(
        task.get(),
        List.of(),
        null,
        notices.after(done, Language.of(locale)),
        HttpStatus.OK,
        run,
        locale);
  }

  private ModelAndView draw(
      OpenTask task,
      List<Refusal> refusals,
      String typed,
      String notice,
      HttpStatus status,
      String run,
      Locale locale) {
    // first the log, then the page
    access.open(CaseNo.parse(task.caseNo()), Thing.CASE_SUMMARY, "task " + task.elementId());
    var view = new ModelAndView("form/task");
    view.setStatus(status);
    view.addObject(
        "view",
        page.of(
            task, refusals, typed, runs.of(run, task.taskId()).orElse(null), Language.of(locale)));
    view.addObject("notice", notice);
    return view;
  }

  @PostMapping("/tasks/{id}/claim")
  Object claim(
      @PathVariable("id") String id,
      @RequestParam(name = "run", required = false) String run,
      HttpServletRequest request) {
    return after(
        id,
        desk.claim(id),
        request,
        runs.of(run, id).map(place -> place.address(id)).orElse("/tasks/" + id));
  }

  @PostMapping("/tasks/{id}/release")
  Object release(@PathVariable("id") String id, HttpServletRequest request) {
    return after(id, desk.release(id), request, "/tasks?view=mine");
  }

  @PostMapping("/tasks/{id}/hand-over")
  Object handOver(
      @PathVariable("id") String id,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "note", required = false) String note,
      HttpServletRequest request) {
    if (to.isBlank()) {
      return refused(request, id, List.of(Refusal.of("form.refusal.successor").at("to")));
    }
    return after(id, desk.handOver(id, new UserId(to), note), request, "/tasks?view=mine");
  }

  @PostMapping("/tasks/{id}/complete")
  Object complete(
      @PathVariable("id") String id,
      @RequestParam(name = "data", defaultValue = "{}") String data,
      @RequestParam(name = "_version", required = false) String version,
      @RequestParam(name = "_key", required = false) String key,
      @RequestParam(name = "run", required = false) String run,
      HttpServletRequest request,
      Locale locale) {
    Optional<OpenTask> task = tasks.find(id);
    Optional<TaskRuns.Place> place = runs.of(run, id);
    if (task.isPresent()
        && mine(task.get())
        && version != null
        && !version.equals(pages.versionOf(id))) {
      if (task.get().formId() != null) {
        desk.keepDraft(task.get(), version, data);
      }
      return refused(request, id, List.of(Refusal.of("form.refusal.changed")));
    }
    Outcome<Submission> outcome = gate.completeTask(id, key, data);
    if (outcome.isDone()) {
      String done = "done=" + outcome.value().id();
      return go(
          request,
          place
              .map(
                  p ->
                      p.next() == null
                          ? p.run().href() + "?" + done
                          : p.address(p.next()) + "&" + done)
              .orElseGet(() -> next(outcome.value(), Language.of(locale))));
    }
    if (!ErrorPages.wantsJson(request)
        && status(outcome.refusals()) == HttpStatus.UNPROCESSABLE_ENTITY
        && task.isPresent()) {
      return draw(
          task.get(), outcome.refusals(), data, null, HttpStatus.UNPROCESSABLE_ENTITY, run, locale);
    }
    return refused(request, id, outcome.refusals());
  }

  private boolean mine(OpenTask task) {
    return current.get().id().value().equals(task.assignee());
  }

  /** The case's next task when the same person has it; else the list. */
  private String next(Submission done, Language language) {
    return caseTasks
        .orderedStream()
        .flatMap(t -> t.next(done.caseNo(), language).stream())
        .filter(CaseTasks.CaseTask::reachable)
        .filter(t -> tasks.find(t.taskId()).filter(this::mine).isPresent())
        .findFirst()
        .map(t -> "/tasks/" + t.taskId() + "?done=" + done.id())
        .orElse("/tasks?view=mine&done=" + done.id());
  }

  private Object after(
      String id, Outcome<OpenTask> outcome, HttpServletRequest request, String location) {
    return outcome.isDone() ? go(request, location) : refused(request, id, outcome.refusals());
  }

  private static ResponseEntity<?> go(HttpServletRequest request, String location) {
    if (ErrorPages.wantsJson(request)) {
      return ResponseEntity.ok(Map.of("location", location));
    }
    if (request.getHeader("HX-Request") != null) {
      return ResponseEntity.noContent().header("HX-Redirect", location).build();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, URI.create(location).toString())
        .build();
  }

  private Object refused(HttpServletRequest request, String id, List<Refusal> refusals) {
    if (status(refusals) == HttpStatus.CONFLICT) {
      return errors.answer(
          request,
          HttpStatus.CONFLICT,
          notices.why(id, refusals.get(0), Language.of(LocaleContextHolder.getLocale())));
    }
    return errors.refused(request, status(refusals), refusals);
  }

  private static HttpStatus status(List<Refusal> refusals) {
    if (refusals.stream().anyMatch(r -> CONFLICT.contains(r.key()))) {
      return HttpStatus.CONFLICT;
    }
    return refusals.stream().anyMatch(r -> FORBIDDEN.contains(r.key()))
        ? HttpStatus.FORBIDDEN
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
