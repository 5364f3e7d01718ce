package no.vegvisar.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
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
  private final CaseLedger ledger;
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
      CaseLedger ledger,
      CaseFiles cases,
      CaseAccess access,
      CurrentActor current) {
    this.emergencies = emergencies;
    this.bodies = bodies;
    this.places = places;
    this.records = records;
    this.referrals = referrals;
    this.endings = endings;
    this.ledger = ledger;
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

  /**
   * What the page where one tells this shows of the case, to be sent along as {@code _version}: who
   * sends it on an older look is told so.
   */
  @Transactional(readOnly = true)
  public String versionOfEmergency(CaseNo caseNo) {
    return emergencyOpen(caseNo) ? "open" : "settled";
  }

  /** The same for the list of other bodies' cases. */
  @Transactional(readOnly = true)
  public String versionOfBodies(CaseNo caseNo) {
    return String.valueOf(bodies.of(caseNo).size());
  }

  /** The same for one of them. */
  @Transactional(readOnly = true)
  public String versionOfBody(CaseNo caseNo, UUID id) {
    return bodies.find(caseNo, id).map(OtherBodyCase::standing).orElse("");
  }

  /** The same for the place of assessment. */
  @Transactional(readOnly = true)
  public String versionOfPlace(CaseNo caseNo) {
    return referrals
        .findByCaseNo(caseNo.value())
        .map(r -> r.place() + "/" + r.forwardName())
        .orElse("");
  }

  /**
   * @param seen the version of the page it was told on
   * @param saidSo whether just this stands already: sent twice it is told once
   */
  private static List<Refusal> unlessChanged(
      String seen, String now, boolean saidSo, Supplier<List<Refusal>> act) {
    if (saidSo) {
      return List.of();
    }
    return now.equals(seen) ? act.get() : List.of(Refusal.of("referral.refusal.changed"));
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

  public List<Refusal> settleEmergency(
      CaseNo caseNo, String seen, String enters, LocalDate on, String reason) {
    require(caseNo);
    ledger.lock(caseNo);
    return unlessChanged(
        seen,
        versionOfEmergency(caseNo),
        emergencies.of(caseNo).filter(e -> e.says(enters, on, reason)).isPresent(),
        () -> emergencies.settle(caseNo, enters, on, reason));
  }

  /** Codes of the kinds of cases that other bodies have. */
  public static List<String> bodyKinds() {
    return Arrays.stream(OtherBodyCase.Kind.values()).map(OtherBodyCase.Kind::code).toList();
  }

  /** What can be told of this one now, as codes; empty when it has ended or is not there. */
  @Transactional(readOnly = true)
  public List<String> stepsOf(CaseNo caseNo, UUID id) {
    return bodies
        .find(caseNo, id)
        .filter(OtherBodyCase::open)
        .map(
            file ->
                file.kind() == OtherBodyCase.Kind.SENTENCE
                    ? Arrays.stream(OtherBodies.Step.values()).map(OtherBodies.Step::word).toList()
                    : List.of(OtherBodies.Step.ENDED.word()))
        .orElse(List.of());
  }

  public List<Refusal> noteBody(
      UUID id, CaseNo caseNo, String seen, String kind, LocalDate on, LocalDate remindOn) {
    require(caseNo);
    ledger.lock(caseNo);
    return unlessChanged(
        seen,
        versionOfBodies(caseNo),
        bodies.find(caseNo, id).isPresent(),
        () -> bodies.note(id, caseNo, kind, on, remindOn));
  }

  public List<Refusal> tellBody(
      UUID id, CaseNo caseNo, String seen, String step, LocalDate on, String reason) {
    require(caseNo);
    ledger.lock(caseNo);
    return unlessChanged(
        seen,
        versionOfBody(caseNo, id),
        bodies.find(caseNo, id).filter(file -> file.says(step, on)).isPresent(),
        () -> bodies.tell(id, caseNo, step, on, reason));
  }

  /**
   * The patient chooses where to be assessed (pbrl 2-4): within the trust nothing else changes;
   * elsewhere the case leaves with its seniority date.
   */
  public List<Refusal> choosePlace(
      CaseNo caseNo, String seen, String place, String receiver, String reason) {
    require(caseNo);
    ledger.lock(caseNo);
    String now = versionOfPlace(caseNo);
    String wanted = place + "/" + (ELSEWHERE.equals(place) ? receiver.strip() : null);
    return unlessChanged(
        seen, now, now.equals(wanted), () -> choose(caseNo, place, receiver, reason));
  }

  private List<Refusal> choose(CaseNo caseNo, String place, String receiver, String reason) {
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
