package no.vegvisar.assessment.web;

import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentFacts;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The rights assessment on the case page: what was decided, by whom, and when the patient was told.
 */
@Component
class AssessmentPart implements CasePart {

  private final AssessmentFacts facts;

  AssessmentPart(AssessmentFacts facts) {
    this.facts = facts;
  }

  @Override
  public String key() {
    return "assessment";
  }

  @Override
  public int order() {
    return 32;
  }

  @Override
  public Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  @Override
  public String icon() {
    return "Gavel";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "assessment/part";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Language language = Language.of(LocaleContextHolder.getLocale());
    return Map.of(
        "facts", facts.of(caseNo, language), "guidance", facts.guidance(caseNo, language));
  }
}
