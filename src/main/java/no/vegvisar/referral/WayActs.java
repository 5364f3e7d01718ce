package no.vegvisar.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person tells about the way of a case, and who may. */
@Service
@Transactional
public class WayActs {

  /** Another place than one of this trust. */
  static final String ELSEWHERE = "elsewhere";

  private static final List<Role> MAY =
      List.of(Role.INTAKE, Role.ASSESSOR, Role.SIGNER, Role.THERAPIST, Role.DOCTOR);
  private static final int LONGEST_NAME = 120;

  private final Emergencies emergencies;
  private final OtherBodies bodies;
  private final AssessingPlaces places;
  private final ReferralRecords records;
  private final Referrals referrals;
  private final CareEndings endings;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final CurrentActor current;

  WayActs(
      Emergencies emergencies,
      OtherBodies bodies,
      AssessingPlaces places,
      ReferralRecords records,
      Referrals referrals,
      CareEndings endings,
      CaseFiles cases,
      CaseAccess access,
      CurrentActor current) {
    this.emergencies = emergencies;
    this.bodies = bodies;
    this.places = places;
    this.records = records;
    this.referrals = referrals;
    this.endings = endings;
    this.cases = cases;
    this.access = access;
    this.current = current;
  }

  /** Whether the reader may tell anything about this case's way. */
  @Transactional(readOnly = true)
  public boolean may(CaseNo caseNo) {
    Actor actor = current.get();
    // who owes the act sees the head of the case, which is enough to tell it
    AccessDecision decision = access.decide(caseNo, Thing.REFERRAL);
    return decision.allowed()
        && MAY.stream().anyMatch(actor::holds)
        && cases.find(caseNo).filter(c -> c.open() && c.kind() == CaseKind.CLINIC).isPresent();
  }

  private void require(CaseNo caseNo) {
    if (!may(caseNo)) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
  }

  /** Whether it is still to be decided if the patient enters the pathway after an emergency. */
  @Transactional(readOnly = true)
  public boolean emergencyOpen(CaseNo caseNo) {
    return emergencies.of(caseNo).filter(EmergencyCourse::open).isPresent();
  }

  public List<Refusal> settleEmergency(CaseNo caseNo, String enters, LocalDate on, String reason) {
    require(caseNo);
    return emergencies.settle(caseNo, enters, on, reason);
  }

  /** Codes of the kinds of cases that other bodies have. */
  public static List<String> bodyKinds() {
    return Arrays.stream(OtherBodyCase.Kind.values()).map(OtherBodyCase.Kind::code).toList();
  }

  /** What can be told of this one now, as codes; empty when it has ended or is not there. */
  @Transactional(readOnly = true)
  public List<String> stepsOf(CaseNo caseNo, UUID id) {
    return bodies.of(caseNo).stream()
        .filter(file -> file.id().equals(id) && file.open())
        .findFirst()
        .map(
            file ->
                file.kind() == OtherBodyCase.Kind.SENTENCE
                    ? Arrays.stream(OtherBodies.Step.values()).map(OtherBodies.Step::word).toList()
                    : List.of(OtherBodies.Step.ENDED.word()))
        .orElse(List.of());
  }

  public List<Refusal> noteBody(
      UUID id, CaseNo caseNo, String kind, LocalDate on, LocalDate remindOn) {
    require(caseNo);
    return bodies.note(id, caseNo, kind, on, remindOn);
  }

  public List<Refusal> tellBody(UUID id, CaseNo caseNo, String step, LocalDate on, String reason) {
    require(caseNo);
    return bodies.tell(id, caseNo, step, on, reason);
  }

  /**
   * The patient chooses where to be assessed (pbrl 2-4): within the trust nothing else changes;
   * elsewhere the case leaves with its seniority date.
   */
  public List<Refusal> choosePlace(CaseNo caseNo, String place, String receiver, String reason) {
    require(caseNo);
    if (AssessingPlaces.WITHIN.contains(place)) {
      places.wished(caseNo, place);
      return List.of();
    }
    if (!ELSEWHERE.equals(place)) {
      return List.of(Refusal.of("referral.refusal.choose").at("place"));
    }
    Optional<String> named =
        Optional.ofNullable(receiver).map(String::strip).filter(name -> !name.isEmpty());
    if (named.isEmpty() || named.get().length() > LONGEST_NAME) {
      return List.of(Refusal.of("referral.refusal.forward-name").at("receiver"));
    }
    List<Refusal> refusals = Acts.reason(reason);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    places.wished(caseNo, ELSEWHERE);
    referrals.findByCaseNo(caseNo.value()).ifPresent(r -> r.leavesFor(named.get()));
    return endings.transferred(caseNo, reason).refusals();
  }

  /** Whether the case has a referral whose place can be chosen. */
  @Transactional(readOnly = true)
  public boolean hasReferral(CaseNo caseNo) {
    return records.find(caseNo).isPresent();
  }
}
