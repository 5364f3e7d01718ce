package no.vegvisar.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.patient.Patients;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of the actor's own body that the actor may see the head of. What may not be seen is left
 * out without a word.
 */
@Service
@Transactional(readOnly = true)
public class MyCases {

  private static final Limit MOST = Limit.of(200);

  private final CaseFileRows cases;
  private final Patients patients;
  private final CaseAccess access;
  private final CurrentActor currentActor;
  private final Absences absences;

  MyCases(
      CaseFileRows cases,
      Patients patients,
      CaseAccess access,
      CurrentActor currentActor,
      Absences absences) {
    this.cases = cases;
    this.patients = patients;
    this.access = access;
    this.currentActor = currentActor;
    this.absences = absences;
  }

  /**
   * Cases one is on the team of, those of colleagues one stands in for, then open ones in one's
   * units; newest first.
   */
  public List<CaseSummary> all() {
    Actor actor = currentActor.get();
    Set<String> units = actor.held().stream().map(Actor.Held::unit).collect(Collectors.toSet());
    Map<String, CaseFileEntity> found = new LinkedHashMap<>();
    Stream.concat(Stream.of(actor.id()), absences.coveredBy(actor.id()).stream().map(Absence::user))
        .distinct()
        .flatMap(user -> cases.ofMember(user.value(), MOST).stream())
        .forEach(c -> found.putIfAbsent(c.caseNo, c));
    if (!units.isEmpty()) {
      cases.inUnits(actor.body(), units, MOST).forEach(c -> found.putIfAbsent(c.caseNo, c));
    }
    return visible(found.values().stream().map(CaseFileEntity::view));
  }

  /** By case number, or by name or national id of a person of one's own body. */
  public List<CaseSummary> search(String text) {
    var caseNo = CaseNo.tryParse(text);
    if (caseNo.isPresent()) {
      return visible(cases.findById(caseNo.get().value()).stream().map(CaseFileEntity::view));
    }
    List<UUID> persons =
        patients.search(currentActor.get().body(), text).stream().map(Patients.Person::id).toList();
    return visible(
        cases.findByPersonIdInOrderByOpenedAtDesc(persons).stream().map(CaseFileEntity::view));
  }

  /** Control looks cases up by number and purpose on its own pages, never persons by name. */
  private static boolean mine(AccessDecision decision) {
    return decision.allowed() && !decision.ofControl();
  }

  private List<CaseSummary> visible(Stream<CaseSummary> some) {
    String body = currentActor.get().body();
    List<CaseSummary> own = some.filter(c -> c.body().equals(body)).toList();
    var decisions =
        access.decide(own.stream().map(CaseSummary::caseNo).toList(), Thing.CASE_SUMMARY);
    return own.stream().filter(c -> mine(decisions.get(c.caseNo()))).toList();
  }
}
