package no.vegvisar.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.audit.web.AuditCaseView;
import no.vegvisar.audit.web.AuditSearchView;

/** What an auditor sees, with made-up content. */
final class SampleAudit {

  private SampleAudit() {}

  static Map<String, Map<String, Object>> pages() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    var seal =
        new AuditSearchView.Seal(
            true,
            "Loggen er ubrutt",
            "Kontrollert i dag kl. 09.00. 48 211 hendelser, siste kontrollsum 9c4e…71ab.",
            "/audit/check",
            "k");
    pages.put(
        "audit/search",
        Map.of(
            "view",
            new AuditSearchView(
                "C26-4817302-6",
                "Klage fra pasient",
                seal,
                List.of(
                    new AuditSearchView.Row(
                        "24. nov. 09.31",
                        "C26-4817302-6",
                        "/audit/C26-4817302-6",
                        "Vurdering",
                        "Rusbehandling TSB vurdering",
                        null),
                    new AuditSearchView.Row(
                        "22. nov. 23.14",
                        "C26-4817303-4",
                        "/audit/C26-4817303-4",
                        "Avsluttet",
                        "Rusbehandling TSB poliklinikk",
                        "23. nov. 08.00")),
                2,
                List.of(LinkView.to("Tabell (CSV)", "/audit/export.csv", null)),
                null,
                List.of())));
    pages.put(
        "audit/case",
        Map.of(
            "view",
            new AuditCaseView(
                "C26-4817302-6",
                List.of(
                    FactView.of("Prosess", "rights-assessment v8"),
                    FactView.of("Tid så langt", "8 av 10 virkedager")),
                seal,
                List.of(),
                "/sample.bpmn",
                List.of("UserTask_ConfirmRoute"),
                List.of("UserTask_RegisterReferral"),
                Map.of("UserTask_RegisterReferral", "5 vd"),
                List.of(
                    new AuditCaseView.Step(
                        "Registrer henvisning",
                        "Ingrid Vågen",
                        "12. nov. 11.32",
                        "19. nov. 10.04",
                        "5 virkedager",
                        true),
                    new AuditCaseView.Step(
                        "Vurder rett",
                        "Liv Sandvik",
                        "19. nov. 10.05",
                        null,
                        "3 virkedager",
                        false)),
                List.of(
                    new AuditCaseView.Event(
                        1,
                        "12. nov. 11.32",
                        "Ivrig Lerke",
                        "Henvisning mottatt",
                        List.of(FactView.of("Kanal", "web")),
                        false),
                    new AuditCaseView.Event(
                        2, "12. nov.", "Nøye Gaupe", "Skjema lagret", List.of(), true)),
                List.of(
                    new AuditCaseView.Read(
                        "24. nov. 09.31",
                        "Liv Sandvik",
                        "Vurdering",
                        "Oversikt",
                        "Åpen oppgave",
                        true)),
                List.of(LinkView.to("CSV", "/audit/C26/export.csv", null)))));
    return pages;
  }
}
