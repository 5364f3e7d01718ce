package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees that worry is read the same day (S49; T01b): by who is on duty, else the stand-in, else all
 * who could be. It stands in a list until somebody has said what was done; nothing closes it.
 */
@Service
@Transactional
class WorryDesk {

  private static final int LONGEST = 2000;

  private final AcuteWorries worries;
  private final TriageDuty duty;
  private final ReadingHours hours;
  private final CaseDuties work;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;
  private final Duration standInAfter;
  private final Duration everyoneAfter;

  WorryDesk(
      AcuteWorries worries,
      TriageDuty duty,
      ReadingHours hours,
      CaseDuties work,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current,
      Clock clock,
      @Value("${vegvisar.referral.worry.stand-in-after:PT1H}") Duration standInAfter,
      @Value("${vegvisar.referral.worry.everyone-after:PT2H}") Duration everyoneAfter) {
    this.worries = worries;
    this.duty = duty;
    this.hours = hours;
    this.work = work;
    this.ledger = ledger;
    this.access = access;
    this.current = current;
    this.clock = clock;
    this.standInAfter = standInAfter;
    this.everyoneAfter = everyoneAfter;
  }

  /**
   * Puts it in the list of who is on duty when it will be read; nothing when nothing says worry. A
   * reason that comes later, with an answer, is read anew, also when the first has been seen to.
   */
  void consider(Referral referral, JsonNode answers) {
    List<String> reasons = AcuteWorry.reasons(answers, referral);
    Optional<AcuteWorry> known = worries.findByCaseNo(referral.caseNo().value());
    if (reasons.isEmpty() || known.filter(w -> !w.gains(reasons)).isPresent()) {
      return;
    }
    Instant now = clock.instant();
    Instant readFrom = hours.readFrom(now);
    TriageDuty.OnDuty onDuty = duty.on(IntakeDesk.UNIT, OsloTime.dateOf(readFrom));
    AcuteWorry worry =
        known
            .map(
                w -> {
                  offTheLists(w);
                  w.raisedAnew(reasons, now, readFrom, onDuty);
                  return w;
                })
            .orElseGet(
                () -> worries.save(AcuteWorry.raised(referral, reasons, now, readFrom, onDuty)));
    owe(worry, worry.receiver());
    ledger.append(
        worry.caseNo(),
        new ReferralEvent.WorryRaised(
            reasons,
            worry.receiver() == null ? null : worry.receiver().value(),
            readFrom.toString()));
  }

  private void offTheLists(AcuteWorry worry) {
    Arrays.stream(AcuteWorry.Stage.values()).map(worry::workKey).forEach(work::settled);
  }

  private void owe(AcuteWorry worry, UserId to) {
    work.owed(
        new CaseDuties.Duty(
            "acute-worry",
            worry.caseNo(),
            TriageDuty.ROLE,
            to,
            "referral.worry.duty",
            OsloTime.dateOf(worry.readFrom()),
            "/cases/" + worry.caseNo() + "/worry",
            worry.workKey(worry.stage()),
            true));
  }

  /** Passes on what has lain too long; called by the round, each case by itself. */
  void passOn(CaseNo caseNo) {
    ledger.lock(caseNo);
    AcuteWorry worry = worries.findByCaseNo(caseNo.value()).orElseThrow();
    Instant now = clock.instant();
    if (worry.isSettled()) {
      return;
    }
    boolean unopened = worry.openedAt() == null && !now.isBefore(due(worry, standInAfter));
    boolean unsettled = !now.isBefore(due(worry, everyoneAfter));
    if (worry.stage() != AcuteWorry.Stage.EVERYONE
        && (unsettled || (unopened && worry.standIn() == null))) {
      pass(worry, AcuteWorry.Stage.EVERYONE, null);
    } else if (worry.stage() == AcuteWorry.Stage.RECEIVER && unopened) {
      pass(worry, AcuteWorry.Stage.STAND_IN, worry.standIn());
    }
  }

  /** So long after somebody could read it, yet before the unit closes that day. */
  private Instant due(AcuteWorry worry, Duration after) {
    Instant at = worry.readFrom().plus(after);
    Instant closing = hours.closing(worry.readFrom());
    return at.isBefore(closing) ? at : closing;
  }

  private void pass(AcuteWorry worry, AcuteWorry.Stage to, UserId who) {
    worry.passedTo(to);
    owe(worry, who);
    ledger.append(
        worry.caseNo(),
        new ReferralEvent.WorryPassedOn(to == AcuteWorry.Stage.STAND_IN ? "standIn" : "everyone"));
  }

  /** The worry of a case, opened and logged; the first opening is an event of the case. */
  Optional<AcuteWorry> open(CaseNo caseNo) {
    access.require(caseNo, Thing.REFERRAL);
    // two who open it at once: the second waits and reads what the first has written
    ledger.lock(caseNo);
    Optional<AcuteWorry> found = worries.findByCaseNo(caseNo.value());
    if (found.isEmpty()) {
      return found;
    }
    access.open(caseNo, Thing.REFERRAL, "acute-worry");
    AcuteWorry worry = found.get();
    UserId reader = current.get().id();
    if (current.get().holds(TriageDuty.ROLE, IntakeDesk.UNIT)
        && worry.opened(reader, clock.instant())) {
      ledger.append(caseNo, new ReferralEvent.WorryOpened(worry.reasons()));
    }
    return found;
  }

  /** A person says what was done; only that takes it off the lists. */
  List<Refusal> settle(CaseNo caseNo, String done) {
    access.require(caseNo, Thing.REFERRAL);
    if (!current.get().holds(TriageDuty.ROLE, IntakeDesk.UNIT)) {
      return List.of(Refusal.of("referral.refusal.worry-role"));
    }
    String words = done == null ? "" : done.strip();
    if (words.isEmpty()) {
      return List.of(Refusal.of("referral.refusal.worry-done").at("done"));
    }
    if (words.length() > LONGEST) {
      return List.of(Refusal.of("referral.refusal.answer-too-long", LONGEST).at("done"));
    }
    ledger.lock(caseNo);
    AcuteWorry worry = worries.findByCaseNo(caseNo.value()).orElseThrow();
    if (worry.isSettled()) {
      return List.of();
    }
    UserId by = current.get().id();
    worry.opened(by, clock.instant());
    worry.settled(by, clock.instant(), words);
    offTheLists(worry);
    ledger.append(caseNo, new ReferralEvent.WorrySettled(words));
    return List.of();
  }

  /** For pages that show it without counting as having read it. */
  @Transactional(readOnly = true)
  Optional<AcuteWorry> find(CaseNo caseNo) {
    return worries.findByCaseNo(caseNo.value());
  }
}
