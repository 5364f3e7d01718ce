package no.vegvisar.referral.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.referral.WayActs;
import no.vegvisar.referral.WayViews;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which way the case goes and why, and what other bodies decide beside it. */
@Component
class WaysPart implements CasePart {

  /**
   * What {@code referral/ways.html} draws.
   *
   * @param acts what this reader may tell; empty for others
   */
  public record WaysView(
      List<FactView> facts, List<String> notes, List<Row> bodies, List<LinkView> acts) {}

  /**
   * @param href where a person tells how it goes; null for who may not, and when it has ended
   */
  public record Row(String title, String state, String href) {}

  private final WayViews views;
  private final WayActs acts;
  private final MessageSource messages;

  WaysPart(WayViews views, WayActs acts, MessageSource messages) {
    this.views = views;
    this.acts = acts;
    this.messages = messages;
  }

  @Override
  public String key() {
    return "ways";
  }

  @Override
  public int order() {
    return 32;
  }

  @Override
  public Thing thing() {
    return Thing.REFERRAL;
  }

  @Override
  public String icon() {
    return "ArrowForward";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "referral/ways";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Language language = Language.of(LocaleContextHolder.getLocale());
    boolean may = acts.may(caseNo);
    return Map.of(
        "ways",
        new WaysView(
            views.facts(caseNo, language),
            views.notes(caseNo, language),
            views.bodies(caseNo, language).stream()
                .map(
                    b ->
                        new Row(
                            b.title(),
                            b.state(),
                            may && b.open() ? "/cases/" + caseNo + "/ways/bodies/" + b.id() : null))
                .toList(),
            may ? links(caseNo, language) : List.of()));
  }

  private List<LinkView> links(CaseNo caseNo, Language language) {
    List<LinkView> links = new ArrayList<>();
    String base = "/cases/" + caseNo + "/ways/";
    if (acts.emergencyOpen(caseNo)) {
      links.add(link("emergency", base, language));
    }
    links.add(link("bodies", base, language));
    if (acts.hasReferral(caseNo)) {
      links.add(link("place", base, language));
    }
    return links;
  }

  private LinkView link(String act, String base, Language language) {
    return LinkView.to(
        messages.getMessage("referral.act." + act, null, language.locale()), base + act, null);
  }
}
