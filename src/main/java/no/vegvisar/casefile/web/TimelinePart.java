package no.vegvisar.casefile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.EventWords;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What happened: the ledger in words, as far as the reader may see it; {@code ?show=deadline} shows
 * one kind.
 */
@Component
class TimelinePart implements CasePart {

  static final String KEY = "timeline";

  private final Timeline timeline;
  private final MessageSource messages;
  private final HttpServletRequest request;

  TimelinePart(Timeline timeline, MessageSource messages, HttpServletRequest request) {
    this.timeline = timeline;
    this.messages = messages;
    this.request = request;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Thing thing() {
    return Thing.HISTORY;
  }

  @Override
  public String icon() {
    return "ClockDashed";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return true;
  }

  @Override
  public String template() {
    return "casefile/parts/timeline";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Locale locale = LocaleContextHolder.getLocale();
    List<LedgerEntry> entries = timeline.visible(caseNo);
    List<String> modules = entries.stream().map(EventWords::moduleOf).distinct().sorted().toList();
    String asked = request.getParameter("show");
    String shown = asked != null && modules.contains(asked) ? asked : null;
    String here = "/cases/" + caseNo + "/" + KEY;
    List<LinkView> filters = new ArrayList<>();
    filters.add(
        new LinkView(
            messages.getMessage("casefile.timeline.all", null, locale),
            here,
            null,
            null,
            false,
            shown == null));
    for (String module : modules) {
      String label = messages.getMessage("casefile.module." + module, null, module, locale);
      filters.add(
          new LinkView(label, here + "?show=" + module, null, null, false, module.equals(shown)));
    }
    var events =
        entries.stream()
            .filter(e -> shown == null || EventWords.moduleOf(e).equals(shown))
            .map(e -> timeline.view(e, Language.of(locale)))
            .toList();
    return Map.of("part", new TimelineView(modules.size() > 1 ? filters : List.of(), events, null));
  }
}
