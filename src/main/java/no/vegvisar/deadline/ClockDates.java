package no.vegvisar.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Running clocks as the engine needs them: their dates, the warnings, the end. */
@Service
@Transactional
public class ClockDates {

  /**
   * @param dueAt last instant in time
   * @param overAt first instant that is late
   */
  public record Dates(Instant dueAt, Instant overAt, List<Instant> warnings) {}

  private final ClockRows clocks;
  private final CauseRows causes;
  private final Rules rules;
  private final WorkingDays calendar;
  private final CaseLedger ledger;
  private final ObjectProvider<DeadlineAlarm> alarms;
  private final Clock clock;

  ClockDates(
      ClockRows clocks,
      CauseRows causes,
      Rules rules,
      WorkingDays calendar,
      CaseLedger ledger,
      ObjectProvider<DeadlineAlarm> alarms,
      Clock clock) {
    this.clocks = clocks;
    this.causes = causes;
    this.rules = rules;
    this.calendar = calendar;
    this.ledger = ledger;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * The dates of a clock; empty when it does not exist or has stopped. A clock of the house's own
   * that nobody has started starts now, when the case is known.
   *
   * @param occurrence id of the activity instance that asks, or null
   */
  public Optional<Dates> find(
      String family, String subject, Optional<CaseNo> caseNo, String occurrence) {
    return lazily(family, subject, caseNo, occurrence)
        .filter(ClockEntity::running)
        .map(c -> new Dates(c.dueAt, c.overAt, c.warningTimes()));
  }

  /** Last moment of the nearest running clock of this family that the case has. */
  public Optional<Instant> ofCase(String family, CaseNo caseNo) {
    return clocks.findByCaseNo(caseNo.value()).stream()
        .filter(c -> c.running() && c.family.equals(family))
        .map(c -> c.dueAt)
        .min(Comparator.naturalOrder());
  }

  /**
   * An own clock that nobody has started gives one task its due date: it starts when the model
   * first asks, starts anew for the next task of its kind, and leaves no line in the ledger. Empty
   * for rules that others must start.
   *
   * @param occurrence id of the activity instance that asks, or null when unknown
   */
  private Optional<ClockEntity> lazily(
      String family, String subject, Optional<CaseNo> caseNo, String occurrence) {
    Optional<ClockEntity> known = clocks.findByFamilyAndSubject(family, subject);
    boolean another =
        occurrence != null
            && !MovingTimers.now()
            && known.isPresent()
            && !occurrence.equals(known.get().occurrence);
    if (known.isPresent() && !(known.get().lazy && another)) {
      return known;
    }
    if (caseNo.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Rule rule = rules.find(family, DeadlineClocks.Facts.NONE, OsloTime.dateOf(now));
    if (rule.kind() != DeadlineClocks.Kind.OWN || rule.length() == null) {
      return Optional.empty();
    }
    ClockEntity entity = known.orElseGet(() -> ClockEntity.of(family, subject, caseNo.get()));
    entity.run(rule, now, rule.from(now, calendar));
    entity.lazy = true;
    entity.occurrence = occurrence;
    return Optional.of(clocks.saveAndFlush(entity));
  }

  /**
   * The next warning that has come, or the end, not recorded yet; nothing when the clock stopped or
   * moved meanwhile.
   */
  public void warn(String family, String subject) {
    Optional<ClockEntity> found = locked(family, subject);
    if (found.isEmpty() || !found.get().running()) {
      return;
    }
    ClockEntity entity = found.get();
    Instant now = clock.instant();
    // where running out is no breach (guiding times), the end itself is the last thing to warn
    // about
    long come =
        entity.warningTimes().stream().filter(w -> !w.isAfter(now)).count()
            + (now.isBefore(entity.overAt) ? 0 : 1);
    if (entity.warned >= come) {
      return;
    }
    entity.warned++;
    clocks.saveAndFlush(entity);
    ledger.append(
        entity.caseNumber(),
        new DeadlineEvent.DeadlineWarned(
            family, entity.rule, subject, entity.warned, entity.dueOn.toString()));
    alarms
        .orderedStream()
        .forEach(a -> a.warned(entity.caseNumber(), entity.view(), entity.warned));
  }

  /** Records that the clock has run out; once. */
  public void breach(String family, String subject) {
    Optional<ClockEntity> found = locked(family, subject);
    Instant now = clock.instant();
    if (found.isEmpty()
        || !found.get().running()
        || found.get().breachedAt != null
        || now.isBefore(found.get().overAt)) {
      return;
    }
    ClockEntity entity = found.get();
    entity.breachedAt = now;
    clocks.saveAndFlush(entity);
    List<String> why =
        causes.findByClockIdOrderByAt(entity.id).stream().map(c -> c.cause).distinct().toList();
    ledger.append(
        entity.caseNumber(),
        new DeadlineEvent.DeadlineBreached(
            family, entity.rule, subject, entity.kind.name(), entity.dueOn.toString(), why));
    alarms.orderedStream().forEach(a -> a.breached(entity.caseNumber(), entity.view()));
  }

  /**
   * Records what has come of warnings and the end of a case's resumed clocks, as the timers of a
   * model would have done.
   */
  void catchUp(CaseNo caseNo) {
    ledger.lock(caseNo);
    clocks.findByCaseNo(caseNo.value()).stream()
        .filter(c -> c.resumed && c.running())
        .forEach(this::catchUp);
  }

  private void catchUp(ClockEntity entity) {
    Instant now = clock.instant();
    long come = entity.warningTimes().stream().filter(w -> !w.isAfter(now)).count();
    for (int nth = entity.warned; nth < come; nth++) {
      warn(entity.family, entity.subject);
    }
    breach(entity.family, entity.subject);
  }

  private Optional<ClockEntity> locked(String family, String subject) {
    Optional<ClockEntity> found = clocks.findByFamilyAndSubject(family, subject);
    found.ifPresent(c -> ledger.lock(c.caseNumber()));
    return found;
  }
}
