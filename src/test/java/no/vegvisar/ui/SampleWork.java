package no.vegvisar.ui;

import static no.vegvisar.ui.SampleParts.EVENTS;
import static no.vegvisar.ui.SampleParts.LYNG;
import static no.vegvisar.ui.SampleParts.OK;
import static no.vegvisar.ui.SampleParts.OVER;
import static no.vegvisar.ui.SampleParts.SOON;
import static no.vegvisar.ui.SampleParts.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.form.web.TaskView;
import no.vegvisar.worklist.web.WorklistView;

/** Lists of tasks and a task, with made-up content. */
final class SampleWork {

  private SampleWork() {}

  static Map<String, Map<String, Object>> pages() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    pages.put("worklist/list", Map.of("view", worklist()));
    pages.put(
        "worklist/list@empty",
        Map.of(
            "view",
            new WorklistView(
                "My tasks",
                "mine",
                0,
                0,
                null,
                List.of(LinkView.to("My tasks", "/tasks?view=mine", "Tasklist")),
                List.of(),
                List.of(),
                filter(false),
                List.of(),
                null,
                null)));
    pages.put("form/task", Map.of("view", task()));
    return pages;
  }

  private static WorklistView.Filter filter(boolean active) {
    var all =
        List.of(ChoiceView.of("", "Alle", true), ChoiceView.of("over", "Over fristen", false));
    return new WorklistView.Filter(
        all, List.of(), all, List.of(ChoiceView.of("deadline", "Frist", true)), active);
  }

  private static WorklistView worklist() {
    var marks = List.of(new MarkView(MarkView.Kind.CHILDREN, "Barn som pårørende"));
    var you = new WorklistView.Owner("LS", "Deg", false);
    return new WorklistView(
        "Mine oppgaver",
        "mine",
        3,
        0,
        "Oppdatert kl. 09.42",
        List.of(
            new LinkView("Mine oppgaver", "/tasks?view=mine", "Tasklist", 3, false, true),
            new LinkView(
                "Forfaller snart", "/tasks?view=soon", "HourglassTopFilled", 2, true, false)),
        List.of(
            new LinkView("Ufordelte", "/tasks?view=unassigned", "PersonCross", 6, false, false)),
        List.of("Du er vikar for Marit Strand til og med 27. november."),
        filter(false),
        List.of(
            new WorklistView.Group(
                "over",
                List.of(
                    new WorklistView.Row(
                        "t1",
                        "/tasks/t1",
                        "Vurder rett til nødvendig helsehjelp",
                        "Henvisning og vurdering",
                        OVER,
                        "Tyttebær, Kvikk",
                        "22.11.1979",
                        "C26-1111111-1",
                        List.of(),
                        you,
                        "1 t",
                        List.of(new WorklistView.Flag("Leder er varslet", "danger", "Bell")),
                        null,
                        "1",
                        "k"))),
            new WorklistView.Group(
                "week",
                List.of(
                    new WorklistView.Row(
                        "t4",
                        "/tasks/t4",
                        "Vurder rett til nødvendig helsehjelp",
                        "Henvisning og vurdering",
                        SOON,
                        "Lyng, Stødig",
                        "14.03.1987",
                        "C26-4817302-6",
                        marks,
                        null,
                        "35 min",
                        List.of(new WorklistView.Flag("Ny", "info", null)),
                        "/tasks/t4/claim",
                        "1",
                        "k"))),
            new WorklistView.Group(
                "later",
                List.of(
                    new WorklistView.Row(
                        "t5",
                        "/tasks/t5",
                        "Registrer barn som pårørende",
                        "Utredning",
                        OK,
                        "Rogn, Nøysom",
                        "03.10.1972",
                        "C26-2222222-2",
                        marks,
                        you,
                        "4 d",
                        List.of(),
                        null,
                        "1",
                        "k")))),
        new WorklistView.Bulk(
            "/tasks/claim",
            "/tasks/assign",
            List.of(new ChoiceView("u1", "Tore Hauge", "Overlege · 8 åpne oppgaver", false))),
        new PaginationView(1, 3, 3, null, null));
  }

  private static TaskView task() {
    return new TaskView(
        "Vurder rett til nødvendig helsehjelp",
        LYNG,
        "/cases/C26-4817302-6",
        SOON,
        "Tildelt deg av Ingrid Vågen, i dag 08.55",
        null,
        LinkView.to("Henvisning og vurdering, v8", "/processes/rights-assessment/8", null),
        new TaskView.Pager("Mine oppgaver", "/tasks", "4 av 11", "/tasks/t3", "/tasks/t5"),
        form("Fullfør vurderingen"),
        null,
        null,
        new TaskView.HandOver(
            "/tasks/t4/hand-over", "3", "k", List.of(ChoiceView.of("u2", "Tore Hauge", false))),
        new TaskView.Post("/tasks/t4/put-back", "3", "k"),
        List.of(
            new TaskView.Slot(
                "deadline-guidance",
                "Veiledende frist",
                List.of("Fra prioriteringsveilederen: 6 uker."),
                List.of())),
        new TaskView.Context(
            List.of(
                new DueView("Vurdering og svar til pasienten", SOON),
                new DueView("Varsel til leder", OK)),
            List.of(
                new TaskView.Section(
                    "Fra henvisningen",
                    "12. nov., Henrik Aas, fastlege",
                    List.of(
                        FactView.of("Pasienten ønsker", "«Jeg vil slutte med tablettene.»"),
                        new FactView("Overdose og selvmord", "To episoder siste år.", true)),
                    List.of("Blodprøver er ikke vedlagt"),
                    LinkView.to("Vis hele henvisningen", "/cases/C26/referral", null))),
            List.of(new TaskView.Document("Henvisning", "12. nov. · 3 sider", "/documents/d1")),
            EVENTS,
            List.of(
                new TaskView.Comment(
                    "TH", "Tore Hauge", "i går 14.10", "Jeg heller mot poliklinikk.")),
            new TaskView.Post("/tasks/t4/comments", "3", "k")));
  }
}
