package no.vegvisar.demo;

import java.time.LocalDate;
import java.util.List;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.worklist.HouseWork;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Work of the house beside the cases, so that everybody has something overdue, something today and
 * something later.
 */
@Component
@Profile({"demo", "test"})
class DemoHouseWork {

  private record Line(String user, int due, String link, LocalText words) {}

  private final HouseWork work;

  DemoHouseWork(HouseWork work) {
    this.work = work;
  }

  private static Line line(String user, int due, String link, String en, String nn, String nb) {
    return new Line(user, due, link, new LocalText(en, nn, nb));
  }

  /** Due dates count working days from T (cast §4.1). */
  private static final List<Line> LINES =
      List.of(
          line(
              "referrer",
              -1,
              "/referrals",
              "Look at what was asked of you",
              "Sjå på det du er spurd om",
              "Se på det du er spurt om"),
          line(
              "referrer",
              0,
              "/referrals",
              "Finish your draft",
              "Gjer ferdig utkastet ditt",
              "Gjør ferdig utkastet ditt"),
          line(
              "referrer",
              2,
              "/referrals",
              "Start meeting: say when you can",
              "Oppstartsmøte: sei når du kan",
              "Oppstartsmøte: si når du kan"),
          line(
              "intake",
              -1,
              "/cases",
              "Reach the patient, third try",
              "Nå pasienten, tredje forsøk",
              "Nå pasienten, tredje forsøk på nytt"),
          line(
              "intake",
              0,
              "/cases",
              "Phone the referrer about what is missing",
              "Ring tilvisar om det som manglar",
              "Ring henviser om det som mangler"),
          line(
              "intake",
              3,
              "/cases",
              "Hand over a letter at the desk",
              "Lever ut brev i skranken",
              "Lever ut brev i skranken i dag"),
          line(
              "assessor",
              -1,
              "/tasks?view=group",
              "Team’s statement for the review",
              "Uttale frå teamet til gjennomgangen",
              "Uttalelse fra teamet til gjennomgangen"),
          line(
              "assessor",
              0,
              "/tasks?view=group",
              "Prepare what is due",
              "Førebu det som forfell",
              "Forbered det som forfaller"),
          line("assessor", 1, "/tasks?view=group", "Team meeting", "Teammøte", "Møte i teamet"),
          line(
              "signer",
              -1,
              "/tasks?view=group",
              "Choose where to forward, under 18",
              "Vel kvar tilvisinga skal vidare, under 18",
              "Velg hvor henvisningen skal videre, under 18"),
          line(
              "signer",
              0,
              "/tasks?view=group",
              "Sign what is due today",
              "Signer det som forfell i dag",
              "Signer det som forfaller i dag"),
          line("signer", 1, "/tasks?view=group", "Team meeting", "Teammøte", "Møte i teamet"),
          line(
              "signer-2",
              -1,
              "/absence",
              "Say who stands in for you next week",
              "Sei kven som er vikar for deg neste veke",
              "Si hvem som er vikar for deg neste uke"),
          line(
              "signer-2",
              0,
              "/tasks?view=group",
              "Sign what is due today",
              "Signer det som forfell i dag",
              "Signer det som forfaller i dag"),
          line(
              "unit-lead",
              0,
              "/tasks?view=group",
              "Assign a therapist",
              "Tildel behandlar",
              "Tildel behandler"),
          line(
              "unit-lead",
              5,
              "/tasks?view=group",
              "Cover for leave",
              "Vikar for ferie",
              "Vikar i ferien"),
          line(
              "therapist",
              -3,
              "/cases",
              "Phone the municipality",
              "Ring kommunen",
              "Ring til kommunen"),
          line(
              "therapist",
              0,
              "/cases",
              "Tell the patient what stopped",
              "Fortel pasienten kva som er stansa",
              "Fortell pasienten hva som er stanset"),
          line("therapist", 3, "/cases", "Session", "Samtale", "Time til samtale"),
          line(
              "therapist-2",
              -1,
              "/cases",
              "Ask about children",
              "Spør om barn",
              "Spør om barn i dag"),
          line(
              "therapist-2",
              0,
              "/cases",
              "Session at 13.00",
              "Samtale kl. 13.00",
              "Time kl. 13.00"),
          line("therapist-2", 6, "/cases", "First attendance", "Første oppmøte", "Første fremmøte"),
          line(
              "doctor",
              -1,
              "/cases",
              "Health examination",
              "Helseundersøking",
              "Helseundersøkelse"),
          line(
              "doctor",
              0,
              "/cases",
              "Clinical decision: talk with the therapist",
              "Klinisk avgjerd: snakk med behandlaren",
              "Klinisk beslutning: snakk med behandleren"),
          line("doctor", 2, "/cases", "Start meeting", "Oppstartsmøte", "Møte om oppstart"),
          line(
              "addiction-consultant",
              -5,
              "/inbox",
              "Answer the request",
              "Svar på førespurnaden",
              "Svar på forespørselen"),
          line(
              "addiction-consultant",
              0,
              "/inbox",
              "Answer the call to the start meeting",
              "Svar på innkalling til oppstartsmøte",
              "Svar på innkalling til møte om oppstart"),
          line(
              "addiction-consultant",
              4,
              "/inbox",
              "First visit",
              "Første besøk",
              "Første hjemmebesøk"),
          line(
              "municipal-coordinator",
              -2,
              "/inbox",
              "Own promise: phone the landlord",
              "Eigen avtale: ring utleigar",
              "Egen avtale: ring utleier"),
          line(
              "municipal-coordinator",
              0,
              "/inbox",
              "Send the agenda",
              "Send saklista",
              "Send sakslisten"),
          line(
              "municipal-coordinator",
              3,
              "/inbox",
              "Confirm the hand-over",
              "Stadfest overleveringa",
              "Bekreft overleveringen"),
          line(
              "allocation",
              -1,
              "/inbox",
              "Preliminary reply, one month has gone",
              "Førebels svar, ein månad er gått",
              "Foreløpig svar, en måned er gått"),
          line(
              "allocation",
              0,
              "/inbox",
              "Review before a decision ends",
              "Gjennomgang før eit vedtak går ut",
              "Gjennomgang før et vedtak går ut"),
          line(
              "allocation",
              4,
              "/inbox",
              "List of flats",
              "Liste over leilegheiter",
              "Liste over leiligheter"),
          line(
              "nav-adviser",
              -2,
              "/inbox",
              "Own promise in the group",
              "Eigen avtale i gruppa",
              "Egen avtale i gruppen"),
          line(
              "nav-adviser",
              0,
              "/inbox",
              "Answer an invitation",
              "Svar på ein invitasjon",
              "Svar på en invitasjon"),
          line("nav-adviser", 5, "/inbox", "Meeting", "Møte", "Møte i gruppen"),
          line(
              "process-editor",
              0,
              "/processes",
              "Draft lacks a nynorsk label",
              "Utkast manglar namn på nynorsk",
              "Utkast mangler navn på nynorsk"),
          line(
              "process-editor",
              10,
              "/processes/deadline-rules",
              "Yearly look at the deadline rules",
              "Årleg gjennomgang av fristreglane",
              "Årlig gjennomgang av fristreglene"),
          line(
              "process-approver",
              -1,
              "/processes",
              "Text of the refusal letter, bokmål",
              "Tekst i avslagsbrevet, bokmål",
              "Tekst i avslagsbrevet på bokmål"),
          line(
              "process-approver",
              10,
              "/processes/deadline-rules",
              "Yearly look at the deadline rules",
              "Årleg gjennomgang av fristreglane",
              "Årlig gjennomgang av fristreglene"),
          line(
              "auditor",
              -1,
              "/audit",
              "Monthly sample of reads",
              "Månadleg stikkprøve av innsyn",
              "Månedlig stikkprøve av innsyn"),
          line(
              "auditor",
              0,
              "/audit",
              "Emergency access, last day of review",
              "Naudinnsyn, siste dag for gjennomgang",
              "Nødinnsyn, siste dag for gjennomgang"),
          line(
              "auditor",
              10,
              "/audit",
              "Keep the head of the chain",
              "Ta vare på hovudet av kjeda",
              "Ta vare på hodet av kjeden"),
          line(
              "administrator",
              -1,
              "/processes",
              "End a leaver’s role",
              "Avslutt rolla til ein som har slutta",
              "Avslutt rollen til en som har sluttet"),
          line(
              "administrator",
              0,
              "/processes",
              "Confirm the signer’s deputy",
              "Stadfest vikaren til signerande spesialist",
              "Bekreft vikaren til signerende spesialist"),
          line(
              "administrator",
              10,
              "/processes",
              "Empty places of children’s contacts",
              "Ledige plassar for barneansvarlege",
              "Ledige plasser for barneansvarlige"),
          line(
              "operator",
              0,
              "/operations/outbox",
              "A reminder job is out of retries",
              "Ein påminningsjobb har ikkje fleire forsøk",
              "En påminnelsesjobb har ikke flere forsøk"),
          line(
              "operator",
              10,
              "/operations/outbox",
              "Restore drill",
              "Øving i tilbakelegging",
              "Øvelse i gjenoppretting"));

  void add(DemoTime time) {
    int n = 0;
    for (Line line : LINES) {
      LocalDate due = time.working(line.due());
      work.add(
          new HouseWork.Item(
              "demo",
              null,
              null,
              DemoUsers.idOf(line.user()),
              null,
              line.words(),
              OsloTime.endOf(due),
              line.link(),
              "demo-" + n++,
              false));
    }
  }
}
