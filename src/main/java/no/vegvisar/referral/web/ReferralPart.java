package no.vegvisar.referral.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.referral.PostalAnswers;
import no.vegvisar.referral.QuestionViews;
import no.vegvisar.referral.ReferralPapers;
import no.vegvisar.referral.ReferralRecords;
import no.vegvisar.referral.ReferralSheets;
import no.vegvisar.ui.FactView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The whole referral as it was sent, in the form as it was then, and what was answered later. */
@Component
class ReferralPart implements CasePart {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final ReferralRecords records;
  private final ReferralSheets sheets;
  private final FormGate gate;
  private final FormPages pages;
  private final Documents documents;
  private final QuestionViews questions;
  private final PostalAnswers answers;

  ReferralPart(
      ReferralRecords records,
      ReferralSheets sheets,
      FormGate gate,
      FormPages pages,
      Documents documents,
      QuestionViews questions,
      PostalAnswers answers) {
    this.records = records;
    this.sheets = sheets;
    this.gate = gate;
    this.pages = pages;
    this.documents = documents;
    this.questions = questions;
    this.answers = answers;
  }

  @Override
  public String key() {
    return "referral";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Thing thing() {
    return Thing.REFERRAL;
  }

  @Override
  public String icon() {
    return "FileText";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "referral/part";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Language language = Language.of(LocaleContextHolder.getLocale());
    Map<String, Object> model = new HashMap<>();
    model.put("papers", ReferralPapers.of(documents, caseNo));
    model.put("laterAnswers", questions.answered(caseNo, language));
    List<String> open = new ArrayList<>();
    questions.open(caseNo, language).forEach(field -> open.add(field.path("label").asText()));
    model.put("openQuestions", open);
    model.put(
        "answerHref",
        !open.isEmpty() && answers.may(caseNo) ? "/cases/" + caseNo + "/referral/answer" : null);
    model.put(
        "joined", records.joinedForms(caseNo).stream().map(j -> joined(j, language)).toList());
    records
        .sentForm(caseNo)
        .ifPresent(
            submission -> model.put("sentForm", pages.readOnly(gate.get(submission), language)));
    return model;
  }

  /** A further referral of the same person, read as new information. */
  public record Joined(String reference, String received, List<FactView> facts) {}

  private Joined joined(ReferralRecords.JoinedForm sent, Language language) {
    return new Joined(
        sent.reference(),
        DAY.format(OsloTime.dateOf(sent.receivedAt())),
        sheets.asSent(sent.submissionId(), language));
  }
}
