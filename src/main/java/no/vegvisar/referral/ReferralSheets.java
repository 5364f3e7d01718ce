package no.vegvisar.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.FactView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A referral written out as its sender filled it in: label and answer, in the form as it was then.
 */
@Component
public class ReferralSheets {

  private final ReferralRecords records;
  private final QuestionViews questions;
  private final FormGate gate;
  private final FormPages pages;
  private final MessageSource messages;

  ReferralSheets(
      ReferralRecords records,
      QuestionViews questions,
      FormGate gate,
      FormPages pages,
      MessageSource messages) {
    this.records = records;
    this.questions = questions;
    this.gate = gate;
    this.pages = pages;
    this.messages = messages;
  }

  /** As it was sent; access is asked by the caller. */
  public List<FactView> asSent(UUID submissionId, Language language) {
    FormView form = pages.readOnly(gate.get(submissionId), language);
    return ReferralWords.facts(form.schema().path("components"), form.data());
  }

  /**
   * The referral of a case, and what its sender answered afterwards; empty for a case that began
   * otherwise.
   */
  public Optional<List<FactView>> ofCase(CaseNo caseNo, Language language) {
    return records
        .sentForm(caseNo)
        .map(
            sent -> {
              List<FactView> rows = new ArrayList<>(asSent(sent, language));
              for (FactView answer : questions.answered(caseNo, language)) {
                rows.add(
                    FactView.of(
                        messages.getMessage(
                            "referral.sheet.later",
                            new Object[] {answer.label()},
                            language.locale()),
                        answer.text()));
              }
              return rows;
            });
  }
}
