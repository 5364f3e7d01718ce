package no.vegvisar.exchange;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;

/**
 * The one gateway between the clinic and a municipality (rule 5): messages of decisions §5, by
 * request id, through the outbox. The local adapter delivers to the receiver on this installation
 * in a transaction of its own.
 */
public interface Gateway {

  /**
   * @param type clinic.request.sent, municipality.request.answered …
   * @param requestId neutral Q number shared by both sides
   * @param fromBody key of the sending body
   * @param toBody key of the receiving body
   * @param toUnit key of the unit addressed, or null
   * @param content canonical JSON of exactly what is disclosed; never null
   */
  record Message(
      UUID id,
      String type,
      String requestId,
      String fromBody,
      String toBody,
      String toUnit,
      String content,
      Instant at) {}

  /**
   * Queues in the caller's transaction; {@code caseNo} is the sender's own and does not leave.
   * Returns the message id.
   */
  UUID send(
      CaseNo caseNo,
      String type,
      String requestId,
      String fromBody,
      String toBody,
      String toUnit,
      String content);

  /**
   * Takes messages in; implemented by municipality (clinic.*) and coordination (municipality.*).
   */
  interface RequestReceiver {
    Set<String> types();

    /** In a transaction of its own; a repeat of the same message id must change nothing. */
    void receive(Message message);
  }
}
