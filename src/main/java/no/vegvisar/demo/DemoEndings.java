package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Cases whose treatment has ended: D13 and D14 (cast §4.2). */
@Component
@Profile({"demo", "test"})
class DemoEndings {

  private final DemoWalk walk;
  private final DemoStages stages;
  private final CaseLedger ledger;
  private final MovableClock clock;

  DemoEndings(DemoWalk walk, DemoStages stages, CaseLedger ledger, MovableClock clock) {
    this.walk = walk;
    this.stages = stages;
    this.ledger = ledger;
    this.clock = clock;
  }

  void plannedEnd(DemoTime time) {
    CaseNo caseNo =
        treated(
            new Person(
                "Rolig Ulv",
                "21817009104",
                "nb",
                "gp",
                "alcohol",
                "Har hatt god hjelp, vil avslutte trygt",
                "Jeg vil ha et sted å ringe etterpå"),
            time.calendar(-95),
            time.calendar(-70),
            time.calendar(-50),
            time.calendar(-43));
    walk.until(at(time.working(-5), 10, 0), caseNo);
    planEnd(caseNo, List.of("municipality", "gp"), "Fast kontakt i kommunen etter avslutning");
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
    walk.settle(caseNo, stages.municipalOf("21817009104"));
  }

  void closed(DemoTime time) {
    CaseNo caseNo =
        treated(
            new Person(
                "Sindig Lyng",
                "12846245004",
                "nn",
                "gp",
                "alcohol",
                "Vil slutte å drikke",
                "Eg vil sjå borna mine oftare"),
            time.calendar(-260),
            time.calendar(-230),
            time.calendar(-212),
            time.calendar(-205));
    walk.until(at(time.calendar(-122), 10, 0), caseNo);
    planEnd(caseNo, List.of("gp"), null);
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

  /** Treatment in which nothing was asked of others, ended at its evaluation. */
  private CaseNo treated(
      Person person, LocalDate received, LocalDate attended, LocalDate decided, LocalDate ended) {
    CaseNo caseNo = stages.inTreatment(person, "no", received, attended, decided, false, false);
    walk.until(at(ended, 10, 0), caseNo);
    walk.evaluate(caseNo, "therapist", false);
    return caseNo;
  }

  private void planEnd(CaseNo caseNo, List<String> nextCare, String handoverOrNull) {
    Map<String, Object> answers = new LinkedHashMap<>();
    DemoWalk.put(
        answers,
        "endKind",
        "planned",
        "nextCare",
        nextCare,
        "handoverWanted",
        handoverOrNull == null ? "no" : "yes");
    if (handoverOrNull != null) {
      answers.put("handoverText", handoverOrNull);
    }
    DemoWalk.put(answers, "groupLeader", "none", "withPatient", "yes", "childrenAsked", "no");
    walk.complete(caseNo, "plan-end", "therapist", answers);
  }
}
