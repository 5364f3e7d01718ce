package no.vegvisar.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.web.LoginView;
import no.vegvisar.audit.web.AuditCaseView;
import no.vegvisar.audit.web.AuditSearchView;
import no.vegvisar.casefile.web.CaseView;
import no.vegvisar.casefile.web.DiagramView;
import no.vegvisar.casefile.web.OverviewView;
import no.vegvisar.casefile.web.TimelineView;
import no.vegvisar.form.FormView;
import no.vegvisar.form.web.TaskView;
import no.vegvisar.information.InformationView;
import no.vegvisar.modelling.web.EditorView;
import no.vegvisar.modelling.web.ProcessListView;
import no.vegvisar.modelling.web.ProcessView;
import no.vegvisar.modelling.web.VersionView;
import no.vegvisar.municipality.web.InboxView;
import no.vegvisar.referral.web.NewReferralView;
import no.vegvisar.referral.web.ReferralListView;
import no.vegvisar.referral.web.ReferralStatusView;
import no.vegvisar.worklist.web.WorklistView;

/** A view of every page with made-up content, for tests that draw pages without a backend. */
final class SamplePages {

  private SamplePages() {}

  static final DeadlineView OVER =
      new DeadlineView(
          DeadlineView.Level.OVER,
          "1 virkedag over",
          "man. 23. nov.",
          "Lovfrist",
          DeadlineView.Kind.LAW);
  static final DeadlineView SOON =
      new DeadlineView(
          DeadlineView.Level.SOON,
          "2 virkedager igjen",
          "tors. 26. nov.",
          "Lovfrist",
          DeadlineView.Kind.LAW);
  static final DeadlineView OK =
      new DeadlineView(
          DeadlineView.Level.OK,
          "8 virkedager igjen",
          "fre. 4. des.",
          "Intern frist",
          DeadlineView.Kind.INTERNAL);
  static final PatientBannerView LYNG =
      new PatientBannerView(
          "Lyng",
          "Stødig",
          "14.03.1987",
          "39 år",
          "Mann",
          "148387 24990",
          "C26-4817302-6",
          List.of(
              new MarkView(MarkView.Kind.ADDRESS, "Fortrolig adresse"),
              new MarkView(MarkView.Kind.CHILDREN, "Barn som pårørende: 2"),
              new MarkView(MarkView.Kind.OVERDOSE, "Overdosefare")),
          true);
  static final PatientBannerView FJORDHEIM =
      new PatientBannerView(
          "Fjordheim",
          "Rolig",
          "09.06.1994",
          "32 år",
          "Kvinne",
          "098694 43406",
          "C26-2090417-1",
          List.of(
              new MarkView(MarkView.Kind.CRITICAL, "Kritisk: penicillinallergi"),
              new MarkView(MarkView.Kind.LAR, "LAR")),
          false);
  static final List<StepView> STEPS =
      List.of(
          new StepView("referral", "Henvisning", StepView.State.DONE, "3. aug."),
          new StepView(
              "assessment", "Vurdering", StepView.State.DONE, "3.–13. aug. · 8 virkedager"),
          new StepView("work-up", "Utredning", StepView.State.DONE, "24. aug.–14. sep."),
          new StepView("treatment", "Behandling", StepView.State.NOW, "fra 5. okt."),
          new StepView("follow-up", "Oppfølging", StepView.State.NEXT, null));
  static final List<EventView> EVENTS =
      List.of(
          new EventView(
              "ClipboardCheckmark",
              "warning",
              "Svarte på tilbakemelding før timen",
              "i dag 07.40 · pasienten"),
          new EventView("House", "info", "Kommunen tok imot søknad", "20. nov. 10.12 · Kari Lunde"),
          new EventView(
              "CheckmarkCircle",
              "success",
              "Rett til nødvendig helsehjelp",
              "13. aug. · Tore Hauge"));

