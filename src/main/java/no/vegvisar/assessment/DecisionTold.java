package no.vegvisar.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What begins when the patient knows the decision, and ends again when the letter comes back: the
 * clocks T01, T02 and T04, the unit that has the case, and what somebody still owes.
 */
@Service
@Transactional
class DecisionTold {

  private final AssessmentDesk desk;
  private final RightsAssessments assessments;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Users users;
  private final Letters letters;
  private final CaseDuties duties;
  private final Clock clock;

  DecisionTold(
      AssessmentDesk desk,
      RightsAssessments assessments,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Users users,
      Letters letters,
      CaseDuties duties,
      Clock clock) {
    this.desk = desk;
    this.assessments = assessments;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.users = users;
    this.letters = letters;
    this.duties = duties;
    this.clock = clock;
  }

  /**
   * The patient has been told: T01 stops, what the decision starts begins, the case moves to where
   * care is given.
   */
  void told(CaseNo caseNo, String how, Instant at) {
    ledger.lock(caseNo);
    RightsAssessment assessment = desk.ofCase(caseNo);
    boolean first = assessment.toldAt() == null;
    if (!first) {
      return;
    }
    assessment.told(at);
    clocks.stop("T01", caseNo.value(), at, "patient-told");
    ledger.append(
        caseNo,
        new AssessmentEvent.PatientTold(
            how, at.toString(), String.valueOf(assessment.patientLetter())));
    timeToComplain(caseNo, at, "told-anew");
    if ("granted".equals(assessment.outcome())) {
      // a decision taken anew may set another date; when care has started, none runs any more
      if (clocks
          .find("T02", caseNo.value())
          .filter(c -> !c.running() || assessment.outcomeBefore() == null)
          .isEmpty()) {
        clocks.startUntil("T02", caseNo.value(), caseNo, assessment.deadline());
      }
      cases.moveToUnit(caseNo, unitFor(desk.readList(assessment.levelsJson())));
    } else {
      if ("agrees".equals(assessment.handOver())) {
        owesMunicipality(caseNo);
      }
      // care that goes on is not closed by a new decision
      if (!"granted".equals(assessment.outcomeBefore())) {
        cases.close(caseNo, assessment.outcome().equals("otherPlace") ? "otherPlace" : "refused");
      }
    }
  }

  /**
   * The time to complain counts from when the patient knew enough to complain (pbrl 7-5, T04): what
   * runs since an earlier letter ends here and begins anew, so that no day of it is lost.
   */
  private void timeToComplain(CaseNo caseNo, Instant from, String cause) {
    clocks.stop("T04", caseNo.value(), from, cause);
    clocks.start("T04", caseNo.value(), caseNo, from, DeadlineClocks.Facts.NONE);
  }

  /** The corrected letter has left: only with it the patient knows what was decided, and why. */
  void correctionTold(UUID letterId, Instant at) {
    assessments
        .findByCorrectedLetter(letterId)
        .map(RightsAssessment::caseNo)
        .ifPresent(
            caseNo -> {
              ledger.lock(caseNo);
              timeToComplain(caseNo, at, "letter-corrected");
            });
  }

  /** A decision is given in writing too: who was phoned gets the letter in a way they accept. */
  private void owesLetter(CaseNo caseNo) {
    duties.owed(
        new CaseDuties.Duty(
            "letter-after-call",
            caseNo,
            Role.INTAKE,
            null,
            "assessment.tell.letter-owed",
            null,
            "/cases/" + caseNo + "/letters",
            "letter-after-call:" + caseNo,
            false));
  }

  /** The patient agreed that the municipality is told of the refusal; a person does it. */
  private void owesMunicipality(CaseNo caseNo) {
    duties.owed(
        new CaseDuties.Duty(
            "refusal-hand-over",
            caseNo,
            Role.INTAKE,
            null,
            "assessment.hand-over.owed",
            null,
            "/cases/" + caseNo + "/assessment",
            "refusal-hand-over:" + caseNo,
            false));
  }

  /**
   * Where care is given; a unit without a leader would leave the next task unseen, so the
   * outpatient clinic has it.
   */
  private String unitFor(List<String> levels) {
    String unit =
        switch (levels.isEmpty() ? "" : levels.get(0)) {
          case "day" -> "dag";
          case "inpatient" -> "dogn";
          case "detox" -> "avrusing";
          case "lar" -> "lar";
          default -> "poliklinikk";
        };
    return users.holders(Role.UNIT_LEAD, unit).isEmpty() ? "poliklinikk" : unit;
  }

  /**
   * The letter came back: the clock runs again, with the same date (decisions 1.1), also on a case
   * that a refusal has closed: the patient is still to be told. The time to complain begins only
   * when the patient knows (T04).
   */
  void letterReturned(CaseNo caseNo) {
    ledger.lock(caseNo);
    RightsAssessment assessment = desk.ofCase(caseNo);
    if (assessment.toldAt() == null) {
      return;
    }
    assessment.notTold();
    clocks.stop("T04", caseNo.value(), clock.instant(), "letter-returned");
    clocks.resume("T01", caseNo.value(), "letter-returned");
  }

  List<Refusal> anotherWay(Submission form) {
    if (form.is("told", "notReached")) {
      ledger.append(
          form.caseNo(), new AssessmentEvent.PatientNotReached(form.rows("tries").size()));
      return List.of();
    }
    Optional<Instant> at = form.instant("toldAt");
    if (at.isEmpty()) {
      return List.of(Refusal.of("assessment.refusal.told-when").at("toldAt"));
    }
    if (at.get().isAfter(clock.instant())) {
      return List.of(Refusal.of("assessment.refusal.told-in-future").at("toldAt"));
    }
    RightsAssessment assessment = desk.ofCase(form.caseNo());
    letters.toldOtherwise(assessment.patientLetter(), form.text("told"), at.get());
    return List.of();
  }

  /** Told by a person, not by the letter; who was phoned is still to get it. */
  void toldByPerson(CaseNo caseNo, String how, Instant at) {
    told(caseNo, how, at);
    if ("phoned".equals(how)) {
      owesLetter(caseNo);
    }
  }
}
