package no.vegvisar.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Relations;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Component;

/**
 * Who may put a decision letter right once the patient has been told: a signer who sees the case;
 * while the one who signed is away, also who stands in for them and the leader of the unit where
 * the case is by now. Never who prepared the decision (S29), and never who has stepped back.
 */
@Component
class Correctors {

  private final Absences absences;
  private final Users users;
  private final UnitOfRole units;
  private final Conflicts conflicts;
  private final Relations relations;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  Correctors(
      Absences absences,
      Users users,
      UnitOfRole units,
      Conflicts conflicts,
      Relations relations,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.absences = absences;
    this.users = users;
    this.units = units;
    this.conflicts = conflicts;
    this.relations = relations;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /** In which role, and for whom: null for oneself. */
  private record Ground(Role role, UserId standsInFor) {}

  /** Every ground asks for one of these roles. */
  boolean mayEver() {
    Actor actor = current.get();
    return actor.holds(Role.SIGNER) || actor.holds(Role.UNIT_LEAD);
  }

  boolean may(RightsAssessment assessment) {
    return ground(assessment).isPresent();
  }

  private Optional<Ground> ground(RightsAssessment assessment) {
    Actor actor = current.get();
    CaseNo caseNo = assessment.caseNo();
    if (assessment.toldAt() == null
        || assessment.validLetter() == null
        || actor.id().equals(assessment.preparedBy())
        || conflicts.has(caseNo, actor.id())) {
      return Optional.empty();
    }
    if (actor.holds(Role.SIGNER) && access.decide(caseNo, Thing.CLINICAL_CONTENT).content()) {
      return Optional.of(new Ground(Role.SIGNER, null));
    }
    UserId signer = assessment.signedBy();
    String signersUnit = units.unitFor(Role.SIGNER, caseNo, null);
    if (actor.holds(Role.SIGNER, signersUnit) && standsIn(actor.id(), signer)) {
      return Optional.of(new Ground(Role.SIGNER, signer));
    }
    return actor.holds(Role.UNIT_LEAD, units.unitFor(Role.UNIT_LEAD, caseNo, null))
            && away(signer, signersUnit)
        ? Optional.of(new Ground(Role.UNIT_LEAD, null))
        : Optional.empty();
  }

  private boolean standsIn(UserId deputy, UserId signer) {
    return absences.coveredBy(deputy).stream()
        .anyMatch(a -> a.user().equals(signer) && a.role() == Role.SIGNER);
  }

  /** Away today, or no signer here any more. */
  private boolean away(UserId signer, String unit) {
    LocalDate today = OsloTime.dateOf(clock.instant());
    return absences.of(signer).stream()
            .anyMatch(a -> a.role() == Role.SIGNER && !a.from().isAfter(today))
        || users.holders(Role.SIGNER, unit).stream().noneMatch(u -> u.id().equals(signer));
  }

  /** Opens what was decided for the correction in hand, which is the ground while it is done. */
  void open(RightsAssessment assessment, String what) {
    inHand(assessment, () -> access.open(assessment.caseNo(), Thing.CLINICAL_CONTENT, what));
  }

  /** Does it as who they are or on behalf of whom they stand in for. */
  <T> T acting(RightsAssessment assessment, Supplier<T> work) {
    Actor me = current.get();
    UserId absent = ground(assessment).map(Ground::standsInFor).orElse(null);
    Actor acting =
        absent == null ? me : new Actor(me.id(), me.displayName(), me.body(), me.held(), absent);
    inHand(assessment, () -> access.require(assessment.caseNo(), Thing.CLINICAL_CONTENT));
    return current.as(acting, work);
  }

  /** An open task is a ground of access and ends with the work (rule 4). */
  private void inHand(RightsAssessment assessment, Runnable look) {
    CaseNo caseNo = assessment.caseNo();
    if (access.decide(caseNo, Thing.CLINICAL_CONTENT).content()) {
      look.run();
      return;
    }
    Role role = ground(assessment).orElseThrow().role();
    UserId me = current.get().id();
    String key = "correction:" + caseNo + ":" + me.value();
    relations.taskOpened(caseNo, key, role, units.unitFor(role, caseNo, null));
    relations.taskAssigned(key, me);
    try {
      look.run();
    } finally {
      relations.taskClosed(key);
    }
  }
}
