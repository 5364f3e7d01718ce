package no.vegvisar.form;

import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/**
 * What the ledger keeps of forms: that one was answered and which answers, never the answers
 * themselves.
 */
sealed interface FormEvent extends CaseEvent {

  /**
   * @param digest SHA-256 of the stored answers, so that a later change of them shows
   */
  @EventType("form.submitted/1")
  record FormSubmitted(
      String submissionId, String formId, String formVersion, String taskId, String digest)
      implements FormEvent {
    @Override
    public Object[] words() {
      return new Object[] {formId};
    }
  }

  /** A stand-in took over a task of a colleague who is away. */
  @EventType("form.task-taken-for/1")
  record TaskTakenFor(String taskId, String absent, String deputy) implements FormEvent {
    @Override
    public Object[] words() {
      return new Object[] {deputy, absent};
    }
  }

  /** A task went from one person to another, with a word on the way. */
  @EventType("form.task-handed-over/1")
  record TaskHandedOver(String taskId, String from, String to, String note) implements FormEvent {
    @Override
    public Thing thing() {
      return Thing.NOTES;
    }

    @Override
    public Object[] words() {
      return new Object[] {from, to};
    }
  }
}
