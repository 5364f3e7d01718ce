package no.vegvisar.coordination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.vegvisar.kernel.CaseNo;

/**
 * Requests of the clinic to a municipality; each rests on a legal base or is not sent (decisions
 * 27).
 */
public interface Requests {

  enum Kind {
    FOLLOW_UP,
    HANDOVER
  }

  /** What came of asking for a request to be sent. */
  sealed interface Sending {
    /** Sent now, or earlier: a second asking sends nothing. */
    record Sent(String requestId, boolean anew) implements Sending {}

    record NoLegalBase() implements Sending {}
  }

  /**
   * @param answer granted, declined, handoverConfirmed, handoverDeclined or null
   * @param coordinator name told by the municipality, or null
   * @param endedHow answered, withdrawn, concluded or null
   */
  record Request(
      String requestId,
      CaseNo caseNo,
      Kind kind,
      String toBody,
      String toUnit,
      Instant sentAt,
      Instant receivedAt,
      Instant answeredAt,
      String answer,
      String answerText,
      String coordinator,
      String endedHow) {}

  Sending sendFollowUp(CaseNo caseNo);

  Sending offerHandover(CaseNo caseNo);

  List<Request> ofCase(CaseNo caseNo);

  Optional<Request> find(String requestId);
}
