package no.vegvisar.casefile;

import no.vegvisar.access.Thing;

/**
 * A fact of a case, stored for ever in its ledger. Each module has its own sealed sub-interface of
 * records; the stored type is the registered name with its version (decisions 17). A record holds
 * the whole new value of what changed, so that the state at a time is the last event per kind and
 * id (decisions 18). The timeline shows message key {@code event.<name>} of the module's bundle
 * ({@code referral.event.received} for {@code referral.received/1}), with the arguments of {@link
 * #words()}.
 */
public interface CaseEvent {

  /** What somebody must be allowed to see in order to read this event's content. */
  default Thing thing() {
    return Thing.CASE_SUMMARY;
  }

  /**
   * Arguments of the timeline's sentence, in order; plain words, dates as ISO text, codes. Never
   * null.
   */
  default Object[] words() {
    return new Object[0];
  }
}
