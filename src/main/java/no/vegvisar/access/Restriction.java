package no.vegvisar.access;

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
}
