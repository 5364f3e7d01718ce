package no.vegvisar.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.engine.Instances;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ClockService implements DeadlineClocks, CaseStop {

  private final ClockRows clocks;
  private final CauseRows causes;
  private final Rules rules;
  private final WorkingDays calendar;
  private final CaseLedger ledger;
  // the engine asks this bean for dates, so it is fetched when there is something to move
  private final ObjectProvider<Instances> instances;
  private final ObjectProvider<DeadlineAlarm> alarms;
  private final CurrentActor currentActor;
  private final Clock clock;

  ClockService(
      ClockRows clocks,
      CauseRows causes,
      Rules rules,
      WorkingDays calendar,
      CaseLedger ledger,
      ObjectProvider<Instances> instances,
      ObjectProvider<DeadlineAlarm> alarms,
      CurrentActor currentActor,
      Clock clock) {
    this.clocks = clocks;
    this.causes = causes;
    this.rules = rules;
    this.calendar = calendar;
    this.ledger = ledger;
    this.instances = instances;
    this.alarms = alarms;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public DeadlineClock start(
      String family, String subject, CaseNo caseNo, Instant from, Facts facts) {
    ledger.lock(caseNo);
    Optional<ClockEntity> known = clocks.findByFamilyAndSubject(family, subject);
    if (known.filter(c -> c.running() && !c.lazy).isPresent()) {
      return known.get().view();
    }
    Rule rule = rules.find(family, facts, OsloTime.dateOf(from));
    return run(
        known.orElseGet(() -> ClockEntity.of(family, subject, caseNo)),
        rule,
        from,
        rule.from(from, calendar));
  }

  @Override
  public DeadlineClock startUntil(String family, String subject, CaseNo caseNo, LocalDate due) {
    ledger.lock(caseNo);
    Optional<ClockEntity> known = clocks.findByFamilyAndSubject(family, subject);
    if (known.filter(c -> c.running() && !c.lazy && c.dueOn.equals(due)).isPresent()) {
      return known.get().view();
    }
    Instant now = clock.instant();
    Rule rule = rules.find(family, Facts.NONE, OsloTime.dateOf(now));
    Rule.Dates dates = rule.until(OsloTime.dateOf(now), due, calendar);
    return run(known.orElseGet(() -> ClockEntity.of(family, subject, caseNo)), rule, now, dates);
  }

  private DeadlineClock run(ClockEntity entity, Rule rule, Instant from, Rule.Dates dates) {
    boolean moved = entity.version != null && entity.running() && !entity.lazy;
    entity.run(rule, from, dates);
    entity.lazy = false;
    entity.occurrence = null;
    clocks.saveAndFlush(entity);
    ledger.append(
        entity.caseNumber(),
        moved
            ? new DeadlineEvent.ClockMoved(
                entity.family,
                entity.rule,
                entity.subject,
                entity.startedOn.toString(),
                entity.dueOn.toString())
            : new DeadlineEvent.ClockStarted(
                entity.family,
                entity.rule,
                entity.subject,
                entity.kind.name(),
                entity.startedOn.toString(),
                entity.dueOn.toString()));
    moveTimers(entity);
    return entity.view();
  }

  @Override
  public DeadlineClock restartFrom(String family, String subject, Instant from) {
    ClockEntity entity = locked(family, subject);
    entity.take(from, entity.rule().from(from, calendar));
    if (entity.breachedAt != null && clock.instant().isBefore(entity.overAt)) {
      entity.breachedAt = null;
    }
    if (!entity.running()) {
      entity.kept = entity.stoppedAt.isBefore(entity.overAt);
    }
    clocks.saveAndFlush(entity);
    ledger.append(
        entity.caseNumber(),
        new DeadlineEvent.ClockMoved(
            family, entity.rule, subject, entity.startedOn.toString(), entity.dueOn.toString()));
    moveTimers(entity);
    return entity.view();
  }

  @Override
  public void stop(String family, String subject, Instant at, String cause) {
    clocks
        .findByFamilyAndSubject(family, subject)
        .filter(ClockEntity::running)
        .map(c -> locked(family, subject))
        .filter(ClockEntity::running)
        .ifPresent(entity -> stop(entity, at, cause));
  }

  private void stop(ClockEntity entity, Instant at, String cause) {
    entity.stoppedAt = at;
    entity.stopCause = cause;
    entity.kept = at.isBefore(entity.overAt);
    if (entity.kept) {
      // noted late, done in time: what looked like a breach was none
      entity.breachedAt = null;
    }
    clocks.saveAndFlush(entity);
    if (!entity.lazy) {
      ledger.append(
          entity.caseNumber(),
          new DeadlineEvent.ClockStopped(
              entity.family,
              entity.rule,
              entity.subject,
              cause,
              entity.kept,
              entity.dueOn.toString()));
    }
    moveTimers(entity);
  }

  @Override
  public void resume(String family, String subject, String cause) {
    ClockEntity entity = locked(family, subject);
    if (entity.running()) {
      return;
    }
    entity.stoppedAt = null;
    entity.stopCause = null;
    entity.kept = null;
    entity.resumed = true;
    clocks.saveAndFlush(entity);
    ledger.append(
        entity.caseNumber(),
        new DeadlineEvent.ClockResumed(
            family, entity.rule, subject, cause, entity.dueOn.toString()));
    moveTimers(entity);
  }

  @Override
  public void cause(String family, String subject, String cause) {
    ClockEntity entity = locked(family, subject);
    note(entity, cause, false);
    ledger.append(
        entity.caseNumber(), new DeadlineEvent.CauseNoted(family, entity.rule, subject, cause));
  }

  @Override
  public void causeOver(String family, String subject, String cause) {
    Optional<ClockEntity> entity =
        clocks.findByFamilyAndSubject(family, subject).map(c -> locked(family, subject));
    if (entity.isEmpty() || !waits(entity.get(), cause)) {
      return;
    }
    note(entity.get(), cause, true);
    ledger.append(
        entity.get().caseNumber(),
        new DeadlineEvent.CauseOver(family, entity.get().rule, subject, cause));
  }

  private void note(ClockEntity entity, String cause, boolean ends) {
    causes.save(
        CauseEntity.noted(
            entity.id, cause, clock.instant(), currentActor.get().id().value(), ends));
  }

  private boolean waits(ClockEntity entity, String cause) {
    return causes.findByClockIdOrderByAt(entity.id).stream()
        .filter(c -> c.cause.equals(cause))
        .reduce((first, last) -> last)
        .filter(c -> !c.ends)
        .isPresent();
  }

  @Override
  public void endangered(String family, String subject, String cause) {
    clocks
        .findByFamilyAndSubject(family, subject)
        .filter(ClockEntity::running)
        .map(ClockEntity::view)
        .ifPresent(c -> alarms.orderedStream().forEach(a -> a.endangered(c.caseNo(), c, cause)));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DeadlineClock> find(String family, String subject) {
    return clocks.findByFamilyAndSubject(family, subject).map(ClockEntity::view);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, DeadlineClock> find(String family, Collection<String> subjects) {
    return clocks.findByFamilyAndSubjectIn(family, subjects).stream()
        .map(ClockEntity::view)
        .collect(Collectors.toMap(DeadlineClock::subject, c -> c));
  }

  @Override
  @Transactional(readOnly = true)
  public List<DeadlineClock> ofCase(CaseNo caseNo) {
    return clocks.findByCaseNo(caseNo.value()).stream()
        .filter(c -> !c.lazy)
        .map(ClockEntity::view)
        .sorted(
            Comparator.comparing((DeadlineClock c) -> !c.running())
                .thenComparing(DeadlineClock::dueOn)
                .thenComparing(DeadlineClock::family))
        .toList();
  }

  @Override
  public Optional<LocalDate> lastDay(String family, Instant from) {
    return dates(family, from).map(Rule.Dates::dueOn);
  }

  @Override
  public Optional<Instant> lastMoment(String family, Instant from) {
    return dates(family, from).map(Rule.Dates::dueAt);
  }

  private Optional<Rule.Dates> dates(String family, Instant from) {
    Rule rule = rules.find(family, Facts.NONE, OsloTime.dateOf(from));
    return rule.length() == null ? Optional.empty() : Optional.of(rule.from(from, calendar));
  }

  @Override
  public int workingDaysLeft(LocalDate due) {
    return calendar.between(OsloTime.dateOf(clock.instant()), due);
  }

  /**
   * Clocks of care end; complaints (T04, T04b) and the patient's and the law's other clocks go on
   * (decisions 30).
   */
  @Override
  public void stop(CaseNo caseNo, CaseStop.Reason reason) {
    ledger.lock(caseNo);
    Instant now = clock.instant();
    clocks.findByCaseNo(caseNo.value()).stream()
        .filter(ClockEntity::running)
        .filter(c -> !c.isPatientsRight() && !c.ofAComplaint())
        .forEach(c -> stop(c, now, reason.name().toLowerCase(java.util.Locale.ROOT)));
  }

  private ClockEntity locked(String family, String subject) {
    ClockEntity entity =
        clocks
            .findByFamilyAndSubject(family, subject)
            .orElseThrow(
                () -> new IllegalArgumentException("no clock " + family + " for this subject"));
    ledger.lock(entity.caseNumber());
    return entity;
  }

  private void moveTimers(ClockEntity entity) {
    MovingTimers.during(() -> instances.getObject().clockMoved(entity.caseNo));
  }
}
