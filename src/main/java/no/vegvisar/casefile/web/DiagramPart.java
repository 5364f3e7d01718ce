package no.vegvisar.casefile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.engine.PathHistory;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.LinkView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The way of the case through its processes, drawn on the very version each instance runs. */
@Component
class DiagramPart implements CasePart {

  private static final Set<String> SHOWN =
      Set.of(
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "callActivity",
          "noneEndEvent",
          "terminateEndEvent",
          "boundaryTimer");

  private final PathHistory history;
  private final Users users;
  private final HttpServletRequest request;

  DiagramPart(PathHistory history, Users users, HttpServletRequest request) {
    this.history = history;
    this.users = users;
    this.request = request;
  }

  @Override
  public String key() {
    return "diagram";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public Thing thing() {
    return Thing.HISTORY;
  }

  @Override
  public String icon() {
    return "Branching";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return true;
  }

  @Override
  public String template() {
    return "casefile/parts/diagram";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Locale locale = LocaleContextHolder.getLocale();
    Language language = Language.of(locale);
    List<PathHistory.Instance> instances = history.instances(caseNo.value());
    if (instances.isEmpty()) {
      return Map.of(
          "part",
          new DiagramView(List.of(), null, List.of(), List.of(), Map.of(), List.of(), null));
    }
    String asked = request.getParameter("instance");
    // else the innermost that is at work
    PathHistory.Instance shown =
        instances.stream()
            .filter(i -> i.id().equals(asked))
            .findFirst()
            .orElseGet(
                () ->
                    instances.stream()
                        .filter(PathHistory.Instance::active)
                        .reduce((a, b) -> b)
                        .orElse(instances.get(0)));
    List<LinkView> links =
        instances.stream()
            .map(
                i ->
                    new LinkView(
                        i.name().in(language),
                        "/cases/" + caseNo + "/diagram?instance=" + i.id(),
                        null,
                        null,
                        false,
                        i.id().equals(shown.id())))
            .toList();
    List<PathHistory.Step> steps = history.steps(shown.id());
    List<String> active =
        steps.stream()
            .filter(s -> s.ended() == null)
            .map(PathHistory.Step::elementId)
            .distinct()
            .toList();
    List<String> done =
        steps.stream()
            .filter(s -> s.ended() != null && !s.canceled())
            .map(PathHistory.Step::elementId)
            .distinct()
            .toList();
    Map<String, Integer> times = new LinkedHashMap<>();
    steps.forEach(s -> times.merge(s.elementId(), 1, Integer::sum));
    Map<String, String> counts = new LinkedHashMap<>();
    times.forEach(
        (element, n) -> {
          if (n > 1) {
            counts.put(element, "×" + n);
          }
        });
    List<DiagramView.Step> words = new ArrayList<>();
    for (PathHistory.Step step : steps) {
      if (SHOWN.contains(step.type())) {
        words.add(
            new DiagramView.Step(
                step.name().in(language), detail(step, language), step.ended() == null));
      }
    }
    return Map.of(
        "part",
        new DiagramView(
            links,
            "/processes/" + shown.processKey() + "/" + shown.version() + "/xml",
            active,
            done,
            counts,
            words,
            null));
  }

  private String detail(PathHistory.Step step, Language language) {
    String when =
        DateTimeFormatter.ofPattern(
                language == Language.EN ? "d MMM yyyy, HH:mm" : "d. MMM yyyy, HH.mm",
                language.locale())
            .format(OsloTime.dateTimeOf(step.started()));
    return step.assignee() == null
        ? when
        : when + " · " + users.displayName(new UserId(step.assignee()));
  }
}
