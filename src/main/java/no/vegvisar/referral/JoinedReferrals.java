package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
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

  SentStatus statusOf(Referral referral) {
    return statusOf(List.of(referral)).get(referral.caseNo());
  }

  /** Where each of them is, by its case; a list costs no more questions than one of them. */
  Map<CaseNo, SentStatus> statusOf(Collection<Referral> sent) {
    Map<CaseNo, SentStatus> statuses = new HashMap<>();
    sent.forEach(r -> statuses.put(r.caseNo(), SentStatus.of(r)));
    List<Referral> joined = sent.stream().filter(r -> r.status() == Status.JOINED).toList();
    if (joined.isEmpty()) {
      return statuses;
    }
    Map<CaseNo, CaseNo> into = joinedTo(joined);
    Map<CaseNo, CaseSummary> files = cases.all(Set.copyOf(into.values()));
    Map<String, DeadlineClock> due = clocksOf(into);
    for (Referral referral : joined) {
      CaseSummary file = files.get(into.get(referral.caseNo()));
      statuses.put(referral.caseNo(), SentStatus.joined(referral, handledAt(referral, file, due)));
    }
    return statuses;
  }

  /** The case that each was joined with in the end. */
  private Map<CaseNo, CaseNo> joinedTo(List<Referral> joined) {
    Map<CaseNo, CaseNo> into = new HashMap<>();
    joined.forEach(r -> into.put(r.caseNo(), r.joinedTo()));
    for (int i = 0; i < MOST; i++) {
      Map<CaseNo, CaseNo> further =
          referrals.findByCaseNoIn(into.values().stream().map(CaseNo::value).toList()).stream()
              .filter(r -> r.joinedTo() != null)
              .collect(Collectors.toMap(Referral::caseNo, Referral::joinedTo));
      if (further.isEmpty()) {
        return into;
      }
      into.replaceAll((own, other) -> further.getOrDefault(other, other));
    }
    return into;
  }

  private Map<String, DeadlineClock> clocksOf(Map<CaseNo, CaseNo> into) {
    Set<CaseNo> both = new HashSet<>(into.keySet());
    both.addAll(into.values());
    return clocks.find("T01", both.stream().map(CaseNo::value).toList());
  }

  private Optional<Instant> handledAt(
      Referral referral, CaseSummary file, Map<String, DeadlineClock> due) {
    Optional<DeadlineClock> theirs = Optional.ofNullable(due.get(file.caseNo().value()));
    Optional<Instant> over =
        theirs
            .filter(c -> "patient-told".equals(c.stopCause()))
            .map(DeadlineClock::stoppedAt)
            .or(() -> Optional.ofNullable(file.closedAt()));
    boolean already = over.filter(at -> !at.isAfter(referral.receivedAt())).isPresent();
    boolean neverAssessed = over.isEmpty() && theirs.filter(DeadlineClock::running).isEmpty();
    return already || neverAssessed
        ? ownTimeOver(Optional.ofNullable(due.get(referral.caseNo().value())))
        : over;
  }

  private Optional<Instant> ownTimeOver(Optional<DeadlineClock> own) {
    return own.map(c -> OsloTime.endOf(c.dueOn())).filter(end -> !end.isAfter(clock.instant()));
  }
}
