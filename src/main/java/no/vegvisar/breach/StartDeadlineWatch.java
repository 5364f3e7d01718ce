package no.vegvisar.breach;

import no.vegvisar.deadline.DeadlineAlarm;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A start deadline that has passed, or that the clinic itself has made impossible, is a breach. */
@Component
class StartDeadlineWatch implements DeadlineAlarm {

  // asked late: the desk itself asks for clocks
  private final ObjectProvider<BreachDesk> desk;

  StartDeadlineWatch(ObjectProvider<BreachDesk> desk) {
    this.desk = desk;
  }

  @Override
  public void warned(CaseNo caseNo, DeadlineClock clock, int nth) {
    // a warning is no breach
  }

  @Override
  public void breached(CaseNo caseNo, DeadlineClock clock) {
    seen(clock, "passed");
  }

  @Override
  public void endangered(CaseNo caseNo, DeadlineClock clock, String cause) {
    seen(clock, cause);
  }

  private void seen(DeadlineClock clock, String cause) {
    if (clock.family().equals("T02")) {
      desk.getObject().seen(clock, cause);
    }
  }
}
