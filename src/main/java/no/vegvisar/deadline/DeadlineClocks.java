package no.vegvisar.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.CaseNo;

/**
 * Clocks of cases (rule 6; pathway-facts §1). A clock is found by the first id of its family ("T05"
 * finds T06, T13 …) and its subject (case number, request or group id). Dates are Oslo dates; the
 * day of start is day 0. A binding clock never pauses; causes explain, they do not excuse.
 */
public interface DeadlineClocks {

  enum Kind {
    /** Set by law: never edited, hidden or outrun. */
    BINDING,
    GUIDING,
    /** The house's own. */
    OWN
  }

  /** Facts that find the row of the rule; null where they do not matter. */
  record Facts(String level, Boolean pregnant, String ordinal) {
    public static final Facts NONE = new Facts(null, null, null);
  }

  /**
   * @param rule row that applied, e.g. T13
   * @param startedOn day 0
   * @param dueOn last day in time
   * @param stoppedAt null while it runs
   * @param stopCause patient-told, done, forwarded, withdrew …; null while it runs
   * @param breachedAt when it ran out unstopped, or null
   */
  record DeadlineClock(
      String family,
      String rule,
      String subject,
      CaseNo caseNo,
      Kind kind,
      LocalDate startedOn,
      LocalDate dueOn,
      List<Instant> warnings,
      Instant stoppedAt,
      String stopCause,
      Instant breachedAt) {

    public boolean running() {
      return stoppedAt == null;
    }
  }

  /**
   * Starts (or starts anew, when it had stopped) by the rule's length. Day 0 is the Oslo date of
   * {@code from}.
   */
  DeadlineClock start(String family, String subject, CaseNo caseNo, Instant from, Facts facts);

  /** Starts with a date that a person set (T02, R08, R10). */
  DeadlineClock startUntil(String family, String subject, CaseNo caseNo, LocalDate due);

  /** A corrected start (back-dated receipt): dates, timers and due dates move. */
  DeadlineClock restartFrom(String family, String subject, Instant from);

  /** Stops; nothing when it does not run. Whether it was in time is kept. */
  void stop(String family, String subject, Instant at, String cause);

  /** Runs again after all (a letter came back, T01). Dates stay. */
  void resume(String family, String subject, String cause);

  /** Notes why time went: waiting-for-referrer, moved-by-patient, capacity … */
  void cause(String family, String subject, String cause);

  /** What time went for is over: the referrer answered. Nothing when it does not go on. */
  void causeOver(String family, String subject, String cause);

  /**
   * Tells whoever must know that a running clock will not be kept; nothing when it does not run.
   */
  void endangered(String family, String subject, String cause);

  Optional<DeadlineClock> find(String family, String subject);

  /** The clocks of a family, by subject; a subject without one is left out. */
  Map<String, DeadlineClock> find(String family, Collection<String> subjects);

  /** All clocks of a case, running first, then by due date. */
  List<DeadlineClock> ofCase(CaseNo caseNo);

  /** The last day the rule gives from then, without a clock; empty where a person sets it. */
  Optional<LocalDate> lastDay(String family, Instant from);

  /** The last instant in time, as {@link #lastDay}; for rules in hours. */
  Optional<Instant> lastMoment(String family, Instant from);

  /** Working days from today to the day (negative: over), by the clinic's calendar. */
  int workingDaysLeft(LocalDate due);
}
