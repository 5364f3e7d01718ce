package no.vegvisar.deadline;

import no.vegvisar.casefile.CaseByCase;
import no.vegvisar.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each minute: clocks that run again after their timers in the engine have ended, as T01 does when
 * the letter came back (decisions 1.1).
 */
@Component
class ResumedClocks {

  private final ClockRows clocks;
  private final ClockDates dates;
  private final MovableClock clock;
  private final boolean scheduled;

  ResumedClocks(
      ClockRows clocks,
      ClockDates dates,
      MovableClock clock,
      @Value("${vegvisar.dispatcher.enabled}") boolean scheduled) {
    this.clocks = clocks;
    this.dates = dates;
    this.clock = clock;
    this.scheduled = scheduled;
  }

  @Scheduled(fixedDelay = 60_000)
  void onSchedule() {
    if (scheduled && !clock.isStopped()) {
      go();
    }
  }

  void go() {
    CaseByCase.go(
        "resumed clocks",
        clocks.findByResumedTrueAndStoppedAtIsNull().stream()
            .map(ClockEntity::caseNumber)
            .distinct()
            .toList(),
        dates::catchUp);
  }
}
