package no.vegvisar.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import no.vegvisar.access.AccessMatrix.Cell;
import no.vegvisar.access.AccessMatrix.Level;
import no.vegvisar.access.CaseRelation.Kind;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/**
 * Finds the ground on which an actor may see a thing: the matrix says how far a role may reach, the
 * relations say whether this person has come that far. Knows no database, so that its tests can
 * read as the table does.
 */
final class AccessRules {

  /**
   * Why a thing opens; role and unit are those it was reached by, or null.
   *
   * @param standsInFor the absent colleague whose tie it is, or null
   */
  record Ground(
      String word, Purpose purpose, boolean content, Role role, String unit, UserId standsInFor) {

    Ground(String word, Purpose purpose, boolean content, Role role, String unit) {
      this(word, purpose, content, role, unit, null);
    }
  }

  static final String OPEN_TASK = "open-task";
  static final String TEAM_MEMBER = "team-member";
  static final String UNIT_ROLE = "unit-role";
  static final String GROUP_MEMBER = "group-member";
  static final String DISCLOSURE = "disclosure";
  static final String EMERGENCY = "emergency";
  static final String AUDIT = "audit";

  /**
   * The nearest tie names the opening in the log; own referrals, mandates and the like come last.
   */
  private static final List<String> ORDER =
      List.of(OPEN_TASK, TEAM_MEMBER, UNIT_ROLE, GROUP_MEMBER, DISCLOSURE, EMERGENCY, AUDIT);

  private static final Set<Thing> EMERGENCY_OPENS =
      Set.of(Thing.CASE_SUMMARY, Thing.CLINICAL_CONTENT);
  private static final Set<Thing> GROUP_OPENS =
      Set.of(Thing.RESPONSIBILITY_GROUP, Thing.INDIVIDUAL_PLAN);
  private static final Set<Role> CARE =
      Set.of(
          Role.ASSESSOR,
          Role.SIGNER,
          Role.THERAPIST,
          Role.DOCTOR,
          Role.PSYCHOLOGIST,
          Role.LAR_STAFF,
          Role.GROUP_LEADER,
          Role.CHILD_LEAD);
  private static final Set<Role> CONTROL = Set.of(Role.AUDITOR, Role.PRIVACY_OFFICER);

  private final Function<String, Optional<String>> circleOf;

  /**
   * @param circleOf the circle of confidentiality of a unit
   */
  AccessRules(Function<String, Optional<String>> circleOf) {
    this.circleOf = circleOf;
  }

  /** The best ground, one with content before one with heads only; empty when there is none. */
  Optional<Ground> find(Actor actor, Thing thing, List<CaseRelation> relations) {
    return grounds(actor, thing, relations).stream()
        .min(Comparator.comparing((Ground g) -> !g.content()).thenComparing(AccessRules::rank));
  }

  /** Emergency access alone passes a patient's block (cast §2.4). */
  Optional<Ground> emergency(Actor actor, Thing thing, List<CaseRelation> relations) {
    return grounds(actor, thing, relations).stream()
        .filter(ground -> ground.word().equals(EMERGENCY))
        .findFirst();
  }

  /**
   * A stand-in sees an absent colleague's own cases as that colleague does, in the role and unit
   * they stand in for; of a case in which the colleague has a task only, the head, until they have
   * taken the task over (cast §2.4).
   *
   * @param covers today's absences, asked only when some colleague has a tie there
   */
  Optional<Ground> standIn(
      Actor actor, Thing thing, List<CaseRelation> relations, Supplier<List<Absence>> covers) {
    if (!actor.body().equals(owner(relations))) {
      return Optional.empty();
    }
    List<CaseRelation> ofColleagues =
        relations.stream()
            .filter(tie -> tie.open() && tie.userId() != null && tie.role() != null)
            .filter(tie -> tie.kind() == Kind.TEAM || tie.kind() == Kind.TASK)
            .toList();
    return ofColleagues.isEmpty()
        ? Optional.empty()
        : covers.get().stream()
            .filter(away -> actor.holds(away.role(), away.unit()))
            .flatMap(
                away ->
                    ofColleagues.stream()
                        .filter(tie -> isOf(tie, away, relations))
                        .flatMap(tie -> asAbsent(tie, away, thing).stream()))
            .min(Comparator.comparing((Ground g) -> !g.content()).thenComparing(AccessRules::rank));
  }

  private static Optional<Ground> asAbsent(CaseRelation tie, Absence away, Thing thing) {
    if (tie.kind() == Kind.TEAM) {
      Cell cell = AccessMatrix.cell(away.role(), thing);
      return ofTeam(cell)
          ? Optional.of(
              new Ground(
                  TEAM_MEMBER,
                  Purpose.TREAT,
                  cell.content(),
                  away.role(),
                  away.unit(),
                  away.user()))
          : Optional.empty();
    }
    return thing == Thing.CASE_SUMMARY
        ? Optional.of(
            new Ground(
                OPEN_TASK, purposeOf(away.role()), false, away.role(), away.unit(), away.user()))
        : Optional.empty();
  }

  /** A tie to the team knows no unit: it is the one where the case lies. */
  private static boolean isOf(CaseRelation tie, Absence away, List<CaseRelation> relations) {
    return away.user().value().equals(tie.userId())
        && away.role() == tie.role()
        && (tie.kind() == Kind.TASK
            ? away.unit().equals(tie.unit())
            : relations.stream()
                .anyMatch(r -> r.open() && r.kind() == Kind.UNIT && away.unit().equals(r.unit())));
  }

