package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Cases whose patient has a therapist and no decision of treatment yet: D04, D10 and D11 (cast
 * §4.2).
 */
@Component
@Profile({"demo", "test"})
class DemoWorkUps {

  private final DemoWalk walk;
  private final DemoStages stages;
  private final MovableClock clock;

  DemoWorkUps(DemoWalk walk, DemoStages stages, MovableClock clock) {
    this.walk = walk;
    this.stages = stages;
    this.clock = clock;
  }

  void decisionDue(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Varsam Rype",
                "19869541810",
                "nn",
                "municipality",
                "cannabis",
                "Gravid, ønskjer å slutte",
                "Eg vil klare dette for barnet"),
            at(time.working(-25), 9, 0));
    walk.intoWorkUp(
        caseNo, "therapist-2", time.working(-24), time.working(-19), time.calendar(-20));
    walk.workUp(caseNo, "therapist-2", "unknown", "Trygg kvardag fram til fødselen");
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  void nextOfKin(DemoTime time) {
    CaseNo caseNo =
        stages.referredNextOfKin(
            new Person(
                "Vennlig Måke",
                "17827615870",
                "nb",
                "occupationalHealth",
                "substances",
                "Pårørende, sover dårlig av uro",
                "Jeg trenger et sted å legge fra meg bekymringen"),
            at(time.working(-30), 9, 0));
    walk.intoWorkUp(caseNo, "therapist-2", time.working(-29), time.working(-24), time.working(-12));
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  void protectedAddress(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Klok Granbar",
                "29879322365",
                "nn",
                "gp",
                "alcohol",
                "Treng hjelp utan at nokon får vite kvar",
                "Eg vil vere trygg når eg kjem"),
            at(time.working(-20), 9, 0));
    stages.registered(
        caseNo,
        at(time.working(-20), 9, 0),
        time.working(-19),
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
}
