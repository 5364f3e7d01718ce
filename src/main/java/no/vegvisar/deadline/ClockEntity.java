package no.vegvisar.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.LocalText;

@Entity
@Table(name = "deadline_clock")
class ClockEntity {

  private static final Set<String> OF_COMPLAINTS = Set.of("R61", "R62", "R63", "R64", "R66", "R68");

  @Id UUID id;
  @Version Long version;
  String family;
  String rule;
  String subject;
  String caseNo;

  @Enumerated(EnumType.STRING)
  DeadlineClocks.Kind kind;

  Integer length;
  String unit;
  String warnAt;
  String warnUnit;

  @Column(name = "name_en")
  String nameEn;

  @Column(name = "name_nn")
  String nameNn;

  @Column(name = "name_nb")
  String nameNb;

  String base;
  String mark;
  Instant startedAt;
  LocalDate startedOn;
  LocalDate dueOn;
  Instant dueAt;
  Instant overAt;
  String warnings;
  int warned;
  Instant stoppedAt;
  String stopCause;
  Boolean kept;
  Instant breachedAt;
  boolean lazy;

  /** Runs again after it had stopped: the timers that watched it have ended. */
  boolean resumed;

  String occurrence;

  protected ClockEntity() {}

  static ClockEntity of(String family, String subject, CaseNo caseNo) {
    ClockEntity made = new ClockEntity();
    made.id = Ids.next();
    made.family = family;
    made.subject = subject;
    made.caseNo = caseNo.value();
    return made;
  }

  /** Runs from now on by this rule; what was before is in the ledger. */
  void run(Rule by, Instant from, Rule.Dates dates) {
    rule = by.id();
    kind = by.kind();
    length = by.length();
    unit = by.unit();
    warnAt = by.warnAt().stream().map(String::valueOf).collect(Collectors.joining(","));
    warnUnit = by.warnUnit();
    nameEn = by.name().en();
    nameNn = by.name().nn();
    nameNb = by.name().nb();
    base = by.base();
    mark = by.mark();
    warned = 0;
    stoppedAt = null;
    stopCause = null;
    kept = null;
    breachedAt = null;
    resumed = false;
    take(from, dates);
  }

  void take(Instant from, Rule.Dates dates) {
    startedAt = from;
    startedOn = dates.startedOn();
    dueOn = dates.dueOn();
    dueAt = dates.dueAt();
    overAt = dates.overAt();
    warnings = dates.warnings().stream().map(Instant::toString).collect(Collectors.joining(","));
  }

  /** The rule as it applied when the clock started. */
  Rule rule() {
    List<Integer> numbers =
        warnAt.isEmpty()
            ? List.of()
            : Arrays.stream(warnAt.split(",")).map(Integer::valueOf).toList();
    return new Rule(rule, length, unit, numbers, warnUnit, kind, base, mark, name());
  }

  LocalText name() {
    return new LocalText(nameEn, nameNn, nameNb);
  }

  CaseNo caseNumber() {
    return new CaseNo(caseNo);
  }

  boolean running() {
    return stoppedAt == null;
  }

  /** A right of the patient that lasts so long, as to complain: nobody breaks it by its end. */
  boolean isPatientsRight() {
    return family.startsWith("T04");
  }

  /** Of a complaint, which goes on after death and withdrawal (decisions 30). */
  boolean ofAComplaint() {
    return OF_COMPLAINTS.contains(family);
  }

  List<Instant> warningTimes() {
    return warnings.isEmpty()
        ? List.of()
        : Arrays.stream(warnings.split(",")).map(Instant::parse).toList();
  }

  DeadlineClocks.DeadlineClock view() {
    return new DeadlineClocks.DeadlineClock(
        family,
        rule,
        subject,
        caseNumber(),
        kind,
        startedOn,
        dueOn,
        warningTimes(),
        stoppedAt,
        stopCause,
        breachedAt);
  }
}
