package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.referral.Referral.Status;
import org.springframework.stereotype.Component;

/**
 * Where a referral that was joined with an open case and has no answer of its own is, as its sender
 * may know it (decisions 20, 27): being assessed until the patient of that case has been told or
 * the case is closed, then handled. What was decided before it came would reveal the other case; it
 * reads as handled when its own time to be answered is over.
 */
@Component
class JoinedReferrals {

  /** A case that was joined itself is followed, a few times at most. */
  private static final int MOST = 5;

  private final Referrals referrals;
  private final CaseFiles cases;
  private final DeadlineClocks clocks;
  private final Clock clock;

  JoinedReferrals(Referrals referrals, CaseFiles cases, DeadlineClocks clocks, Clock clock) {
    this.referrals = referrals;
    this.cases = cases;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The referral's own status, or that of what it was joined with; never {@code JOINED}. */
  Status statusOf(Referral referral) {
    if (referral.status() != Status.JOINED) {
      return referral.status();
    }
    return handledAt(referral).isPresent() ? Status.ANSWERED : Status.ASSESSING;
  }

  /** When a joined referral was handled; empty while it is not, and for any other. */
  Optional<Instant> handledAt(Referral referral) {
    if (referral.status() != Status.JOINED) {
      return Optional.empty();
    }
    CaseSummary file = cases.get(joinedTo(referral));
    Optional<Instant> over =
        clocks
            .find("T01", file.caseNo().value())
            .filter(c -> "patient-told".equals(c.stopCause()))
            .map(DeadlineClocks.DeadlineClock::stoppedAt)
            .or(() -> Optional.ofNullable(file.closedAt()));
    boolean already = over.filter(at -> !at.isAfter(referral.receivedAt())).isPresent();
    boolean neverAssessed = over.isEmpty() && !assessing(file.caseNo());
    return already || neverAssessed ? ownTimeOver(referral) : over;
  }

  private CaseNo joinedTo(Referral referral) {
    CaseNo into = referral.joinedTo();
    for (int i = 0; i < MOST; i++) {
      Optional<CaseNo> further = referrals.findByCaseNo(into.value()).map(Referral::joinedTo);
      if (further.isEmpty()) {
        return into;
      }
      into = further.get();
    }
    return into;
  }

  private boolean assessing(CaseNo caseNo) {
    return clocks
        .find("T01", caseNo.value())
        .filter(DeadlineClocks.DeadlineClock::running)
        .isPresent();
  }

  private Optional<Instant> ownTimeOver(Referral referral) {
    return clocks
        .find("T01", referral.caseNo().value())
        .map(c -> OsloTime.endOf(c.dueOn()))
        .filter(end -> !end.isAfter(clock.instant()));
  }
}
