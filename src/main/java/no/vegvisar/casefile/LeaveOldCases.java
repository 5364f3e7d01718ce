package no.vegvisar.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.vegvisar.access.Relations;
import no.vegvisar.kernel.CaseNo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A closed case stays open to its unit and team for late letters, then leaves them (cast §2.4; the
 * house's own choice: {@code vegvisar.casefile.leave-after}, default 90 days).
 */
@Component
class LeaveOldCases {

  private final CaseFileRows cases;
  private final Relations relations;
  private final Clock clock;
  private final Duration after;

  LeaveOldCases(
      CaseFileRows cases,
      Relations relations,
      Clock clock,
      @Value("${vegvisar.casefile.leave-after:P90D}") Duration after) {
    this.cases = cases;
    this.relations = relations;
    this.clock = clock;
    this.after = after;
  }

  /**
   * Every relation call is harmless when it was made before, so a night that was missed is caught
   * up.
   */
  @Scheduled(cron = "${vegvisar.casefile.leave-cron:0 30 2 * * *}")
  @Transactional
  public void leave() {
    Instant before = clock.instant().minus(after);
    List<CaseFileEntity> old = cases.findByClosedAtBefore(before);
    for (CaseFileEntity file : old) {
      CaseNo caseNo = new CaseNo(file.caseNo);
      relations.caseLeftUnits(caseNo);
      relations.teamLeft(caseNo);
    }
  }
}
