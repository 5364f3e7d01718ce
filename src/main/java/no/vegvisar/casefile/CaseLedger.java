package no.vegvisar.casefile;

import java.util.List;
import no.vegvisar.kernel.CaseNo;

/**
 * The append-only ledger of each case: chained by SHA-256 over (previous, caseNo, seq, type, at,
 * actor, SHA-256(salt ‖ payload)), payload as RFC 8785 bytes in a table of its own that can forget
 * (decisions 4). Actor comes from {@code CurrentActor}, the step from {@code CurrentStep}, the time
 * from the clock.
 */
public interface CaseLedger {

  /**
   * Takes the case's lock for this transaction; every command and job does so first (decisions 19).
   */
  void lock(CaseNo caseNo);

  /** Appends in the caller's transaction (a fault without one) and returns the entry. */
  LedgerEntry append(CaseNo caseNo, CaseEvent event);

  /** All entries in order. */
  List<LedgerEntry> entries(CaseNo caseNo);

  /** The chain as stored, checked anew from its first entry. */
  ChainReport verify(CaseNo caseNo);

  /**
   * Forgets the content of one entry by order of a named person; the tombstone and the chain stay.
   */
  void erase(CaseNo caseNo, long seq, String reason);

  /**
   * @param whole whether every hash and every present payload fits
   * @param brokenAt first entry that does not fit, or 0
   * @param head hash of the last entry
   */
  record ChainReport(boolean whole, long entries, long erased, long brokenAt, String head) {}
}
