package no.vegvisar.casefile;

import java.time.Instant;
import no.vegvisar.access.Thing;
import no.vegvisar.engine.StepRef;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * One line of a case's ledger.
 *
 * @param seq 1, 2, 3 … without gaps within the case
 * @param type registered name with version, e.g. referral.received/1
 * @param onBehalfOf or null
 * @param step from which step of which process and form, or null
 * @param event the content, or null when it was erased or its type is unknown to this version
 * @param erased whether a tombstone stands where the content was
 * @param hash hex of the chained SHA-256
 */
public record LedgerEntry(
    CaseNo caseNo,
    long seq,
    String type,
    Instant at,
    UserId actor,
    UserId onBehalfOf,
    StepRef step,
    Thing thing,
    CaseEvent event,
    boolean erased,
    String hash) {}
