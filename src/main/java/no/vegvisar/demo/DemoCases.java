package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.form.Drafts;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.patient.Patients;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The sixteen cases of the demo and the two drafts of the walk (cast §4.2), as far as the processes
 * here carry them.
 */
@Component
@Profile({"demo", "test"})
class DemoCases {

  private static final String NEED =
      "Ein fast kontakt i kommunen, og hjelp til å halde på bustaden";

  private final DemoWalk walk;
  private final CaseFiles cases;
  private final Patients patients;
  private final LegalBases bases;
  private final Letters letters;
  private final CaseLedger ledger;
  private final Drafts drafts;
  private final MovableClock clock;

  DemoCases(
      DemoWalk walk,
      CaseFiles cases,
      Patients patients,
      LegalBases bases,
      Letters letters,
      CaseLedger ledger,
      Drafts drafts,
      MovableClock clock) {
    this.walk = walk;
    this.cases = cases;
    this.patients = patients;
    this.bases = bases;
    this.letters = letters;
    this.ledger = ledger;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** Each case by its key; run in this order, each from its own first day. */
  Map<String, Runnable> all(DemoTime time) {
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("D14", () -> closed(time));
    all.put("D09", () -> overdueEvaluation(time));
    all.put("D08", () -> silentMunicipality(time));
    all.put("D12", () -> withdrawnBase(time));
    all.put("D13", () -> plannedEnd(time));
    all.put("D10", () -> nextOfKin(time));
    all.put("D05", () -> brokenStartDeadline(time));
    all.put("D04", () -> decisionDue(time));
    all.put("D11", () -> protectedAddress(time));
    all.put("D06", () -> refused(time));
    all.put("D07", () -> waitsForTherapist(time));
    all.put("D03", () -> waitsForSignature(time));
    all.put("D16", () -> letterReturned(time));
    all.put("D02", () -> asked(time));
    all.put("D15", () -> minor(time));
    all.put("D01", () -> unregistered(time));
    all.put("drafts", () -> draftsOfTheWalk(time));
    return all;
  }

  private CaseNo refer(Person person, LocalDate day, int hour, int minute, Object... changes) {
    clock.setTo(at(day, hour, minute));
    return walk.refer(person, changes);
  }

  private void unregistered(DemoTime time) {
    refer(
        new Person(
            "Blid Fjellrev",
            "14838411313",
            "unknown",
            "gp",
            "alcohol",
            "Drikk i helgene, vil slutte",
            "Eg vil ha nokon å snakke med"),
        time.friday(),
        15,
        40);
  }

  private void asked(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Stille Nattergal",
                "27899124265",
                "nb",
                "gp",
                "prescription",
                "Økende bruk av beroligende",
                "Jeg vil trappe ned uten å bli syk"),
            time.working(-6),
            10,
            0,
            "allergies",
            "unknown");
    walk.until(at(time.working(-4), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-6), 10, 0)));
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  private void waitsForSignature(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Modig Bekk",
                "09830773352",
                "nn",
                "gp",
                "gambling",
                "Spelar for meir enn han har",
                "Eg vil sleppe å tenkje på spel heile dagen"),
            time.working(-10),
            9,
            0);
    walk.until(at(time.working(-9), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-10), 9, 0)));
    walk.until(at(time.working(-2), 13, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(18), "Ung, aukande gjeld, eige ønske om hjelp");
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  private void decisionDue(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Varsam Rype",
                "19869541810",
                "nn",
                "municipality",
                "cannabis",
                "Gravid, ønskjer å slutte",
                "Eg vil klare dette for barnet"),
            time.working(-25),
            9,
            0);
    walk.intoWorkUp(
        caseNo, "therapist-2", time.working(-24), time.working(-19), time.calendar(-20));
    walk.workUp(caseNo, "therapist-2", "unknown", "Trygg kvardag fram til fødselen");
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  private void brokenStartDeadline(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Seig Furu",
                "08816807981",
                "unknown",
                "gp",
                "alcohol",
                "Langvarig bruk, dårleg søvn",
                "Eg orkar ikkje fleire rundar åleine"),
            time.working(-38),
            9,
            0);
    walk.until(at(time.working(-37), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-38), 9, 0)));
    walk.until(at(time.working(-30), 10, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(-1), "Alvorleg avhengigheit, rask oppstart er viktig");
    walk.sign(caseNo, "signer");
    walk.until(at(time.t(), 0, 5), caseNo);
  }

  private void refused(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Trygg Havn",
                "30848618167",
                "nn",
                "gp",
                "cannabis",
                "Vil ha råd om bruk i helgene",
                "Eg vil vite om dette er farleg"),
            time.working(-22),
            9,
            0);
    walk.until(at(time.working(-21), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-22), 9, 0)));
    walk.until(at(time.working(-15), 11, 0), caseNo);
    walk.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        "outcome",
        "refused",
        "reason",
        "Bruken er avgrensa, og hjelp i kommunen er nok",
        "elsewhere",
        "Samtale med ruskonsulent i kommunen og fastlegen",
        "participants",
        List.of("doctor", "socialWorker"));
    walk.sign(caseNo, "signer");
  }

  private void waitsForTherapist(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Lett Bris",
                "23889826851",
                "nb",
                "gp",
                "opioids",
                "Opioidavhengighet, ønsker LAR",
                "Jeg vil ha ro til å være mor igjen"),
            time.working(-12),
            9,
            0,
            "levelWanted",
            List.of("lar"));
    walk.until(at(time.working(-11), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-12), 9, 0)));
    walk.complete(
        caseNo,
        "confirm-route",
        "assessor",
        "route",
        "assess",
        "reason",
        "LAR vurderes her; kommunens del kommer senere");
    walk.until(at(time.working(-6), 10, 0), caseNo);
    walk.prepareGranted(
        caseNo, time.working(20), "Alvorlig opioidavhengighet, stort ønske om endring");
    walk.sign(caseNo, "signer");
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  private void letterReturned(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Flyktig Dogg",
                "25859037235",
                "unknown",
                "gp",
                "stimulants",
                "Bur på ulike stader, vanskeleg å nå",
                "Eg vil ha ein stad å sove og nokon å snakke med"),
            time.working(-7),
            9,
            0);
    walk.until(at(time.working(-6), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-7), 9, 0)));
    walk.until(at(time.working(-3), 10, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(25), "Utsett livssituasjon, hjelp kan gi stor nytte");
    walk.sign(caseNo, "signer");
    walk.until(at(time.working(-1), 11, 0), caseNo);
    letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .forEach(l -> walk.as("intake", () -> letters.returned(l.id())));
    walk.settle(caseNo);
  }

  private void minor(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Spretten Kalv",
                "03891161327",
                "unknown",
                "childWelfare",
                "cannabis",
                "15 år, uro frå barnevernet",
                "Eg vil at dei skal slutte å mase"),
            time.working(-3),
            14,
            0);
    walk.until(at(time.working(-2), 9, 0), caseNo);
    walk.register(caseNo, "firstReceipt", DemoWalk.local(at(time.working(-3), 14, 0)));
  }

  private void protectedAddress(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Klok Granbar",
                "29879322365",
                "nn",
                "gp",
                "alcohol",
                "Treng hjelp utan at nokon får vite kvar",
                "Eg vil vere trygg når eg kjem"),
            time.working(-20),
            9,
            0);
    walk.until(at(time.working(-19), 9, 0), caseNo);
    walk.register(
        caseNo,
        "firstReceipt",
        DemoWalk.local(at(time.working(-20), 9, 0)),
        "protectedAddress",
        "strictlyConfidential");
    walk.until(at(time.working(-15), 10, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(20), "Alvorleg nok, og god nytte av hjelp");
    walk.sign(caseNo, "signer-2");
    walk.until(at(time.working(-14), 10, 0), caseNo);
    walk.complete(
        caseNo,
        "tell-patient-another-way",
        "intake",
        "told",
        "handedOver",
        "toldAt",
        DemoWalk.local(clock.instant()));
    walk.assign(caseNo, "therapist");
    walk.until(at(time.working(-5), 12, 0), caseNo);
    walk.complete(
        caseNo,
        "record-first-attendance",
        "therapist",
        "attendance",
        "came",
        "attendedAt",
        DemoWalk.local(clock.instant()));
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  private void nextOfKin(DemoTime time) {
    CaseNo caseNo =
        refer(
            new Person(
                "Vennlig Måke",
                "17827615870",
                "nb",
                "otherEntitled",
                "other",
                "Pårørende, sover dårlig av uro",
                "Jeg trenger et sted å legge fra meg bekymringen"),
            time.working(-30),
            9,
            0);
    walk.intoWorkUp(caseNo, "therapist-2", time.working(-29), time.working(-24), time.working(-12));
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  /** Treatment begun and, when wanted, the municipality asked on "informed, not objecting". */
  private CaseNo inTreatment(
      Person person,
      String therapist,
      String children,
      DemoTime time,
      LocalDate received,
      LocalDate attended,
      LocalDate decided,
      boolean municipality,
      boolean group) {
    CaseNo caseNo = refer(person, received, 9, 0);
    walk.intoWorkUp(caseNo, therapist, received.plusDays(1), received.plusDays(7), attended);
    walk.until(at(decided, 13, 0), caseNo);
    walk.workUp(caseNo, therapist, children, "Edru i kvardagane");
    walk.decide(caseNo, therapist, municipality, group, NEED);
    return caseNo;
  }

  private void askMunicipality(CaseNo caseNo, String therapist, boolean group, DemoTime time) {
    Map<String, Object> answers = new LinkedHashMap<>();
    DemoWalk.put(
        answers,
        "municipalFollowUpWanted",
        "yes",
        "base",
        "informedNotObjecting",
        "withForm",
        "oral",
        "until",
        time.t().plusDays(120).toString(),
        "groupWanted",
        group ? "yes" : "no");
    if (group) {
      answers.put("groupConsent", "consent");
    }
    walk.complete(caseNo, "seek-legal-base", therapist, answers);
  }

  private void silentMunicipality(DemoTime time) {
    CaseNo caseNo =
        inTreatment(
            new Person(
                "Lun Solstreif",
                "11927233411",
                "nb",
                "gp",
                "alcohol",
                "Drikker daglig, to barn hjemme",
                "Jeg vil være til stede for barna mine"),
            "therapist",
            "yes",
            time,
            time.calendar(-70),
            time.calendar(-42),
            time.calendar(-24),
            true,
            false);
    walk.until(at(time.working(-11), 10, 0), caseNo);
    askMunicipality(caseNo, "therapist", false, time);
    walk.until(at(time.working(-1), 15, 0), caseNo, municipalOf("11927233411"));
  }

  private CaseNo municipalOf(String nationalId) {
    return cases.ofPerson(patients.find("alesund", nationalId).orElseThrow().id()).get(0).caseNo();
  }

  private void overdueEvaluation(DemoTime time) {
    CaseNo caseNo =
        inTreatment(
            new Person(
                "Sterk Eikenøtt",
                "05858940984",
                "nn",
                "gp",
                "alcohol",
                "Bruk gjennom mange år",
                "Eg vil ha arbeid og ein stad å bu"),
            "therapist",
            "no",
            time,
            time.calendar(-110),
            time.calendar(-84),
            time.calendar(-65),
            true,
            true);
    askMunicipality(caseNo, "therapist", true, time);
    CaseNo municipal = municipalOf("05858940984");
    walk.until(at(time.calendar(-58), 10, 0), caseNo, municipal);
    walk.evaluate(caseNo, "therapist", true);
    walk.complete(
        municipal,
        "assess-application",
        "allocation",
        "serviceGranted",
        "yes",
        "services",
        List.of("followUp", "plan"),
        "from",
        time.calendar(-55).toString(),
        "reviewBy",
        time.t().plusDays(28).toString(),
        "reason",
        "Fyller vilkåra for oppfølging",
        "answerText",
        "Team integrering rus følgjer opp");
    walk.complete(
        municipal,
        "name-coordinator",
        "addiction-consultant",
        "coordinator",
        DemoUsers.idOf("municipal-coordinator").value(),
        "planOffered",
        "accepted",
        "personAgrees",
        "yes");
    walk.settle(caseNo, municipal);
    walk.complete(
        caseNo,
        "read-municipal-answer",
        "therapist",
        "meaning",
        "Fast kontakt ved sida av samtalane",
        "patientTold",
        "yes");
    walk.complete(
        caseNo,
        "invite-members",
        "therapist",
        "members",
        List.of(
            Map.of("who", "patient", "base", "consent", "gets", "full"),
            Map.of("who", "therapist", "base", "consent", "gets", "full"),
            Map.of("who", "municipality", "base", "consent", "gets", "full")),
        "firstMeeting",
        DemoWalk.local(at(time.calendar(-50), 12, 0)));
    walk.until(at(time.calendar(-50), 14, 0), caseNo, municipal);
    walk.complete(
        caseNo,
        "record-meeting",
        "therapist",
        "heldAt",
        DemoWalk.local(at(time.calendar(-50), 12, 0)),
        "attended",
        List.of("patient", "therapist", "municipality"),
        "minutes",
        "Bustad og arbeid er viktigast no",
        "promises",
        List.of(
            Map.of(
                "what",
                "Ringje utleigar",
                "owner",
                "municipality",
                "by",
                time.working(-2).toString()),
            Map.of(
                "what",
                "Skrive søknad om arbeidstrening",
                "owner",
                "patient",
                "by",
                time.working(3).toString()),
            Map.of(
                "what", "Sende kriseplan", "owner", "therapist", "by", time.working(5).toString())),
        "meetAgain",
        "yes",
        "nextMeeting",
        DemoWalk.local(at(time.working(5), 12, 0)));
    walk.until(at(time.working(-1), 15, 0), caseNo, municipal);
  }

  private void withdrawnBase(DemoTime time) {
    CaseNo caseNo =
        inTreatment(
            new Person(
                "Kvikk Elv",
                "06908135545",
                "nb",
                "nav",
                "stimulants",
                "Ønsker hjelp til å slutte",
                "Jeg vil bestemme selv hvem som vet"),
            "therapist",
            "no",
            time,
            time.calendar(-75),
            time.calendar(-48),
            time.calendar(-30),
            true,
            false);
    walk.until(at(time.working(-15), 10, 0), caseNo);
    askMunicipality(caseNo, "therapist", false, time);
    CaseNo municipal = municipalOf("06908135545");
    walk.until(at(time.working(-2), 10, 0), caseNo, municipal);
    UUID person = cases.get(caseNo).personId();
    walk.as("therapist", () -> bases.of(person).forEach(b -> bases.withdraw(b.id())));
    walk.settle(caseNo, municipal);
  }

  private void plannedEnd(DemoTime time) {
    CaseNo caseNo =
        inTreatment(
            new Person(
                "Rolig Ulv",
                "21817009104",
                "nb",
                "gp",
                "alcohol",
                "Har hatt god hjelp, vil avslutte trygt",
                "Jeg vil ha et sted å ringe etterpå"),
            "therapist",
            "no",
            time,
            time.calendar(-95),
            time.calendar(-70),
            time.calendar(-50),
            false,
            false);
    walk.until(at(time.calendar(-43), 10, 0), caseNo);
    walk.evaluate(caseNo, "therapist", false);
    walk.until(at(time.working(-5), 10, 0), caseNo);
    walk.complete(
        caseNo,
        "plan-end",
        "therapist",
        "endKind",
        "planned",
        "nextCare",
        List.of("municipality", "gp"),
        "handoverWanted",
        "yes",
        "handoverText",
        "Fast kontakt i kommunen etter avslutning",
        "groupLeader",
        "none",
        "withPatient",
        "yes",
        "childrenAsked",
        "no");
    walk.until(at(time.working(-2), 10, 0), caseNo);
    walk.complete(
        caseNo,
        "seek-base-for-handover",
        "therapist",
        "base",
        "informedNotObjecting",
        "withForm",
        "oral",
        "until",
        time.t().plusDays(90).toString(),
        "handoverWanted",
        "yes");
    walk.settle(caseNo, municipalOf("21817009104"));
  }

  private void closed(DemoTime time) {
    CaseNo caseNo =
        inTreatment(
            new Person(
                "Sindig Lyng",
                "12846245004",
                "nn",
                "gp",
                "alcohol",
                "Vil slutte å drikke",
                "Eg vil sjå borna mine oftare"),
            "therapist",
            "no",
            time,
            time.calendar(-260),
            time.calendar(-230),
            time.calendar(-212),
            false,
            false);
    walk.until(at(time.calendar(-205), 10, 0), caseNo);
    walk.evaluate(caseNo, "therapist", false);
    walk.until(at(time.calendar(-122), 10, 0), caseNo);
    walk.complete(
        caseNo,
        "plan-end",
        "therapist",
        "endKind",
        "planned",
        "nextCare",
        List.of("gp"),
        "handoverWanted",
        "no",
        "groupLeader",
        "none",
        "withPatient",
        "yes",
        "childrenAsked",
        "no");
    walk.complete(
        caseNo,
        "write-discharge-summary",
        "therapist",
        "reference",
        "J-2026-1204",
        "receivers",
        List.of("gp"),
        "patientAsked",
        "yes");
    walk.until(at(time.calendar(-120), 10, 0), caseNo);
    walk.complete(
        caseNo,
        "close-case",
        "therapist",
        "openReason",
        "Alt er gått gjennom med pasienten",
        "feedbackUsed",
        "no",
        "confirmed",
        true);
    clock.setTo(at(time.working(-20), 9, 0));
    // one submission belonged to another person and was erased by order; the tombstone stays
    // (decisions 4)
    walk.as("administrator", () -> ledger.erase(caseNo, 3, "Høyrde til ein annan person"));
  }

  private void draftsOfTheWalk(DemoTime time) {
    clock.setTo(at(time.friday(), 14, 0));
    Person first =
        new Person(
            "Frisk Morgensol",
            "16878729068",
            "nn",
            "gp",
            "alcohol",
            "",
            "Eg vil slutte å drikke og sove om natta");
    Person second =
        new Person(
            "Ny Nordavind",
            "02917930530",
            "nb",
            "gp",
            "alcohol",
            "Ønsker hjelp til å slutte",
            "Jeg vil ha en hverdag uten alkohol");
    for (Person person : List.of(first, second)) {
      Map<String, Object> answers = walk.referral(person);
      answers.values().removeIf(""::equals);
      if (person == first) {
        answers.put("allergies", "unknown");
        answers.put("minorChildren", "unknown");
      }
      drafts.save(DemoUsers.idOf("referrer"), "refer-patient", null, 0, walk.write(answers));
    }
  }
}
