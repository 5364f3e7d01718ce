package no.vegvisar.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.casefile.CaseByCase;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Referrers who were asked and have not answered (pathway-facts §10.2). Silence reminds them, after
 * as many working days as the house has chosen, and changes no date: the decision is due when it
 * was due.
 */
@Component
class SilentReferrers {

  private final Referrals referrals;
  private final ReferralQuestions questions;
  private final DeadlineClocks clocks;
  private final WorkingDays calendar;
  private final SenderLetters senderLetters;
  private final CaseLedger ledger;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final int remindAfter;

  SilentReferrers(
      Referrals referrals,
      ReferralQuestions questions,
      DeadlineClocks clocks,
      WorkingDays calendar,
      SenderLetters senderLetters,
      CaseLedger ledger,
      Clock clock,
      TransactionTemplate transaction,
      @Value("${vegvisar.referral.remind-after-working-days:2}") int remindAfter) {
    this.referrals = referrals;
    this.questions = questions;
    this.clocks = clocks;
    this.calendar = calendar;
    this.senderLetters = senderLetters;
    this.ledger = ledger;
    this.clock = clock;
    this.transaction = transaction;
    this.remindAfter = remindAfter;
  }

  @Scheduled(cron = "0 5 8 * * *", zone = "Europe/Oslo")
  void remindAll() {
    if (calendar.isWorkingDay(today())) {
      CaseByCase.go(
          "silent referrers",
          questions.casesWithOpenQuestions().stream().map(CaseNo::new).toList(),
          this::remind);
    }
  }

  /** One neutral notice when it is time; whether one went. */
  boolean remind(CaseNo caseNo) {
    return Boolean.TRUE.equals(transaction.execute(status -> remindLocked(caseNo)));
  }

  private boolean remindLocked(CaseNo caseNo) {
    ledger.lock(caseNo);
    Referral referral = referrals.findByCaseNo(caseNo.value()).orElseThrow();
    List<ReferralQuestion> due =
        questions.findByReferralIdOrderByItem(referral.id()).stream()
            .filter(ReferralQuestion::open)
            .filter(q -> calendar.between(OsloTime.dateOf(q.lastAskedAt()), today()) >= remindAfter)
            .toList();
    boolean waits =
        clocks
            .find("T01", caseNo.value())
            .filter(DeadlineClocks.DeadlineClock::running)
            .isPresent();
    if (due.isEmpty() || !waits) {
      return false;
    }
    due.forEach(q -> q.reminded(clock.instant()));
    senderLetters.askForMore(referral);
    ledger.append(
        caseNo,
        new ReferralEvent.ReferrerReminded(due.stream().map(ReferralQuestion::item).toList()));
    return true;
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }
}
