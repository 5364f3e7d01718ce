package no.vegvisar.referral;

import no.vegvisar.casefile.CaseByCase;
import no.vegvisar.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each minute: worry that nobody has read in time goes to the next. */
@Component
class WorryRound {

  private final AcuteWorries worries;
  private final WorryDesk desk;
  private final MovableClock clock;
  private final boolean scheduled;

  WorryRound(
      AcuteWorries worries,
      WorryDesk desk,
      MovableClock clock,
      @Value("${vegvisar.dispatcher.enabled}") boolean scheduled) {
    this.worries = worries;
    this.desk = desk;
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
        "acute worry",
        worries.findBySettledAtIsNullAndReadFromBefore(clock.instant()).stream()
            .map(AcuteWorry::caseNo)
            .toList(),
        desk::passOn);
  }
}
