package no.vegvisar.coordination;

import java.util.UUID;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.LegalBases;
import org.springframework.stereotype.Service;

/**
 * The patient takes back what they agreed to, and one who treats them puts it on record; it holds
 * at once (S177).
 */
@Service
public class SharingStop {

  private final LegalBases bases;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final CurrentActor current;

  SharingStop(LegalBases bases, CaseFiles cases, CaseAccess access, CurrentActor current) {
    this.bases = bases;
    this.cases = cases;
    this.access = access;
    this.current = current;
  }

  /** Whether the current actor may end a base of the case's person. */
  public boolean may(CaseNo caseNo) {
    Actor actor = current.get();
    AccessDecision decision = access.decide(caseNo, Thing.DISCLOSURE);
    return decision.allowed()
        && decision.content()
        && (actor.holds(Role.THERAPIST) || actor.holds(Role.DOCTOR));
  }

  /**
   * Ends the base; refuses by {@link NoAccessException} whoever may not, and a base of somebody
   * else.
   */
  public void stop(CaseNo caseNo, UUID baseId) {
    if (!may(caseNo)
        || bases.of(cases.get(caseNo).personId()).stream().noneMatch(b -> b.id().equals(baseId))) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
    bases.withdraw(baseId);
  }
}
