package no.vegvisar.breach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.TaskContext;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A breach in words: beside its tasks and on the case page. */
@Component
public class BreachFacts implements TaskContext {

  private final BreachDesk desk;
  private final Users users;
  private final MessageSource messages;

  BreachFacts(BreachDesk desk, Users users, MessageSource messages) {
    this.desk = desk;
    this.users = users;
    this.messages = messages;
  }

  /** What {@code breach/part.html} draws, newest last; called after the part was opened. */
  public List<List<FactView>> ofCase(CaseNo caseNo, Language language) {
    return desk.ofCase(caseNo).stream().map(b -> of(b, language)).toList();
  }

  /** The way to say that the deadline cannot be kept, for whoever may. */
  public List<LinkView> actions(CaseSummary file, Locale locale) {
    return desk.mayTell(file)
        ? List.of(
            LinkView.to(
                messages.getMessage("breach.tell", null, locale),
                "/cases/" + file.caseNo() + "/breach/new",
                "Hourglass"))
        : List.of();
  }

  List<FactView> of(DeadlineBreach b, Language language) {
    List<FactView> facts = new ArrayList<>();
    add(facts, "state", message("breach.state." + b.state(), language), language);
    add(facts, "deadline", language.day(b.deadline()), language);
    add(facts, "cause", message("breach.word." + b.cause(), language), language);
    add(facts, "words", b.words(), language);
    add(facts, "opened", language.day(b.openedAt()), language);
    add(
        facts,
        "way",
        b.way() == null ? null : message("breach.word." + b.way(), language),
        language);
    add(facts, "reason", b.wayReason(), language);
    add(facts, "agreed", language.day(b.agreedOn()), language);
    add(facts, "code", b.code(), language);
    add(
        facts,
        "confirmed",
        b.confirmedBy() == null ? null : users.displayName(b.confirmedBy()),
        language);
    add(facts, "notified", language.day(b.notifiedAt()), language);
    add(
        facts,
        "answer",
        b.answer() == null
            ? null
            : message("breach.word." + b.answer(), language)
                + ", "
                + language.day(b.answerOn())
                + ". "
                + b.answerDetails(),
        language);
    add(
        facts,
        "stopped",
        b.stopCause() == null ? null : message("breach.word." + b.stopCause(), language),
        language);
    add(facts, "released", language.day(b.helfoDoneAt()), language);
    return facts;
  }

  List<String> lines(DeadlineBreach breach, Language language) {
    return of(breach, language).stream().map(f -> f.label() + ": " + f.text()).toList();
  }

  @Override
  public boolean concerns(OpenTask task) {
    return "deadline-breach".equals(task.processKey());
  }

  @Override
  public List<Part> parts(OpenTask task, CaseNo caseNo, Language language) {
    return desk.find((String) task.variables().get("breachId")).stream()
        .map(
            b ->
                new Part(
                    message("breach.part", language),
                    null,
                    of(b, language),
                    List.of(),
                    LinkView.to(
                        message("breach.part.more", language),
                        "/cases/" + caseNo + "/breach",
                        null)))
        .toList();
  }

  private void add(List<FactView> facts, String key, String text, Language language) {
    if (text != null && !text.isBlank()) {
      facts.add(FactView.of(message("breach.fact." + key, language), text));
    }
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