  static PageFrame frame() {
    return new PageFrame(
        "Ålesund behandlingssenter",
        "Liv Sandvik",
        "Psykolog",
        "LS",
        List.of(
            new PageFrame.NavItem("tasks", "/tasks", true, 11),
            new PageFrame.NavItem("cases", "/cases", false, null),
            new PageFrame.NavItem("referrals", "/referrals", false, null),
            new PageFrame.NavItem("processes", "/processes", false, null)),
        true,
        "nb",
        "/cases/search");
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static FormView form(String submit) {
    return new FormView(
        json(FORM),
        json("{\"outcome\":\"right\",\"level\":[\"out\"],\"children\":[{\"name\":\"Vesle\"}]}"),
        List.of(),
        "/tasks/t4/complete",
        "3",
        "k-1",
        submit,
        "/tasks/t4/draft",
        2,
        "Utkast lagret 09.42",
        false);
  }

  static Map<String, Map<String, Object>> all() {
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
    pages.put(
        "referral/new",
        Map.of(
            "view",
            new NewReferralView(
                "Henvisning til rusbehandling (TSB)",
                List.of(
                    new LinkView("Ordinær henvisning", "/referrals/new", null, null, false, true),
                    LinkView.to("LAR", "/referrals/new?kind=lar", null)),
                form("Send henvisningen"),
                null,
                "Spørsmål om LAR: ring 70 17 13 62.",
                "Vurderingsenheten er åpen til 16.00.",
                "/documents",
                List.of(new NewReferralView.Attachment("d1", "Notat.pdf", "/documents/d1")))));
    pages.put(
        "referral/status",
        Map.of(
            "view",
            new ReferralStatusView(
                "R26-1234567-4",
                true,
                "Mottatt",
                "Du får svar innen ti virkedager.",
                "Henvisningen blir vurdert likevel.",
                "En lege leser det i dag.",
                SOON,
                STEPS,
                List.of(FactView.of("Gjelder", "Ordinær henvisning")),
                "Er det tatt blodprøver?",
                null,
                List.of(LinkView.to("Kvittering", "/documents/d2", null)),
                EVENTS)));
    pages.put(
        "referral/list",
        Map.of(
            "view",
            new ReferralListView(
                "/referrals/new",
                List.of(LinkView.to("Lyng, Stødig – i går", "/referrals/new?draft=1", null)),
                List.of(
                    new ReferralListView.Row(
                        "R26-1234567-4",
                        "/referrals/R26-1234567-4",
                        "Lyng, Stødig",
                        "Ordinær",
                        "12. nov.",
                        "Mottatt",
                        "info",
                        SOON)))));
    pages.put(
        "information/page",
        Map.of(
            "view",
            new InformationView(
                List.of(
                    new InformationView.Topic(
                        "alcohol",
                        "Alcohol",
                        "It is never too early to ask.",
                        "https://www.example.org/",
                        "Alcohol: read more at www.example.org",
                        false),
                    new InformationView.Topic(
                        "doping-helpline",
                        "The doping helpline",
                        "Others answer it.",
                        "tel:00000000",
                        "The doping helpline: call 00000000",
                        true)))));
    pages.put(
        "access/login",
        Map.of(
            "view",
            new LoginView(
                true,
                List.of(
                    new LoginView.Group(
                        "Helse Møre og Romsdal",
                        List.of(
                            new LoginView.DemoUser(
                                "intake",
                                "Nøye Gaupe",
                                "NG",
                                "Mottakssekretær, vurderingsinstans",
                                "Registrere, rute, sende brev"),
                            new LoginView.DemoUser(
                                "signer", "Djup Fjord", "DF", "Signerende spesialist", null))),
                    new LoginView.Group(
                        "Ålesund kommune",
                        List.of(
                            new LoginView.DemoUser(
                                "allocation", "Rett Planke", "RP", "Saksbehandler", null)))),
                "Feil brukernavn eller passord",
                false,
                "signer")));
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
    pages.put(
        "municipality/inbox",
        Map.of(
            "view",
            new InboxView(
                List.of(
                    new LinkView("Nye", "/inbox", null, 4, false, true),
                    LinkView.to("Ferdige", "/inbox?tab=done", null)),
                List.of(
                    new InboxView.Row(
                        "/inbox/1",
                        "Ålesund behandlingssenter",
                        "Trenger oppfølging i bolig",
                        "Havørn, Lun",
                        List.of(new MarkView(MarkView.Kind.LAR, "LAR")),
                        "08.12",
                        SOON,
                        true,
                        true),
                    new InboxView.Row(
                        "/inbox/2",
                        "Ålesund behandlingssenter",
                        "Forespørsel",
                        null,
                        List.of(),
                        "16. nov.",
                        null,
                        false,
                        false)),
                new InboxView.Message(
                    "1",
                    "Trenger oppfølging i bolig",
                    "Varm Vårdag, Ålesund behandlingssenter, i dag 08.12",
                    SOON,
                    "Havørn, Lun",
                    "Født 30.01.1968 (58 år)",
                    List.of(new MarkView(MarkView.Kind.LAR, "LAR")),
                    "Delt etter samtykke 14. september: plan og timer. Du ser bare det pasienten har samtykket til.",
                    null,
                    List.of("Flytter tilbake til egen leilighet."),
                    List.of(FactView.of("Ønsker", "Noen å snakke med")),
                    List.of(LinkView.to("Behandlingsplan", "/documents/p1", null)),
                    null,
                    form("Send svaret"),
                    List.of()))));
    pages.put(
        "municipality/inbox@none",
        Map.of(
            "view",
            new InboxView(
                List.of(new LinkView("Nye", "/inbox", null, 0, false, true)), List.of(), null)));
    for (var error : List.of("403", "404", "409", "422", "500", "session")) {
      pages.put("error/" + error, Map.of("problems", List.of(), "supportCode", "7F3A21C0"));
    }
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

  static final String FORM =
      """
      {"id":"sample","type":"default","schemaVersion":18,"components":[
       {"id":"f0","type":"text","text":"guidance","properties":{"slot":"deadline-guidance"}},
       {"id":"f1","key":"outcome","type":"radio","label":"Hva er avgjørelsen?","properties":{"cards":"true","error":"Velg hva avgjørelsen er"},"values":[{"value":"right","label":"Ja, rett til nødvendig helsehjelp","description":"Sett frist, nivå og sted"},{"value":"no","label":"Avslag","description":"Krever begrunnelse"}],"validate":{"required":true}},
       {"id":"g1","type":"group","label":"Tilbudet","conditional":{"hide":"=outcome != \\"right\\""},"components":[
        {"id":"f2","key":"level","type":"checklist","label":"Behandlingsnivå","properties":{"cols":"true"},"values":[{"value":"out","label":"Poliklinikk"},{"value":"day","label":"Dagbehandling"},{"value":"in","label":"Døgnbehandling"}],"validate":{"required":true}},
        {"id":"f3","key":"place","type":"select","label":"Behandlingssted","layout":{"row":"r1","columns":8},"values":[{"value":"a","label":"Ålesund behandlingssenter"},{"value":"m","label":"Molde behandlingssenter"}],"validate":{"required":true}},
        {"id":"f4","key":"start","type":"datetime","subtype":"date","dateLabel":"Siste frist for start","layout":{"row":"r1","columns":8},"validate":{"required":true}},
        {"id":"f5","key":"meeting","type":"datetime","subtype":"datetime","dateLabel":"Oppstartsmøte","properties":{"recommended":"true"}}]},
       {"id":"f6","key":"reason","type":"textarea","label":"Faglig begrunnelse","description":"Teksten går inn i svarbrevet.","validate":{"required":true,"maxLength":400}},
       {"id":"f7","key":"weeks","type":"number","label":"Uker","validate":{"min":1,"max":52}},
       {"id":"f8","key":"urgent","type":"checkbox","label":"Må gå raskt"},
       {"id":"d1","type":"dynamiclist","path":"children","label":"Barn","isRepeating":true,"allowAddRemove":true,"defaultRepetitions":1,"components":[
         {"id":"f9","key":"name","type":"textfield","label":"Navn","layout":{"row":"r3"},"validate":{"required":true}},
         {"id":"f10","key":"born","type":"datetime","subtype":"date","dateLabel":"Født","layout":{"row":"r3"}}]}
      ]}""";
}
