package no.vegvisar.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * Who may see what of a case: the role matrix of cast §2.2, opened only by a relation to the case,
 * cut by the patient's own blocks (pbrl 5-3). Every opening goes to the read log first; no log row,
 * no page.
 */
public interface CaseAccess {

  /** Whether the current actor may see this; looks nothing up that is logged. */
  AccessDecision decide(CaseNo caseNo, Thing thing);

  /** The same for a whole list: as many questions to the database as for one case. */
  Map<CaseNo, AccessDecision> decide(Collection<CaseNo> caseNos, Thing thing);

  /**
   * Opens a thing for the current actor and writes the read log.
   *
   * @param what what exactly was opened, in neutral words ("overview", "letter 3")
   * @return the decision, always allowed
   * @throws NoAccessException when the actor may not; the page says why and how to ask
   */
  AccessDecision open(CaseNo caseNo, Thing thing, String what);

  /**
   * Refuses by {@link NoAccessException} unless the actor may see the thing; writes no log (for
   * actions).
   */
  void require(CaseNo caseNo, Thing thing);

  /**
   * The absent colleague on whose tie alone the current actor works with this case (cast §2.4), or
   * on whose behalf they act anyway; empty for who acts for themselves.
   */
  Optional<UserId> actsFor(CaseNo caseNo);
}
