package no.vegvisar.deadline;

import java.util.List;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What happens to a clock; dates are ISO days of Oslo. */
public sealed interface DeadlineEvent extends CaseEvent {

  @EventType("deadline.started/1")
  record ClockStarted(
      String family, String rule, String subject, String kind, String startedOn, String dueOn)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, dueOn};
    }
  }

  /**
   * @param kept whether it stopped in time
   */
  @EventType("deadline.stopped/1")
  record ClockStopped(
      String family, String rule, String subject, String cause, boolean kept, String dueOn)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, dueOn, kept ? "kept" : "late", cause};
    }
  }

  @EventType("deadline.moved/1")
  record ClockMoved(String family, String rule, String subject, String startedOn, String dueOn)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, dueOn};
    }
  }

  @EventType("deadline.resumed/1")
  record ClockResumed(String family, String rule, String subject, String cause, String dueOn)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, dueOn, cause};
    }
  }

  @EventType("deadline.caused/1")
  record CauseNoted(String family, String rule, String subject, String cause)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, cause};
    }
  }

  @EventType("deadline.cause-over/1")
  record CauseOver(String family, String rule, String subject, String cause)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, cause};
    }
  }

  /**
   * @param nth first warning, second warning …
   */
  @EventType("deadline.warned/1")
  record DeadlineWarned(String family, String rule, String subject, int nth, String dueOn)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, dueOn, nth};
    }
  }

  /**
   * @param causes what was noted while it ran; they explain, they do not excuse
   */
  @EventType("deadline.breached/1")
  record DeadlineBreached(
      String family, String rule, String subject, String kind, String dueOn, List<String> causes)
      implements DeadlineEvent {
    @Override
    public Object[] words() {
      return new Object[] {rule, dueOn};
    }
  }
}
