package no.vegvisar.form.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.Drafts;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.Notices;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ErrorPages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What somebody is typing, saved on the server while they type; nothing of it stays in the browser.
 */
@RestController
class DraftController {

  private static final int MOST = 400_000;

  private final OpenTasks tasks;
  private final TaskDesk desk;
  private final Drafts drafts;
  private final FormPages pages;
  private final CurrentActor current;
  private final Notices notices;
  private final ErrorPages errors;
  private final MessageSource messages;

  DraftController(
      OpenTasks tasks,
      TaskDesk desk,
      Drafts drafts,
      FormPages pages,
      CurrentActor current,
      Notices notices,
      ErrorPages errors,
      MessageSource messages) {
    this.tasks = tasks;
    this.desk = desk;
    this.drafts = drafts;
    this.pages = pages;
    this.current = current;
    this.notices = notices;
    this.errors = errors;
    this.messages = messages;
  }

  /**
   * @param data the answers so far; @param rev of the draft they go on from
   */
  record Typed(JsonNode data, int rev) {}

  @PostMapping("/tasks/{id}/draft")
  Object ofTask(
      @PathVariable("id") String id,
      @RequestBody Typed typed,
      HttpServletRequest request,
      Locale locale) {
    Optional<OpenTask> task = tasks.find(id).filter(t -> t.formId() != null);
    if (task.isEmpty()) {
      return conflict(request, "form.refusal.gone", locale);
    }
    if (unreadable(typed)) {
      return errors.answer(
          request,
          HttpStatus.UNPROCESSABLE_ENTITY,
          messages.getMessage("form.refusal.unreadable", null, locale));
    }
    if (!current.get().id().value().equals(task.get().assignee())) {
      Refusal refusal = desk.notMine(task.get());
      boolean role = refusal.key().equals("form.refusal.role");
      if (!role) {
        desk.keepDraft(task.get(), pages.versionOf(id), typed.data().toString());
      }
      return errors.answer(
          request,
          role ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
          notices.why(id, refusal, Language.of(locale)));
    }
    return saved(
        desk.saveDraft(task.get(), pages.versionOf(id), typed.rev(), typed.data().toString()),
        request,
        locale);
  }

  @PostMapping("/forms/{formId}/draft")
  Object ofForm(
      @PathVariable("formId") String formId,
      @RequestParam("id") UUID id,
      @RequestBody Typed typed,
      HttpServletRequest request,
      Locale locale) {
    if (unreadable(typed) || !pages.exists(formId)) {
      return errors.answer(
          request,
          HttpStatus.UNPROCESSABLE_ENTITY,
          messages.getMessage("form.refusal.unreadable", null, locale));
    }
    return saved(
        drafts.save(current.get().id(), formId, id, typed.rev(), typed.data().toString()),
        request,
        locale);
  }

  private static boolean unreadable(Typed typed) {
    return typed == null
        || typed.data() == null
        || !typed.data().isObject()
        || typed.data().toString().length() > MOST;
  }

  private Object saved(Optional<Drafts.Draft> draft, HttpServletRequest request, Locale locale) {
    if (draft.isEmpty()) {
      return conflict(request, "form.draft.newer", locale);
    }
    return ResponseEntity.ok(
        Map.of("rev", draft.get().rev(), "savedAt", FormPages.clock(draft.get().changedAt())));
  }

  private Object conflict(HttpServletRequest request, String key, Locale locale) {
    return errors.answer(request, HttpStatus.CONFLICT, messages.getMessage(key, null, locale));
  }
}