  private static boolean ofTeam(Cell cell) {
    return cell.level() == Level.TEAM || cell.level() == Level.UNIT;
  }

  private static Purpose purposeOf(Role role) {
    return CARE.contains(role) ? Purpose.TREAT : Purpose.COC;
  }

  private List<Ground> grounds(Actor actor, Thing thing, List<CaseRelation> relations) {
    String owner = owner(relations);
    if (owner == null) {
      return List.of();
    }
    List<CaseRelation> open = relations.stream().filter(CaseRelation::open).toList();
    boolean ownBody = owner.equals(actor.body());
    List<Ground> grounds = new ArrayList<>();
    for (Actor.Held held : actor.held()) {
      Cell cell = AccessMatrix.cell(held.role(), thing);
      if (ownBody) {
        insideTheBody(actor, thing, held, cell, open, grounds);
      }
      besides(actor, thing, held, cell, open, grounds);
    }
    return grounds;
  }

  private static int rank(Ground ground) {
    int place = ORDER.indexOf(ground.word());
    return place < 0 ? ORDER.size() : place;
  }

  /** The body whose case it is: where it lies, or lay last. */
  private static String owner(List<CaseRelation> relations) {
    return relations.stream()
        .filter(r -> r.kind() == Kind.UNIT)
        .max(
            Comparator.comparing(CaseRelation::open)
                .thenComparing(r -> r.open() ? java.time.Instant.MAX : r.endedAt()))
        .map(CaseRelation::body)
        .orElse(null);
  }

  private static void insideTheBody(
      Actor actor,
      Thing thing,
      Actor.Held held,
      Cell cell,
      List<CaseRelation> open,
      List<Ground> grounds) {
    String me = actor.id().value();
    Role role = held.role();
    Purpose ofRole = purposeOf(role);
    boolean workable =
        cell.level().compareTo(Level.TASK) >= 0 && cell.level().compareTo(Level.UNIT) <= 0;
    for (CaseRelation tie : open) {
      switch (tie.kind()) {
        case TASK -> {
          if (tie.role() == role && held.unit().equals(tie.unit())) {
            if (me.equals(tie.userId()) && (workable || thing == Thing.CASE_SUMMARY)) {
              grounds.add(
                  new Ground(
                      OPEN_TASK,
                      ofRole,
                      cell.content() || thing == Thing.CASE_SUMMARY,
                      role,
                      held.unit()));
            } else if (tie.userId() == null && thing == Thing.CASE_SUMMARY) {
              grounds.add(new Ground(OPEN_TASK, ofRole, false, role, held.unit()));
            }
          }
        }
        case TEAM -> {
          if (tie.role() == role && me.equals(tie.userId()) && ofTeam(cell)) {
            grounds.add(new Ground(TEAM_MEMBER, Purpose.TREAT, cell.content(), role, held.unit()));
          }
        }
        case UNIT -> {
          if (cell.level() == Level.UNIT && held.unit().equals(tie.unit())) {
            grounds.add(new Ground(UNIT_ROLE, ofRole, cell.content(), role, held.unit()));
          }
        }
        case SPECIAL -> {
          if (EMERGENCY.equals(tie.ground())
              && me.equals(tie.userId())
              && EMERGENCY_OPENS.contains(thing)) {
            grounds.add(new Ground(EMERGENCY, Purpose.ETREAT, true, role, held.unit()));
          }
        }
        case DISCLOSURE -> {
          // What goes to another body says nothing about one's own.
        }
      }
    }
    if (cell.level() == Level.META || cell.level() == Level.ALL) {
      boolean control = CONTROL.contains(role);
      grounds.add(
          new Ground(
              control ? AUDIT : UNIT_ROLE,
              control ? Purpose.AUDIT : Purpose.COC,
              cell.content(),
              role,
              held.unit()));
    }
  }

  private void besides(
      Actor actor,
      Thing thing,
      Actor.Held held,
      Cell cell,
      List<CaseRelation> open,
      List<Ground> grounds) {
    String me = actor.id().value();
    for (CaseRelation tie : open) {
      if (tie.kind() == Kind.SPECIAL
          && me.equals(tie.userId())
          && !EMERGENCY.equals(tie.ground())) {
        boolean group = GROUP_MEMBER.equals(tie.ground());
        if (group ? GROUP_OPENS.contains(thing) && cell.reachable() : cell.level() == Level.OWN) {
          grounds.add(
              new Ground(
                  tie.ground(), Purpose.COC, group || cell.content(), held.role(), held.unit()));
        }
      }
      if (tie.kind() == Kind.DISCLOSURE && cell.disclosed() && reaches(tie, actor, held)) {
        // The fact that something was disclosed to us is all of a case summary that a disclosure
        // opens.
        grounds.add(
            new Ground(
                DISCLOSURE, Purpose.COC, thing != Thing.CASE_SUMMARY, held.role(), held.unit()));
      }
    }
  }

  private boolean reaches(CaseRelation disclosure, Actor actor, Actor.Held held) {
    if (!Objects.equals(disclosure.body(), actor.body())) {
      return false;
    }
    Optional<String> mine = circleOf.apply(held.unit());
    Optional<String> theirs =
        disclosure.unit() == null
            ? Optional.ofNullable(disclosure.body())
            : circleOf.apply(disclosure.unit());
    return mine.isPresent() && mine.equals(theirs);
  }
}
