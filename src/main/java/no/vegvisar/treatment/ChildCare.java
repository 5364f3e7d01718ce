package no.vegvisar.treatment;

import java.time.Clock;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Service;

/**
 * One who treats the patient notes what was done for a child as next of kin (hpl 10a); it may be
 * done after the case was closed, for the duty lives on.
 */
@Service
public class ChildCare {

  /** What can be done for the child; both settle the duty. */
  public enum Step {
    TALKED,
    CONTACT_INFORMED
  }

  private final Children children;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  ChildCare(Children children, CaseAccess access, CurrentActor current, Clock clock) {
    this.children = children;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /** Whether the current actor may note it in this case. */
  public boolean may(CaseNo caseNo) {
    Actor actor = current.get();
    AccessDecision decision = access.decide(caseNo, Thing.CLINICAL_CONTENT);
    return decision.allowed()
        && decision.content()
        && (actor.holds(Role.THERAPIST) || actor.holds(Role.DOCTOR));
  }

  /** Notes the step, once; refuses by {@link NoAccessException} whoever may not. */
  public void done(CaseNo caseNo, Step step) {
    if (!may(caseNo)) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
    children.attended(caseNo, step == Step.TALKED, step == Step.CONTACT_INFORMED, clock.instant());
  }
}
