package no.vegvisar.breach;

import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of a start deadline that is not kept; days as ISO text. */
sealed interface BreachEvent extends CaseEvent {

  /**
   * @param cause passed, moved-by-clinic, capacity or other
   */
  @EventType("breach.expected/1")
  record Expected(String breachId, String deadline, String cause, String text)
      implements BreachEvent {
    @Override
    public Object[] words() {
      return new Object[] {deadline, cause};
    }
  }

  /**
   * @param code time-stamp code that is reported, or null
   */
  @EventType("breach.confirmed/1")
  record Confirmed(String breachId, String way, String code, String agreedOn, String reason)
      implements BreachEvent {
    @Override
    public Object[] words() {
      return new Object[] {way};
    }
  }

  @EventType("breach.helfo-notice/1")
  record HelfoNotice(String breachId, String what, String outboxRow, String letterId)
      implements BreachEvent {
    @Override
    public Object[] words() {
      return new Object[] {what};
    }
  }

  /** The notice has left the house. */
  @EventType("breach.helfo-told/1")
  record HelfoTold(String breachId, String what) implements BreachEvent {
    @Override
    public Object[] words() {
      return new Object[] {what};
    }
  }

  /**
   * The case has stopped, and the breach with it.
   *
   * @param cause died, withdrew or transferred
   */
  @EventType("breach.stopped/1")
  record Stopped(String breachId, String cause) implements BreachEvent {
    @Override
    public Object[] words() {
      return new Object[] {cause};
    }
  }

  @EventType("breach.agreement-confirmed/1")
  record AgreementConfirmed(String breachId, String letterId) implements BreachEvent {}

  @EventType("breach.helfo-answered/1")
  record HelfoAnswered(String breachId, String answer, String on, String details)
      implements BreachEvent {
    @Override
    public Object[] words() {
      return new Object[] {answer, on};
    }
  }
}
