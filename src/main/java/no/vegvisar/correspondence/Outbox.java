package no.vegvisar.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;

/**
 * The one way out of the building (rule 7): a row in the caller's transaction, sent by a dispatcher
 * after commit. The row's id is the key by which receivers tell a repeat.
 */
public interface Outbox {

  enum State {
    WAITING,
    SENDING,
    SENT,
    CANCELLED,
    FAILED,
    /**
     * Stopped before it left: protected address, death; a person tells the receiver another way.
     */
    HELD,
    /** Interrupted while a transport without keys was sending: a person decides. */
    UNCERTAIN
  }

  /**
   * @param transport post, sms, e-mail, notice, gateway
   * @param subjectId letter, request or notice it is about
   * @param orderKey rows with the same key leave in order, or null
   * @param notBefore or null
   */
  record Item(
      String transport,
      CaseNo caseNo,
      String subjectId,
      String payload,
      String orderKey,
      Instant notBefore) {}

  record Row(
      UUID id,
      String transport,
      CaseNo caseNo,
      String subjectId,
      State state,
      int attempts,
      Instant createdAt,
      Instant sentAt) {}

  UUID enqueue(Item item);

  /** Cancels what has not left; returns how many rows. */
  int cancel(CaseNo caseNo, String subjectIdOrNull, String reason);

  /**
   * Sends what is due now; called by the scheduler and, by hand, in tests and the demo. Returns how
   * many left.
   */
  int drain();

  List<Row> ofCase(CaseNo caseNo);

  List<Row> uncertain();

  /** A person decides an uncertain row: it had left, or send it again. */
  void settle(UUID rowId, boolean hadLeft);

  /**
   * A transport; exactly one bean per name. Throws when nothing was sent; deduplicates by the row's
   * id if it can.
   */
  interface Transport {
    String name();

    boolean deduplicates();

    /**
     * Why the row must not leave at all, as a code (protected-address, died); asked just before it
     * would.
     */
    default java.util.Optional<String> hold(Item item) {
      return java.util.Optional.empty();
    }

    /** Called in the transaction that holds the row back. */
    default void held(UUID rowId, Item item, String why) {}

    void send(UUID rowId, Item item) throws Exception;

    /** Called in the transaction that marks the row sent. */
    default void sent(UUID rowId, Item item) {}

    /** Called in the transaction that gives the row up. */
    default void gaveUp(UUID rowId, Item item) {}
  }
}
