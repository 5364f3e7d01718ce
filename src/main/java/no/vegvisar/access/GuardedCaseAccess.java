package no.vegvisar.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.vegvisar.access.AccessRules.Ground;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

@Service
class GuardedCaseAccess implements CaseAccess {

  private static final Ground MACHINE = new Ground("machine", Purpose.TREAT, true, null, null);

  private final CurrentActor current;
  private final StoredRelations relations;
  private final StoredReadLog readLog;
  // Asked when needed: those who keep blocks may themselves ask who is acting.
  private final ObjectProvider<Restriction> restrictions;
  private final AccessRules rules;
  private final Absences absences;

  GuardedCaseAccess(
      CurrentActor current,
      StoredRelations relations,
      StoredReadLog readLog,
      ObjectProvider<Restriction> restrictions,
      Absences absences,
      Organisations organisations) {
    this.current = current;
    this.relations = relations;
    this.readLog = readLog;
    this.restrictions = restrictions;
    this.absences = absences;
    this.rules = new AccessRules(organisations::circleOf);
  }

  private record Finding(Ground ground, Refusal refusal) {

    boolean mayBeRestricted() {
      return refusal == null && !ground.word().equals(AccessRules.EMERGENCY);
    }

    AccessDecision decision() {
      return refusal != null
          ? AccessDecision.refuse(refusal)
          : AccessDecision.allow(ground.purpose(), ground.word(), ground.content());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public AccessDecision decide(CaseNo caseNo, Thing thing) {
    return find(current.get(), caseNo, thing).decision();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, AccessDecision> decide(Collection<CaseNo> caseNos, Thing thing) {
    Actor actor = current.get();
    Map<CaseNo, Finding> found = new HashMap<>();
    if (actor.isSystem()) {
      caseNos.forEach(caseNo -> found.put(caseNo, new Finding(MACHINE, null)));
    } else {
      var ties = relations.of(caseNos);
      Supplier<List<Absence>> covers = SingletonSupplier.of(() -> absences.coveredBy(actor.id()));
      caseNos.forEach(
          caseNo ->
              found.put(
                  caseNo, byTies(actor, thing, ties.getOrDefault(caseNo, List.of()), covers)));
      List<CaseNo> restricted =
          caseNos.stream().filter(c -> found.get(c).mayBeRestricted()).distinct().toList();
      for (Restriction restriction : restrictions.orderedStream().toList()) {
        restriction
            .against(actor, restricted, thing)
            .forEach((caseNo, refusal) -> found.put(caseNo, new Finding(null, refusal)));
      }
    }
    Map<CaseNo, AccessDecision> decisions = new HashMap<>();
    found.forEach((caseNo, finding) -> decisions.put(caseNo, finding.decision()));
    return decisions;
  }

  // The row is committed before anything is drawn: a page that fails afterwards leaves an opening
  // too many, never one
  // too few. When the row cannot be written the exception goes on, and there is no page.
  @Override
  @Transactional
  public AccessDecision open(CaseNo caseNo, Thing thing, String what) {
    Actor actor = current.get();
    Finding finding = find(actor, caseNo, thing);
    if (finding.refusal() != null) {
      throw new NoAccessException(finding.refusal());
    }
    readLog.write(actor, finding.ground(), caseNo, thing, what);
    return finding.decision();
  }

  @Override
  @Transactional(readOnly = true)
  public void require(CaseNo caseNo, Thing thing) {
    Finding finding = find(current.get(), caseNo, thing);
    if (finding.refusal() != null) {
      throw new NoAccessException(finding.refusal());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UserId> actsFor(CaseNo caseNo) {
    Actor actor = current.get();
    if (actor.isSystem()
        || actor.onBehalfOf() != null
        || absences.coveredBy(actor.id()).isEmpty()) {
      return Optional.ofNullable(actor.onBehalfOf());
    }
    return Optional.ofNullable(find(actor, caseNo, Thing.CASE_SUMMARY).ground())
        .filter(Ground::content)
        .map(Ground::standsInFor);
  }

  private Finding find(Actor actor, CaseNo caseNo, Thing thing) {
    if (actor.isSystem()) {
      return new Finding(MACHINE, null);
    }
    Finding byTies =
        byTies(actor, thing, relations.of(caseNo), () -> absences.coveredBy(actor.id()));
    if (!byTies.mayBeRestricted()) {
      return byTies;
    }
    for (Restriction restriction : restrictions.orderedStream().toList()) {
      Optional<Refusal> against = restriction.against(actor, caseNo, thing);
      if (against.isPresent()) {
        return new Finding(null, against.get());
      }
    }
    return byTies;
  }

  /** What the relations alone say; only emergency access goes before a better ground. */
  private Finding byTies(
      Actor actor, Thing thing, List<CaseRelation> ties, Supplier<List<Absence>> covers) {
    return rules
        .emergency(actor, thing, ties)
        .or(() -> nearest(actor, thing, ties, covers))
        .map(ground -> new Finding(ground, null))
        // also for a case that is not there: nobody learns from a refusal whose case exists
        .orElseGet(() -> new Finding(null, Refusal.of("access.refusal.no-tie")));
  }

  /** One's own tie before an absent colleague's, unless only theirs opens the content. */
  private Optional<Ground> nearest(
      Actor actor, Thing thing, List<CaseRelation> ties, Supplier<List<Absence>> covers) {
    Optional<Ground> own = rules.find(actor, thing, ties);
    if (own.filter(Ground::content).isPresent()) {
      return own;
    }
    Optional<Ground> absent = rules.standIn(actor, thing, ties, covers);
    return absent.filter(Ground::content).or(() -> own).or(() -> absent);
  }
}
