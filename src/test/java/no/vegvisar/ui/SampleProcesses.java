package no.vegvisar.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.modelling.web.EditorView;
import no.vegvisar.modelling.web.ProcessListView;
import no.vegvisar.modelling.web.ProcessView;
import no.vegvisar.modelling.web.VersionView;

/** Process models being edited and approved, with made-up content. */
final class SampleProcesses {

  private SampleProcesses() {}

  static Map<String, Map<String, Object>> pages() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    pages.put(
        "modelling/list",
        Map.of(
            "view",
            new ProcessListView(
                "/processes/new",
                List.of(
                    new ProcessListView.Row(
                        "Mottak av henvisning",
                        "/processes/referral-intake",
                        "v8",
                        47,
                        6,
                        1,
                        "v9 venter på godkjenning",
                        "/processes/referral-intake/9",
                        true,
                        "Kreativ Kobbe",
                        "19. okt."),
                    new ProcessListView.Row(
                        "Behandling",
                        "/processes/treatment",
                        "v3",
                        12,
                        0,
                        0,
                        null,
                        null,
                        false,
                        "Kreativ Kobbe",
                        "9. nov.")))));
    pages.put(
        "modelling/process",
        Map.of(
            "view",
            new ProcessView(
                "Mottak av henvisning",
                "Fra henvisningen kommer til den er klar for vurdering.",
                "/sample.bpmn",
                List.of(FactView.of("Registrer henvisning", "mottakssekretær")),
                List.of(
                    FactView.of("Nøkkel", "referral-intake"), FactView.of("Saker i gang", "47")),
                List.of(
                    new ProcessView.Version(
                        "v9",
                        "/processes/referral-intake/9",
                        "Venter på godkjenning",
                        "warning",
                        "Kreativ Kobbe",
                        "Barn avklares først",
                        0),
                    new ProcessView.Version(
                        "v8",
                        "/processes/referral-intake/8",
                        "I bruk",
                        "success",
                        "Kreativ Kobbe, Kritisk Krabbe",
                        "Ny frist",
                        47)),
                "/processes/referral-intake/edit",
                List.of(
                    LinkView.to("referral-routing", "/processes/referral-routing", "Branching")),
                new ProcessView.Upload("/processes/referral-intake", "1", "k"),
                List.of(new ProblemView(null, "Script task «Run» is not allowed")))));
    pages.put(
        "modelling/edit",
        Map.of(
            "view",
            new EditorView(
                "Mottak av henvisning",
                "Utkast v9",
                "/processes/referral-intake",
                "/sample.bpmn",
                "referral-intake.bpmn",
                "/processes/referral-intake/draft",
                "/processes/referral-intake/send",
                List.of(ChoiceView.of("u1", "Kritisk Krabbe", false)),
                "1",
                "k",
                List.of())));
    pages.put(
        "modelling/version",
        Map.of(
            "view",
            new VersionView(
                "Mottak av henvisning",
                "v9",
                "/processes/referral-intake",
                true,
                new VersionView.Side("v8, i bruk", "/sample.bpmn"),
                new VersionView.Side("v9", "/sample.bpmn"),
                List.of(
                    new VersionView.Change("added", "Oppgave «Avklar barn»"),
                    new VersionView.Change("removed", "Tjeneste «Legg kopi i arkivet»")),
                "Barn avklares før svarbrevet.",
                "Laget av Kreativ Kobbe",
                List.of(new ProblemView("UserTask_X", "mangler nynorsk navn")),
                new VersionView.Approval("/processes/referral-intake/9", "1", "k"),
                null,
                new VersionView.Migration(
                    "Flytt saker fra v8 til v9",
                    5,
                    1,
                    List.of(
                        new VersionView.Migration.Row(
                            "Registrer", "Registrer", 5, "Samme oppgave", false),
                        new VersionView.Migration.Row(
                            "Arkiver", null, 1, "Finnes ikke i v9", true)),
                    "/processes/referral-intake/9/move",
                    "1",
                    "k"))));
    return pages;
  }
}
