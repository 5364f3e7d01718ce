package no.vegvisar.assessment.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentFacts;
import no.vegvisar.assessment.DecisionCorrections;
import no.vegvisar.assessment.Talks;
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
  private final DecisionCorrections corrections;
  private final Talks talks;

  AssessmentPart(AssessmentFacts facts, DecisionCorrections corrections, Talks talks) {
    this.facts = facts;
    this.corrections = corrections;
    this.talks = talks;
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
    Map<String, Object> model = new HashMap<>();
    model.put("facts", facts.of(caseNo, language));
    model.put("guidance", facts.guidance(caseNo, language));
    List<String> held = talks.of(caseNo).stream().map(t -> facts.talk(t, language)).toList();
    model.put("talks", held);
    model.put(
        "talkHref",
        talks.may(caseNo) || !held.isEmpty() ? "/cases/" + caseNo + "/assessment/talk" : null);
    model.put(
        "correctionHref",
        corrections.may(caseNo) ? "/cases/" + caseNo + "/assessment/correction" : null);
    return model;
  }
}
