package no.vegvisar.municipality;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.TaskContext;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The application in words: on the municipal case's page, and beside its tasks. */
@Component
public class ApplicationFacts implements TaskContext {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final ServiceDesk desk;
  private final Users users;
  private final MessageSource messages;

  ApplicationFacts(ServiceDesk desk, Users users, MessageSource messages) {
    this.desk = desk;
    this.users = users;
    this.messages = messages;
  }

  /** Exactly what was disclosed, in the reader's language. */
  public List<String> disclosed(CaseNo caseNo) {
    return MunicipalForms.disclosed(desk, caseNo, messages);
  }

  /** What was decided; empty before. */
  public List<FactView> decision(CaseNo caseNo, Language language) {
    Application application = desk.of(caseNo);
    List<FactView> facts = new ArrayList<>();
    if (application.granted != null) {
      add(
          facts,
          "decision",
          message(
              application.granted
                  ? "municipality.answered.granted"
                  : "municipality.answered.declined",
              language),
          language);
      add(
          facts,
          "services",
          String.join(
              ", ",
              application.services().stream()
                  .map(s -> message("municipality.service." + s, language))
                  .toList()),
          language);
      add(
          facts,
          "from",
          application.startsOn == null ? null : DAY.format(application.startsOn),
          language);
      add(
          facts,
          "review",
          application.reviewBy == null ? null : DAY.format(application.reviewBy),
          language);
      add(facts, "reason", application.reason, language);
      add(facts, "decided-by", users.displayName(new UserId(application.decidedBy)), language);
    }
    if (application.coordinator != null) {
      add(facts, "coordinator", users.displayName(new UserId(application.coordinator)), language);
    }
    if (application.closedBySender != null) {
      add(facts, "closed", message("municipality.closed-by-sender", language), language);
    }
    return facts;
  }

  private void add(List<FactView> facts, String key, String text, Language language) {
    if (text != null && !text.isBlank()) {
      facts.add(FactView.of(message("municipality.fact." + key, language), text));
    }
  }

  @Override
  public boolean concerns(OpenTask task) {
    return CaseNo.tryParse(task.caseNo()).filter(CaseNo::municipal).isPresent();
  }

  @Override
  public List<Part> parts(OpenTask task, CaseNo caseNo, Language language) {
    List<FactView> facts = new ArrayList<>();
    disclosed(caseNo).forEach(line -> facts.add(FactView.of("", line)));
    facts.addAll(decision(caseNo, language));
    return List.of(
        new Part(message("municipality.context", language), null, facts, List.of(), null));
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
