package no.vegvisar.breach.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.breach.BreachDesk;
import no.vegvisar.breach.BreachFacts;
import no.vegvisar.casefile.CaseActions;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.LinkView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The breach of a start deadline on the case page; a case without one has no such part. */
@Component
class BreachPart implements CasePart, CaseActions {

  private final BreachDesk desk;
  private final BreachFacts facts;

  BreachPart(BreachDesk desk, BreachFacts facts) {
    this.desk = desk;
    this.facts = facts;
  }

  @Override
  public String key() {
    return "breach";
  }

  @Override
  public int order() {
    return 34;
  }

  @Override
  public Thing thing() {
    return Thing.WAITING_LIST;
  }

  @Override
  public String icon() {
    return "Hourglass";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC && desk.any(caseSummary.caseNo());
  }

  @Override
  public String template() {
    return "breach/part";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    return Map.of("breaches", facts.ofCase(caseNo, Language.of(LocaleContextHolder.getLocale())));
  }

  @Override
  public List<LinkView> of(CaseSummary file, Locale locale) {
    return facts.actions(file, locale);
  }
}
