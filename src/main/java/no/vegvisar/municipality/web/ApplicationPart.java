package no.vegvisar.municipality.web;

import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.municipality.ApplicationFacts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The application on the municipal case's page: what was disclosed, what was decided. */
@Component
class ApplicationPart implements CasePart {

  private final ApplicationFacts facts;

  ApplicationPart(ApplicationFacts facts) {
    this.facts = facts;
  }

  @Override
  public String key() {
    return "application";
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
    return caseSummary.kind() == CaseKind.MUNICIPAL;
  }

  @Override
  public String template() {
    return "municipality/application";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Language language = Language.of(LocaleContextHolder.getLocale());
    return Map.of(
        "disclosed", facts.disclosed(caseNo), "decision", facts.decision(caseNo, language));
  }
}
