package no.vegvisar.casefile;

import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;

/**
 * A case as it is now.
 *
 * @param body key of the owner organisation
 * @param unit key of the unit where it lies
 * @param personId the person of that data controller
 * @param closedAt null while open
 * @param closeReason code (closed, handedOver, forwarded, duplicate, refused, died, withdrew,
 *     transferred), null while open
 */
public record CaseSummary(
    CaseNo caseNo,
    CaseKind kind,
    String body,
    String unit,
    UUID personId,
    Phase phase,
    Instant openedAt,
    Instant closedAt,
    String closeReason) {

  public boolean open() {
    return closedAt == null;
  }
}
