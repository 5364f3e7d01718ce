package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.util.List;
import java.util.UUID;
import no.vegvisar.assessment.Talks;
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

  DemoAssessments(DemoWalk walk, DemoStages stages, Letters letters, Talks talks) {
    this.walk = walk;
    this.stages = stages;
    this.letters = letters;
    this.talks = talks;
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
  }

  void waitsForTherapist(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Lett Bris",
                "23889826851",
                "nb",
                "gp",
                "opioids",
                "Opioidavhengighet, ønsker LAR",
                "Jeg vil ha ro til å være mor igjen"),
            at(time.working(-12), 9, 0),
            "levelWanted",
            List.of("lar"));
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
