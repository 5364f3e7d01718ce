package no.vegvisar.form;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseTasks;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a page says after something was done: what it was, and what happens next and with whom. */
@Component
public class Notices {

  private final TaskDesk desk;
  private final FormPages pages;
  private final ObjectProvider<CaseTasks> tasks;
  private final MessageSource messages;

  Notices(TaskDesk desk, FormPages pages, ObjectProvider<CaseTasks> tasks, MessageSource messages) {
    this.desk = desk;
    this.pages = pages;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** In the reader's language; null for an id that is not a submission of the reader's own. */
  public String after(String submissionId, Language language) {
    Optional<Submission> submission = id(submissionId).flatMap(desk::mine);
    if (submission.isEmpty()) {
      return null;
    }
    Locale locale = language.locale();
    String done =
        messages.getMessage(
            "form.done", new Object[] {pages.title(submission.get(), language)}, locale);
    if (submission.get().caseNo() == null) {
      return done;
    }
    return tasks
        .orderedStream()
        .flatMap(t -> t.next(submission.get().caseNo(), language).stream())
        .findFirst()
        .map(
            t ->
                done
                    + " "
                    + messages.getMessage(
                        "form.next.task", new Object[] {t.name(), t.who()}, locale))
        .orElseGet(() -> done + " " + messages.getMessage("form.next.none", null, locale));
  }

  /**
   * Why nothing was done with a task, in the reader's language; of a task that is taken, who has
   * it.
   */
  public String why(String taskId, Refusal refusal, Language language) {
    if (refusal.key().equals("form.refusal.taken")) {
      Optional<String> holder = desk.holder(taskId);
      if (holder.isPresent()) {
        return messages.getMessage(
            "form.refusal.taken-by", new Object[] {holder.get()}, language.locale());
      }
    }
    return messages.getMessage(refusal.key(), refusal.args().toArray(), language.locale());
  }

  private static Optional<UUID> id(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
