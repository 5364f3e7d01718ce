package no.vegvisar.form;

import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.access.Actors;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Component;

/**
 * In which unit a role's tasks of a case lie (decisions 24): some roles sit in one place, the rest
 * follow the case.
 */
@Component
public class UnitOfRole {

  private static final Map<Role, String> FIXED =
      Map.of(
          Role.OPERATOR, "installation",
          Role.INTAKE, "vurdering",
          Role.ASSESSOR, "vurdering",
          Role.SIGNER, "vurdering",
          Role.ALLOCATION, "tildeling",
          Role.COORDINATING_UNIT, "koordinerende",
          Role.ADDICTION_CONSULTANT, "psykisk-helse",
          Role.HOUSING, "boligsosial",
          Role.NAV_ADVISER, "nav-sosial");

  private static final String COORDINATORS = "integrering";
  private static final String OUTPATIENTS = "poliklinikk";

  private final CaseFiles cases;
  private final Actors actors;
  private final Users users;

  UnitOfRole(CaseFiles cases, Actors actors, Users users) {
    this.cases = cases;
    this.users = users;
    this.actors = actors;
  }

  /**
   * @param assignee who has the task, or null
   * @return null only for a case that is not there
   */
  public String unitFor(Role role, CaseNo caseNo, UserId assignee) {
    if (FIXED.containsKey(role)) {
      return FIXED.get(role);
    }
    if (role == Role.MUNICIPAL_COORDINATOR) {
      return Optional.ofNullable(assignee)
          .or(() -> cases.member(caseNo, role))
          .flatMap(actors::of)
          .flatMap(
              a ->
                  a.held().stream().filter(h -> h.role() == role).map(Actor.Held::unit).findFirst())
          .orElse(COORDINATORS);
    }
    return cases.find(caseNo).map(file -> ofCase(role, file)).orElse(null);
  }

  /**
   * The case's unit; while it lies where nobody has the role, as with the assessors, the outpatient
   * clinic.
   */
  private String ofCase(Role role, CaseSummary file) {
    boolean somebody =
        file.kind() != CaseKind.CLINIC || !users.holders(role, file.unit()).isEmpty();
    return somebody ? file.unit() : OUTPATIENTS;
  }

  /** Whether the task is one of the actor's roles in its unit, whoever has it now. */
  boolean mayHave(Actor actor, OpenTask task) {
    Optional<CaseNo> caseNo = Optional.ofNullable(task.caseNo()).flatMap(CaseNo::tryParse);
    return Role.ofCode(task.role())
        .filter(
            role ->
                caseNo
                    .map(c -> unitFor(role, c, null))
                    .filter(unit -> actor.holds(role, unit))
                    .isPresent())
        .isPresent();
  }
}
