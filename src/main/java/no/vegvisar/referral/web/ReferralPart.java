package no.vegvisar.referral.web;

import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The whole referral as it was sent, in the form as it was then, and what was answered later. */
@Component
class ReferralPart implements CasePart {

  private final ReferralRecords records;
  private final FormGate gate;
  private final FormPages pages;

  ReferralPart(ReferralRecords records, FormGate gate, FormPages pages) {
    this.records = records;
    this.gate = gate;
    this.pages = pages;
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
    return records
        .sentForm(caseNo)
        .<Map<String, Object>>map(
            sent ->
                Map.of(
                    "sentForm",
                    pages.readOnly(gate.get(sent.submissionId()), language),
                    "laterAnswers",
                    sent.later()))
        .orElse(Map.of("laterAnswers", Map.of()));
  }
}
