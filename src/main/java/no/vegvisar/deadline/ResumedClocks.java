package no.vegvisar.deadline;

import no.vegvisar.kernel.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each minute: clocks that run again after their timers in the engine have ended, as T01 does when
 * the letter came back (decisions 1.1). One that fails is tried again in the next round and keeps
 * no other from being seen to.
 */
@Component
class ResumedClocks {

  private static final Logger LOG = LoggerFactory.getLogger(ResumedClocks.class);

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
    for (ClockEntity running : clocks.findByResumedTrueAndStoppedAtIsNull()) {
      try {
        dates.catchUp(running.family, running.subject);
      } catch (RuntimeException e) {
        // the exception's text may quote a value
        LOG.error(
            "resumed clocks: {} of case {} failed: {}",
            running.family,
            running.caseNo,
            e.getClass().getName());
      }
    }
  }
}
