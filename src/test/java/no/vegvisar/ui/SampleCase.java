package no.vegvisar.ui;

import static no.vegvisar.ui.SampleParts.EVENTS;
import static no.vegvisar.ui.SampleParts.FJORDHEIM;
import static no.vegvisar.ui.SampleParts.OK;
import static no.vegvisar.ui.SampleParts.STEPS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.casefile.web.CaseView;
import no.vegvisar.casefile.web.DiagramView;
import no.vegvisar.casefile.web.OverviewView;
import no.vegvisar.casefile.web.TimelineView;

/** The pages of a case, with made-up content. */
final class SampleCase {

  private SampleCase() {}

  static Map<String, Map<String, Object>> pages() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    pages.put(
        "casefile/case",
        Map.of("view", caseView("Oversikt", "casefile/parts/overview", 0), "part", overview()));
    pages.put(
        "casefile/case@timeline",
        Map.of(
            "view",
            caseView("Tidslinje", "casefile/parts/timeline", 1),
            "part",
            new TimelineView(
                List.of(
                    new LinkView("Alle", "/cases/C26/timeline", null, null, false, true),
                    LinkView.to("Brev", "/cases/C26/timeline?kind=letter", null)),
                EVENTS,
                new PaginationView(1, 50, 120, null, "/cases/C26/timeline?page=2"))));
    pages.put(
        "casefile/case@diagram",
        Map.of(
            "view",
            caseView("Prosess", "casefile/parts/diagram", 2),
            "part",
            new DiagramView(
                List.of(
                    new LinkView("Pasientforløp", "/cases/C26/diagram", null, null, false, true),
                    LinkView.to("Henvisning", "/cases/C26/diagram/referral-intake", null)),
                "/sample.bpmn",
                List.of("UserTask_Assess"),
                List.of("StartEvent_Received", "Flow_1", "UserTask_Register", "Flow_2"),
                Map.of("UserTask_Register", "2 vd"),
                List.of(
                    new DiagramView.Step("Registrer henvisning", "3. aug.", false),
                    new DiagramView.Step("Vurder rett", "siden 4. aug.", true)),
                "/audit/C26")));
    return pages;
  }

  private static CaseView caseView(String title, String template, int current) {
    return new CaseView(
        FJORDHEIM,
        List.of(FactView.of("Behandler", "Jonas Myklebust"), FactView.of("Fastlege", "Henrik Aas")),
        STEPS,
        List.of(
            new LinkView("Oversikt", "/cases/C26/overview", "Reception", null, false, current == 0),
            new LinkView(
                "Tidslinje", "/cases/C26/timeline", "ClockDashed", null, false, current == 1),
            new LinkView("Prosess", "/cases/C26/diagram", "Branching", null, false, current == 2),
            new LinkView(
                "Brev og dokumenter", "/cases/C26/letters", "EnvelopeClosed", 6, false, false)),
        title,
        template,
        List.of(LinkView.to("Ny oppgave", "/cases/C26/tasks/new", "Plus")),
        null);
  }

  private static OverviewView overview() {
    return new OverviewView(
        "Behandling: LAR",
        "Samtale hver uke.",
        new PersonView("Jonas Myklebust", "JM", "Behandler", null),
        List.of(
            new OverviewView.Next("Følg opp svar", "Liv Sandvik, før 1. des.", "/tasks/t7"),
            new OverviewView.Next("Ansvarsgruppemøte", "tors. 3. des.", null)),
        List.of(new DueView("Evaluer behandlingsplanen", OK)),
        EVENTS,
        "/cases/C26/timeline",
        List.of(
            new PersonView(
                "Jonas Myklebust", "JM", "Behandler, Ålesund behandlingssenter", "70 17 13 62"),
            new PersonView("Per Nesse", "PN", "Koordinator, Ålesund kommune", null)));
  }
}
