package no.vegvisar.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Service;

/** Dates of running clocks as the engine needs them. */
@Service
public class ClockDates {

  /**
   * @param dueAt last instant in time
   * @param overAt first instant that is late
   */
  public record Dates(Instant dueAt, Instant overAt, List<Instant> warnings) {}

  private final ClockService clocks;

  ClockDates(ClockService clocks) {
    this.clocks = clocks;
  }

  /**
   * The dates of a clock; empty when it does not exist or has stopped. A clock of the house's own
   * that nobody has started starts now, when the case is known.
   *
   * @param occurrence id of the activity instance that asks, or null
   */
  public Optional<Dates> find(
      String family, String subject, Optional<CaseNo> caseNo, String occurrence) {
    return clocks
        .lazily(family, subject, caseNo, occurrence)
        .filter(ClockEntity::running)
        .map(c -> new Dates(c.dueAt, c.overAt, c.warningTimes()));
  }

  /** Records the warning that has come. */
  public void warn(String family, String subject) {
    clocks.warn(family, subject);
  }

  /** Records that the clock ran out. */
  public void breach(String family, String subject) {
    clocks.breach(family, subject);
  }
}
