package no.vegvisar.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.OsloTime;
import org.springframework.stereotype.Component;

/** The times a complaint has: the house's own for each step, and the patient's to complain. */
@Component
class ComplaintClocks {

  static final String CONSIDER = "R61";
  static final String POWER = "R62";
  static final String REVIEW = "R63";
  static final String RESULT = "R64";
  static final String CARRY_OUT = "R66";
  static final String ASSESS_ANEW = "R68";

  private final DeadlineClocks clocks;
  private final Clock clock;

  ComplaintClocks(DeadlineClocks clocks, Clock clock) {
    this.clocks = clocks;
    this.clock = clock;
  }

  /** A complaint in time interrupts the time to complain; the clock of a late one has run out. */
  void interruptTimeToComplain(Complaint complaint) {
    clocks
        .find("T04", complaint.caseNo().value())
        .filter(DeadlineClocks.DeadlineClock::running)
        .filter(c -> !OsloTime.dateOf(complaint.receivedAt()).isAfter(c.dueOn()))
        .ifPresent(
            c ->
                clocks.stop(
                    "T04",
                    complaint.caseNo().value(),
                    complaint.receivedAt(),
                    "complaint-received"));
  }

  void start(Complaint complaint, String family) {
    Instant now = clock.instant();
    clocks.start(
        family, complaint.id().toString(), complaint.caseNo(), now, DeadlineClocks.Facts.NONE);
  }

  /** The last day of carrying out something that has no clock of its own; null without a rule. */
  LocalDate carryOutBy() {
    return clocks.lastDay(CARRY_OUT, clock.instant()).orElse(null);
  }

  void stop(Complaint complaint, String family) {
    clocks.stop(family, complaint.id().toString(), clock.instant(), "done");
  }

  /** What was withdrawn is not decided on. */
  void stopDeciding(Complaint complaint) {
    List.of(CONSIDER, POWER, REVIEW, RESULT).forEach(family -> stop(complaint, family));
  }
}
