package no.vegvisar.access;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the log be sealed every minute; tests seal when they want to. */
@Component
@EnableScheduling
@Profile("!test")
class ReadLogSealTimer {

  private final ReadLogSeal seal;

  ReadLogSealTimer(ReadLogSeal seal) {
    this.seal = seal;
  }

  @Scheduled(cron = "20 * * * * *")
  void everyMinute() {
    seal.sealRipe();
  }
}
