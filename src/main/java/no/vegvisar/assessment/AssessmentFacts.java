package no.vegvisar.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.TaskContext;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The assessment in words: on the case page, and beside the tasks that are decided from it. */
@Component
public class AssessmentFacts implements TaskContext {

  private static final Set<String> ROLES = Set.of("assessor", "signer", "therapist", "doctor");

  private final AssessmentDesk desk;
  private final AssessmentWords words;
  private final Talks talks;
  private final Users users;
  private final MessageSource messages;

  AssessmentFacts(
      AssessmentDesk desk,
      AssessmentWords words,
      Talks talks,
      Users users,
      MessageSource messages) {
    this.desk = desk;
    this.words = words;
    this.talks = talks;
    this.users = users;
    this.messages = messages;
  }

  /** What is on record so far; empty before anything was prepared. */
  public List<FactView> of(CaseNo caseNo, Language language) {
    List<FactView> facts = new ArrayList<>();
    desk.begun(caseNo)
        .filter(a -> a.outcome() != null)
        .ifPresent(
            a -> {
              add(
                  facts,
                  "outcome",
                  message("assessment.outcome." + a.outcome(), language),
                  language);
              add(
                  facts,
                  "levels",
                  String.join(
                      ", ",
                      desk.readList(a.levelsJson()).stream()
                          .map(l -> message("assessment.level." + l, language))
                          .toList()),
                  language);
              add(facts, "level-differs", a.levelDiffers(), language);
              add(facts, "place", a.place(), language);
              add(facts, "place-differs", a.placeDiffers(), language);
              add(
                  facts,
                  "offers",
                  words.offers(caseNo, desk.readList(a.offersJson()), language),
                  language);
              add(facts, "deadline", language.day(a.deadline()), language);
              add(
                  facts,
                  "deadline-note",
                  String.join(" ", words.deadlineWarnings(a, language)),
                  language);
              add(
                  facts,
                  "appointment",
                  DecisionLetters.dateTime(a.firstAppointment(), language),
                  language);
              add(facts, "meeting-form", words.meetingForm(a, language), language);
              add(facts, "reason", a.reason(), language);
              add(facts, "elsewhere", a.elsewhere(), language);
              add(
                  facts,
                  "prepared",
                  a.preparedBy() == null ? null : users.displayName(a.preparedBy()),
                  language);
              add(
                  facts,
                  "signed",
                  a.signedBy() == null ? null : users.displayName(a.signedBy()),
                  language);
              if (a.sentBackCause() != null && a.signedAt() == null) {
                add(
                    facts,
                    "sent-back",
                    message("assessment.cause." + a.sentBackCause(), language)
                        + (a.sentBackWords() == null ? "" : ": " + a.sentBackWords()),
                    language);
              }
              add(
                  facts,
                  "told",
                  a.toldAt() == null ? null : DecisionLetters.dateTime(a.toldAt(), language),
                  language);
            });
    return facts;
  }

  /**
   * The rows of the guide that applied, in words; the values are from older copies and say so
   * (process book §13.3).
   */
  public List<String> guidance(CaseNo caseNo, Language language) {
    return words.guidance(caseNo, language);
  }

  /** One talk before the decision, in words. */
  public String talk(Talks.Talk talk, Language language) {
    return messages.getMessage(
        "assessment.talk.line",
        new Object[] {
          message("assessment.talk.by." + talk.how(), language),
          DecisionLetters.dateTime(talk.at(), language),
          message("assessment.talk.state." + talk.state(), language)
        },
        language.locale());
  }

  @Override
  public boolean concerns(OpenTask task) {
    return ROLES.contains(task.role())
        && task.caseNo() != null
        && desk.begun(new CaseNo(task.caseNo())).isPresent();
  }

  @Override
  public List<Part> parts(OpenTask task, CaseNo caseNo, Language language) {
    List<Part> parts = new ArrayList<>();
    List<FactView> facts = of(caseNo, language);
    if (!facts.isEmpty()) {
      parts.add(new Part(message("assessment.part", language), null, facts, List.of(), null));
    }
    if ("rights-assessment".equals(task.processKey())) {
      parts.add(
          new Part(
              message("assessment.talk.title", language),
              null,
              talks.of(caseNo).stream()
                  .map(
                      t ->
                          FactView.of(
                              message("assessment.talk.by." + t.how(), language),
                              talk(t, language)))
                  .toList(),
              List.of(),
              LinkView.to(
                  message("assessment.talk.open", language),
                  "/cases/" + caseNo + "/assessment/talk",
                  null)));
      parts.add(
          new Part(
              message("assessment.conflict", language),
              null,
              List.of(),
              List.of(),
              LinkView.to(
                  message("assessment.conflict.open", language),
                  "/cases/" + caseNo + "/conflict",
                  null)));
    }
    return parts;
  }

  @Override
  public List<Paper> papers(OpenTask task, CaseNo caseNo, Language language) {
    return "sign-decision".equals(task.formId())
        ? List.of(
            new Paper(
                message("assessment.letter.open", language),
                OsloTime.dateOf(task.created()).toString(),
                "/cases/" + caseNo + "/assessment/letter"))
        : List.of();
  }

  private void add(List<FactView> facts, String key, String text, Language language) {
    if (text != null && !text.isBlank()) {
      facts.add(FactView.of(message("assessment.fact." + key, language), text));
    }
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
