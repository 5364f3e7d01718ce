package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.TaskContext;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.UserId;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the referral says, beside the task that is decided from it: the patient's own words first.
 */
@Component
class ReferralContext implements TaskContext {

  private static final Set<String> ROLES =
      Set.of("intake", "assessor", "signer", "therapist", "doctor");
  private static final List<String> SHOWN =
      List.of(
          ReferralKind.FIELD,
          "urgency",
          "patientAgrees",
          "helpWanted",
          "helpWantedLanguage",
          "reason",
          "parties",
          "opioidDependence",
          "opioidWords",
          "larAim",
          "dispensingPlace",
          "kinTo",
          "kinWants",
          "homeDate",
          "startWanted",
          "releaseDate",
          "prisonWays",
          "trustAgreement",
          "dependence",
          "riskConcern",
          "riskWords",
          "pregnant",
          "earlierOverdoses",
          "minorChildren",
          "medicines",
          "allergies",
          "housing",
          "goals",
          "earlierCare",
          "collectConsent",
          "collectFrom",
          "specialNeeds",
          "specialNeedsWords",
          "municipalContact");

  /** Answers that nobody may overlook, by field. */
  private static final Map<String, String> EMPHASIZED =
      Map.of(
          "riskConcern", "yes",
          "pregnant", "yes",
          "earlierOverdoses", "yes",
          "patientAgrees", "no",
          "collectConsent", "no");

  /** Who wrote it when it was not the patient alone (S42). */
  private static final Set<String> WRITTEN_BY_OTHERS = Set.of("referrer", "together");

  private final ReferralRecords records;
  private final WayWords ways;
  private final CompletenessMeter meter;
  private final FormPages pages;
  private final Documents documents;
  private final MessageSource messages;

  ReferralContext(
      ReferralRecords records,
      WayWords ways,
      CompletenessMeter meter,
      FormPages pages,
      Documents documents,
      MessageSource messages) {
    this.records = records;
    this.ways = ways;
    this.meter = meter;
    this.pages = pages;
    this.documents = documents;
    this.messages = messages;
  }

  @Override
  public boolean concerns(OpenTask task) {
    return ROLES.contains(task.role())
        && task.caseNo() != null
        && records.find(new CaseNo(task.caseNo())).isPresent();
  }

  @Override
  public List<Part> parts(OpenTask task, CaseNo caseNo, Language language) {
    Referral referral = records.ofCase(caseNo);
    JsonNode answers = records.answersOf(referral);
    JsonNode asked = fieldsOf(referral.kind().formId(), language);
    JsonNode sentOn =
        referral.form().equals(referral.kind().formId())
            ? asked
            : fieldsOf(referral.form(), language);
    List<FactView> facts = new ArrayList<>(sender(referral, language));
    String way = ways.reason(referral, language);
    if (way != null) {
      facts.add(FactView.of(message("referral.context.way", language), way));
    }
    for (String key : SHOWN) {
      JsonNode answer = answers.path(key);
      if (answer.isMissingNode() || answer.isNull()) {
        continue;
      }
      // answers that come later are in the words of the kind's own form
      JsonNode field = ReferralWords.field(asked, key);
      if (field.isMissingNode()) {
        field = ReferralWords.field(sentOn, key);
      }
      String text = ReferralWords.text(field, answer);
      boolean risk = answer.asText().equals(EMPHASIZED.get(key));
      facts.add(
          new FactView(
              key.equals("helpWanted")
                  ? wordsOf(answers.path("helpWantedBy").asText(), language)
                  : field.path("label").asText(key),
              key.equals("helpWanted") ? "«" + text + "»" : text,
              risk));
    }
    CompletenessMeter.Reading reading = meter.read(referral);
    facts.add(
        FactView.of(
            message("referral.meter", language),
            messages.getMessage(
                "referral.meter.count",
                new Object[] {reading.answered(), reading.total()},
                language.locale())));
    List<String> missing = new ArrayList<>(ways.notes(referral, language));
    reading.missing().stream()
        .map(
            m ->
                messages.getMessage(
                    "referral.meter." + m.weight() + (m.asked() ? ".asked" : ""),
                    new Object[] {
                      ReferralWords.field(asked, ReferralItems.fieldOf(m.item()))
                          .path("label")
                          .asText(m.item())
                    },
                    language.locale()))
        .forEach(missing::add);
    String meta =
        OsloTime.dateOf(referral.seniorityAt())
                .format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT))
            + " · "
            + referral.reference();
    return List.of(
        new Part(
            message("referral.context.title", language),
            meta,
            facts,
            missing,
            LinkView.to(
                message("referral.context.whole", language),
                "/cases/" + caseNo + "/referral",
                "FileText")));
  }

  private JsonNode fieldsOf(String formId, Language language) {
    return pages
        .of(formId, Ids.next(), new UserId("reader"), "", FormHandler.Context.NONE, language)
        .schema()
        .path("components");
  }

  /** Whose words they are; the patient's unless somebody else has had a hand in them. */
  private String wordsOf(String writer, Language language) {
    return message(
        WRITTEN_BY_OTHERS.contains(writer)
            ? "referral.context.words." + writer
            : "referral.context.words",
        language);
  }

  /** Who wrote or phoned; a sender with a user stands on the case's own page. */
  private List<FactView> sender(Referral referral, Language language) {
    return referral
        .postalSender()
        .map(
            s ->
                Stream.of(s.name(), s.office(), s.phone())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(FactView.of(message("referral.context.sender", language), text)))
        .orElse(List.of());
  }

  /** The scanned letter and what else was attached to the referral. */
  @Override
  public List<Paper> papers(OpenTask task, CaseNo caseNo, Language language) {
    return ReferralPapers.of(documents, caseNo).stream()
        .map(
            d ->
                new Paper(
                    message("referral.paper." + (d.scan() ? "scan" : "attachment"), language),
                    d.name() + " · " + d.when(),
                    d.href()))
        .toList();
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
