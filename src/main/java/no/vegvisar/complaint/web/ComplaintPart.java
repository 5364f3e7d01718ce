package no.vegvisar.complaint.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseActions;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.complaint.ComplaintPages;
import no.vegvisar.complaint.ComplaintRegistrars;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The complaints of a case on its page: state, times, who decides, letters; and the way to register
 * one, also when the case is closed.
 */
@Component
class ComplaintPart implements CasePart, CaseActions {

  private final ComplaintPages pages;
  private final ComplaintRegistrars registrars;
  private final MessageSource messages;

  ComplaintPart(ComplaintPages pages, ComplaintRegistrars registrars, MessageSource messages) {
    this.pages = pages;
    this.registrars = registrars;
    this.messages = messages;
  }

  @Override
  public String key() {
    return "complaints";
  }

  @Override
  public int order() {
    return 65;
  }

  @Override
  public Thing thing() {
    return Thing.LETTER;
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
    return "complaint/part";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    return Map.of("complaints", pages.ofCase(caseNo, Language.of(LocaleContextHolder.getLocale())));
  }

  @Override
  public List<LinkView> of(CaseSummary file, Locale locale) {
    return registrars.may(file)
        ? List.of(
            LinkView.to(
                messages.getMessage("complaint.register", null, locale),
                "/cases/" + file.caseNo() + "/complaints/new",
                "NotePencil"))
        : List.of();
  }
}
