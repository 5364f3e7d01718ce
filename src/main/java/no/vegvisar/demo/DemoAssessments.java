package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.util.List;
import java.util.UUID;
import no.vegvisar.assessment.Talks;
import no.vegvisar.breach.BreachDesk;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Cases where the right is being decided or has been: D03, D05 to D07 and D16 (cast §4.2). */
@Component
@Profile({"demo", "test"})
class DemoAssessments {

  private final DemoWalk walk;
  private final DemoStages stages;
  private final Letters letters;
  private final Talks talks;
  private final BreachDesk breaches;

  DemoAssessments(
      DemoWalk walk, DemoStages stages, Letters letters, Talks talks, BreachDesk breaches) {
    this.walk = walk;
    this.stages = stages;
    this.letters = letters;
    this.talks = talks;
    this.breaches = breaches;
  }

  void waitsForSignature(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Modig Bekk",
                "09830773352",
                "nn",
                "gp",
                "gambling",
                "Spelar for meir enn han har",
                "Eg vil sleppe å tenkje på spel heile dagen"),
            at(time.working(-10), 9, 0));
    stages.registered(caseNo, at(time.working(-10), 9, 0), time.working(-9));
    walk.until(at(time.working(-6), 13, 0), caseNo);
    UUID talk = Ids.next();
    walk.as(
        "assessor", () -> talks.call(caseNo, "phone", at(time.working(-4), 10, 0), talk).value());
    walk.until(at(time.working(-4), 11, 0), caseNo);
    walk.as("assessor", () -> talks.went(caseNo, talk, "held").value());
    walk.until(at(time.working(-2), 13, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(18), "Ung, aukande gjeld, eige ønske om hjelp");
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  void brokenStartDeadline(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Seig Furu",
                "08816807981",
                "unknown",
                "gp",
                "alcohol",
                "Langvarig bruk, dårleg søvn",
                "Eg orkar ikkje fleire rundar åleine"),
            at(time.working(-38), 9, 0));
    stages.registered(caseNo, at(time.working(-38), 9, 0), time.working(-37));
    walk.until(at(time.working(-30), 10, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(-1), "Alvorleg avhengigheit, rask oppstart er viktig");
    walk.sign(caseNo, "signer");
    walk.until(at(time.working(-3), 10, 0), caseNo);
    walk.as(
        "unit-lead",
        () ->
            breaches.tell(
                caseNo,
                "capacity",
                "Ingen ledig plass før fristen; neste ledige er om ei dryg veke",
                time.working(-1).toString()));
    walk.settle(caseNo);
    walk.complete(
        caseNo,
        "confirm-deadline-breach",
        "unit-lead",
        "breachWay",
        "helfo",
        "reason",
        "Pasienten er orientert på telefon og ønskjer at Helfo leitar");
    walk.until(at(time.t(), 0, 5), caseNo);
  }

  void refused(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Trygg Havn",
                "30848618167",
                "nn",
                "gp",
                "cannabis",
                "Vil ha råd om bruk i helgene",
                "Eg vil vite om dette er farleg"),
            at(time.working(-22), 9, 0));
    stages.registered(caseNo, at(time.working(-22), 9, 0), time.working(-21));
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
    complaintByBrother(caseNo, time);
  }

  /** By mouth, by a brother who brings the power of attorney the day after (edge 11). */
  private void complaintByBrother(CaseNo caseNo, DemoTime time) {
    walk.until(at(time.working(-3), 13, 0), caseNo);
    walk.begin(
        caseNo,
        "register-complaint",
        "intake",
        "receivedAt",
        DemoWalk.local(at(time.working(-3), 12, 40)),
        "channel",
        "oral",
        "about",
        List.of("refusal", "poorAssessment"),
        "words",
        "Broren seier at dette ikkje er litt bruk i helgene. Han har mista jobben.",
        "wanted",
        "At nokon snakkar med han før dei avgjer",
        "complainant",
        "nextOfKin",
        "complainantName",
        "Stø Havn",
        "complainantAddress",
        "Kaivegen 2\n6002 Ålesund",
        "powerOfAttorney",
        "missing",
        "writtenStandard",
        "nn");
    walk.until(at(time.working(-2), 9, 0), caseNo);
    walk.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        "inTime",
        "yes",
        "standing",
        "missing",
        "waitForPowerOfAttorney",
        "yes",
        "reason",
        "Kom i tide. Broren hentar fullmakta i dag.");
    walk.until(at(time.working(-2), 14, 0), caseNo);
    walk.complete(
        caseNo,
        "obtain-power-of-attorney",
        "intake",
        "came",
        "yes",
        "receivedOn",
        time.working(-2).toString());
    walk.hold(caseNo, "review-complaint", "signer-2");
  }

  void waitsForTherapist(DemoTime time) {
    CaseNo caseNo =
        stages.referredToLar(
            new Person(
                "Lett Bris",
                "23889826851",
                "nb",
                "gp",
                "opioids",
                "Opioidavhengighet, ønsker LAR",
                "Jeg vil ha ro til å være mor igjen"),
            at(time.working(-12), 9, 0),
            "Ruskonsulenten i kommunen har ferie til neste uke");
    stages.registered(caseNo, at(time.working(-12), 9, 0), time.working(-11));
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
        caseNo,
        time.working(20),
        "Alvorlig opioidavhengighet, stort ønske om endring",
        "levelDiffers",
        "Vi begynner poliklinisk, slik at vi kan forberede LAR sammen med deg og fastlegen");
    walk.sign(caseNo, "signer");
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  void letterReturned(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Flyktig Dogg",
                "25859037235",
                "unknown",
                "gp",
                "stimulants",
                "Bur på ulike stader, vanskeleg å nå",
                "Eg vil ha ein stad å sove og nokon å snakke med"),
            at(time.working(-7), 9, 0));
    stages.registered(caseNo, at(time.working(-7), 9, 0), time.working(-6));
    walk.until(at(time.working(-3), 10, 0), caseNo);
    walk.prepareGranted(caseNo, time.working(25), "Utsett livssituasjon, hjelp kan gi stor nytte");
    walk.sign(caseNo, "signer");
    walk.until(at(time.working(-1), 11, 0), caseNo);
    letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .forEach(l -> walk.as("intake", () -> letters.returned(l.id())));
    walk.settle(caseNo);
  }
}
