package no.vegvisar.deadline;

import no.vegvisar.kernel.CaseNo;

/** Hears of warnings and breaches in the transaction that records them; makes people see them. */
public interface DeadlineAlarm {

  /**
   * @param nth 1 for the first warning of this clock
   */
  void warned(CaseNo caseNo, DeadlineClocks.DeadlineClock clock, int nth);

  void breached(CaseNo caseNo, DeadlineClocks.DeadlineClock clock);

  /**
   * It has become clear that the clock will not be kept, before it has run out.
   *
   * @param cause word for why, as in {@link DeadlineClocks#cause}
   */
  default void endangered(CaseNo caseNo, DeadlineClocks.DeadlineClock clock, String cause) {}
}
