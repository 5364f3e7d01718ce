package no.vegvisar.correspondence;

import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of letters and of what left the building. Never a name or an address. */
sealed interface CorrespondenceEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.LETTER;
  }

  @EventType("correspondence.letter-written/1")
  record LetterWritten(
      String letterId,
      String template,
      String to,
      String language,
      String documentId,
      String sha256)
      implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {to};
    }
  }

  /** The old letter is kept; the new one names it. */
  @EventType("correspondence.letter-superseded/1")
  record LetterSuperseded(String letterId, String supersededBy, String why)
      implements CorrespondenceEvent {}

  @EventType("correspondence.letter-queued/1")
  record LetterQueued(String letterId, String outboxRow) implements CorrespondenceEvent {}

  @EventType("correspondence.letter-sent/1")
  record LetterSent(String letterId, String outboxRow) implements CorrespondenceEvent {}

  /** Waits to be printed and posted by hand; nobody has been told. */
  @EventType("correspondence.letter-to-post/1")
  record LetterToPost(String letterId) implements CorrespondenceEvent {}

  @EventType("correspondence.letter-posted/1")
  record LetterPosted(String letterId, String postedOn) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {postedOn};
    }
  }

  /** A referral that is sent on was posted by hand. */
  @EventType("correspondence.referral-posted/1")
  record ReferralPosted(String reference, String postedOn) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {postedOn};
    }
  }

  /** It came back from where it was sent on to. */
  @EventType("correspondence.referral-returned/1")
  record ReferralReturned(String reference) implements CorrespondenceEvent {}

  @EventType("correspondence.letter-held/1")
  record LetterHeld(String letterId, String why) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {why};
    }
  }

  @EventType("correspondence.letter-failed/1")
  record LetterFailed(String letterId) implements CorrespondenceEvent {}

  @EventType("correspondence.letter-returned/1")
  record LetterReturned(String letterId) implements CorrespondenceEvent {}

  /** It came back and goes to another address; which one stands with the patient alone. */
  @EventType("correspondence.letter-sent-again/1")
  record LetterSentAgain(String letterId) implements CorrespondenceEvent {}

  @EventType("correspondence.told-otherwise/1")
  record ToldOtherwise(String letterId, String how, String at) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {how};
    }
  }

  /** How the patient accepts letters, and whose word that is. */
  @EventType("correspondence.channel-chosen/1")
  record ChannelChosen(String channel, String source) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {channel, source};
    }
  }

  /** The patient's phone: shared, wrong, or their own after all. */
  @EventType("correspondence.phone-cautioned/1")
  record PhoneCautioned(String caution) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {caution};
    }
  }

  /**
   * A call; what was said stands with the call alone.
   *
   * @param thirdParty whether it is somebody else's than the patient's
   * @param sha256 of what was said, or null
   */
  @EventType("correspondence.call-logged/1")
  record CallLogged(
      String callId,
      String party,
      String direction,
      String outcome,
      String at,
      boolean thirdParty,
      String sha256)
      implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {party, direction, outcome, at};
    }
  }

  @EventType("correspondence.cancelled/1")
  record Cancelled(int rows, String reason) implements CorrespondenceEvent {
    @Override
    public Object[] words() {
      return new Object[] {rows};
    }
  }
}
