package no.vegvisar.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;

/**
 * What cuts through every relation: the patient's access block (pbrl 5-3). Implemented where blocks
 * are kept.
 */
public interface Restriction {

  /** Why this actor is kept out of this thing; empty when nothing is in the way. */
  Optional<Refusal> against(Actor actor, CaseNo caseNo, Thing thing);

  /** The same for many cases; those with nothing in the way are left out. */
  default Map<CaseNo, Refusal> against(Actor actor, Collection<CaseNo> caseNos, Thing thing) {
    Map<CaseNo, Refusal> against = new HashMap<>();
    caseNos.forEach(c -> against(actor, c, thing).ifPresent(refusal -> against.put(c, refusal)));
    return against;
  }
}
