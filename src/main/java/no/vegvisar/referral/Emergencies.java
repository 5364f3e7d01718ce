package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acute admission beside the assessment (S39). T01 never stops for it; T18 runs from the emergency
 * assessment, and a person decides within it whether the patient enters the pathway.
 */
@Service
@Transactional
public class Emergencies implements CaseStop {

  private static final String CLOCK = "T18";

  private final EmergencyCourses courses;
  private final CaseLedger ledger;
  private final CaseDuties work;
  private final DeadlineClocks clocks;
  private final CurrentActor current;
  private final Clock clock;

  Emergencies(
      EmergencyCourses courses,
      CaseLedger ledger,
      CaseDuties work,
      DeadlineClocks clocks,
      CurrentActor current,
      Clock clock) {
    this.courses = courses;
    this.ledger = ledger;
    this.work = work;
    this.clocks = clocks;
    this.current = current;
    this.clock = clock;
  }

  /** What the doctor on call decided; told by the one who phoned. */
  void assessed(CaseNo caseNo, Instant at, String takenIn, UserId by) {
    courses.save(EmergencyCourse.assessed(caseNo, at, takenIn, by));
    ledger.append(caseNo, new ReferralEvent.EmergencyAssessed(at.toString(), takenIn));
  }

  /** The two weeks run, and somebody owes the decision. */
  public void startClock(CaseNo caseNo) {
    EmergencyCourse course = courses.findById(caseNo.value()).orElseThrow();
    var running =
        clocks.start(CLOCK, caseNo.value(), caseNo, course.assessedAt(), DeadlineClocks.Facts.NONE);
    work.owed(
        new CaseDuties.Duty(
            "emergency-pathway",
            caseNo,
            Role.ASSESSOR,
            null,
            "referral.emergency.title",
            running.dueOn(),
            "/cases/" + caseNo + "/ways/emergency",
            key(caseNo),
            true));
  }

  /**
   * A person decides whether the patient enters the pathway.
   *
   * @param enters yes or no
   * @param on the day it was decided, not after today and not before the emergency
   */
  List<Refusal> settle(CaseNo caseNo, String enters, LocalDate on, String reason) {
    ledger.lock(caseNo);
    Optional<EmergencyCourse> known = courses.findById(caseNo.value());
    if (known.isEmpty()) {
      return List.of(Refusal.of("referral.refusal.no-emergency"));
    }
    EmergencyCourse course = known.get();
    if (!course.open()) {
      // the same once more changes nothing; anything else comes too late
      return course.says(enters, on, reason)
          ? List.of()
          : List.of(Refusal.of("referral.refusal.changed"));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (!List.of("yes", "no").contains(enters)) {
      refusals.add(Refusal.of("referral.refusal.choose").at("enters"));
    }
    if (on == null) {
      refusals.add(Refusal.of("referral.refusal.day").at("on"));
    } else if (on.isAfter(OsloTime.dateOf(clock.instant()))) {
      refusals.add(Refusal.of("referral.refusal.day-ahead").at("on"));
    } else if (on.isBefore(OsloTime.dateOf(course.assessedAt()))) {
      refusals.add(Refusal.of("referral.refusal.day-before-emergency").at("on"));
    }
    refusals.addAll(Acts.reason(reason));
    if (!refusals.isEmpty()) {
      return refusals;
    }
    course.settled(enters, on, reason.strip(), current.get().id());
    ledger.append(
        caseNo, new ReferralEvent.EmergencySettled(enters, on.toString(), reason.strip()));
    clocks.stop(CLOCK, caseNo.value(), clock.instant(), "decided");
    work.settled(key(caseNo));
    return List.of();
  }

  Optional<EmergencyCourse> of(CaseNo caseNo) {
    return courses.findById(caseNo.value());
  }

  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    work.settled(key(caseNo));
  }

  private static String key(CaseNo caseNo) {
    return "emergency-pathway:" + caseNo;
  }
}
