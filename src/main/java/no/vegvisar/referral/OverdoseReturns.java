package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open return after an overdose (T20): agreed by a doctor of TSB with one who declined follow-up.
 * Who comes within the hours goes straight to a talk; who does not leaves no trace, and the case,
 * if there is one, is not touched: no clock, no task, no letter.
 */
@Service
@Transactional
public class OverdoseReturns {

  private static final String RULE = "T20";

  private final OverdoseReturnRows cards;
  private final DeadlineClocks clocks;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseDuties work;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Numbers numbers;
  private final Clock clock;

  OverdoseReturns(
      OverdoseReturnRows cards,
      DeadlineClocks clocks,
      CaseFiles cases,
      CaseLedger ledger,
      CaseDuties work,
      CaseAccess access,
      CurrentActor current,
      Numbers numbers,
      Clock clock) {
    this.cards = cards;
    this.clocks = clocks;
    this.cases = cases;
    this.ledger = ledger;
    this.work = work;
    this.access = access;
    this.current = current;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** A card as the staff see it. */
  public record Card(String number, Instant until) {}

  /** Whether the reader may agree a card. */
  public boolean mayAgree() {
    return current.get().holds(Role.DOCTOR);
  }

  /** Whether the reader meets those who come back. */
  public boolean mayReceive() {
    Actor actor = current.get();
    return actor.holds(Role.DOCTOR) || actor.holds(Role.THERAPIST) || actor.holds(Role.INTAKE);
  }

  /**
   * Agrees a card with the patient.
   *
   * @param id of the page: sent twice it is one card
   * @param caseNoOrNull the patient's case, or null: then the card names nobody
   */
  public Outcome<Card> agree(UUID id, CaseNo caseNoOrNull) {
    if (!mayAgree()) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-doctors"));
    }
    if (caseNoOrNull != null) {
      access.require(caseNoOrNull, Thing.CASE_SUMMARY);
      ledger.lock(caseNoOrNull);
    }
    Optional<OverdoseReturn> before = cards.findById(id);
    if (before.isPresent()) {
      return Outcome.done(view(before.get()));
    }
    if (caseNoOrNull != null && !cases.get(caseNoOrNull).open()) {
      return Outcome.refused(Refusal.of("referral.refusal.case-closed"));
    }
    Instant now = clock.instant();
    OverdoseReturn card =
        cards.save(
            OverdoseReturn.agreed(
                id,
                numbers.draw(NumberKind.RETURN),
                caseNoOrNull,
                current.get().id(),
                now,
                clocks.lastMoment(RULE, now).orElseThrow()));
    if (caseNoOrNull != null) {
      ledger.append(
          caseNoOrNull, new ReferralEvent.ReturnAgreed(card.number(), card.untilAt().toString()));
    }
    return Outcome.done(view(card));
  }

  /** The person has come: to a talk now, without a referral. */
  public Outcome<Card> came(String number) {
    if (!mayReceive()) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-staff"));
    }
    Optional<OverdoseReturn> found =
        Optional.ofNullable(number).map(String::strip).flatMap(cards::findByNumber);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of("referral.refusal.no-card").at("number"));
    }
    OverdoseReturn card = found.get();
    if (card.cameAt() != null) {
      return Outcome.done(view(card));
    }
    Instant now = clock.instant();
    if (!card.openAt(now)) {
      return Outcome.refused(Refusal.of("referral.refusal.card-over").at("number"));
    }
    if (card.caseNo() != null) {
      ledger.lock(card.caseNo());
      ledger.append(card.caseNo(), new ReferralEvent.ReturnUsed(card.number()));
      owed(card.caseNo(), card.number());
    }
    card.came(now, current.get().id());
    return Outcome.done(view(card));
  }

  private void owed(CaseNo caseNo, String number) {
    Optional<UserId> therapist = cases.member(caseNo, Role.THERAPIST);
    work.owed(
        new CaseDuties.Duty(
            "overdose-return",
            caseNo,
            therapist.isPresent() ? Role.THERAPIST : Role.DOCTOR,
            therapist.orElse(null),
            "referral.return.talk",
            OsloTime.dateOf(clock.instant()),
            "/cases/" + caseNo + "/overview",
            "overdose-return:" + number,
            false));
  }

  /** Cards that are open now, the first to end first. */
  @Transactional(readOnly = true)
  public List<Card> open() {
    return cards
        .findByCameAtIsNullAndUntilAtGreaterThanEqualOrderByUntilAt(clock.instant())
        .stream()
        .map(OverdoseReturns::view)
        .toList();
  }

  private static Card view(OverdoseReturn card) {
    return new Card(card.number(), card.untilAt());
  }
}
