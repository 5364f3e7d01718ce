package no.vegvisar.form;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseTasks;
import no.vegvisar.kernel.Language;
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
    String done = messages.getMessage("form.done", new Object[] {pages.title(submission.get(), language)}, locale);
    if (submission.get().caseNo() == null) {
      return done;
    }
    return tasks.orderedStream()
        .flatMap(t -> t.next(submission.get().caseNo(), language).stream())
        .findFirst()
        .map(t -> done + " " + messages.getMessage("form.next.task", new Object[] {t.name(), t.who()}, locale))
        .orElseGet(() -> done + " " + messages.getMessage("form.next.none", null, locale));
  }

  private static Optional<UUID> id(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
