package no.vegvisar.referral;

import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import org.springframework.stereotype.Component;

/**
 * A case that goes on elsewhere takes its referral and the seniority date along (pathway-facts
 * §1.1); the sender, and whoever sent one that was joined with it, is told that it has been sent
 * on, unless they were answered before.
 */
@Component
class OnwardWithDate implements CaseStop {

  private static final String ELSEWHERE = WayActs.ELSEWHERE;

  private final Referrals referrals;
  private final ReferralRecords records;
  private final SenderLetters senderLetters;
  private final Outbox outbox;
  private final CaseLedger ledger;

  OnwardWithDate(
      Referrals referrals,
      ReferralRecords records,
      SenderLetters senderLetters,
      Outbox outbox,
      CaseLedger ledger) {
    this.referrals = referrals;
    this.records = records;
    this.senderLetters = senderLetters;
    this.outbox = outbox;
    this.ledger = ledger;
  }

  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    if (reason == Reason.TRANSFERRED) {
      referrals
          .findByCaseNo(caseNo.value())
          .filter(referral -> referral.status() != Referral.Status.FORWARDED)
          .ifPresent(this::passOn);
    }
  }

  private void passOn(Referral referral) {
    CaseNo caseNo = referral.caseNo();
    String seniority = OsloTime.dateOf(referral.seniorityAt()).toString();
    outbox.enqueue(Onward.slip(referral, ELSEWHERE));
    if (referral.answeredAt() == null) {
      referral.forwarded();
      senderLetters.sentOn(referral);
    }
    records.withJoined(caseNo).stream()
        .filter(joined -> joined.answeredAt() == null)
        .forEach(senderLetters::sentOn);
    ledger.append(caseNo, new ReferralEvent.Forwarded(ELSEWHERE, seniority));
  }
}
