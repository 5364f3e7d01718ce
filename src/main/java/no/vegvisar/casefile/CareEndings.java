package no.vegvisar.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends care before its end: death, the patient's own wish, another place. Told by intake,
 * assessor, signer, therapist or doctor with a reason; the process hears of it and a person
 * concludes. Nothing here closes a case (decisions 28).
 */
@Service
@Transactional
public class CareEndings {

  private static final List<Role> MAY_TELL =
      List.of(Role.INTAKE, Role.ASSESSOR, Role.SIGNER, Role.THERAPIST, Role.DOCTOR);

  private static final int EARLIEST = 1850;
  private static final int LONGEST_REASON = 4000;

  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Patients patients;
  private final PathwayProcess pathway;
  private final CaseAccess access;
  private final CurrentActor currentActor;
  private final Clock clock;

  CareEndings(
      CaseFiles cases,
      CaseLedger ledger,
      Patients patients,
      PathwayProcess pathway,
      CaseAccess access,
      CurrentActor currentActor,
      Clock clock) {
    this.cases = cases;
    this.ledger = ledger;
    this.patients = patients;
    this.pathway = pathway;
    this.access = access;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** Whether the current actor may tell this of the case. */
  @Transactional(readOnly = true)
  public boolean mayTell(CaseSummary file) {
    Actor actor = currentActor.get();
    return file.open()
        && file.kind() == CaseKind.CLINIC
        && MAY_TELL.stream().anyMatch(actor::holds)
        && access.decide(file.caseNo(), Thing.CASE_SUMMARY).content();
  }

  /**
   * The patient has died; every open case of the person hears it.
   *
   * @param on the day, not after today
   */
  public Outcome<CaseNo> died(CaseNo caseNo, LocalDate on, String reason) {
    CaseSummary file = told(caseNo);
    List<Refusal> refusals = reasonGiven(reason);
    LocalDate born = patients.get(file.personId()).bornOn();
    if (on == null || on.getYear() < EARLIEST) {
      refusals.add(Refusal.of("casefile.refusal.date").at("on"));
    } else if (on.isAfter(OsloTime.dateOf(clock.instant()))) {
      refusals.add(Refusal.of("casefile.refusal.date-ahead").at("on"));
    } else if (born != null && on.isBefore(born)) {
      refusals.add(Refusal.of("casefile.refusal.date-before-birth").at("on"));
    }
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    if (saidBefore(caseNo, new CasefileEvent.PatientDied(on.toString(), reason.strip()))) {
      return Outcome.done(caseNo);
    }
    patients.died(file.personId(), on);
    cases.ofPerson(file.personId()).stream()
        .filter(CaseSummary::open)
        .filter(c -> c.kind() == CaseKind.CLINIC)
        .forEach(
            c -> {
              ledger.append(
                  c.caseNo(),
                  new CasefileEvent.PatientDied(
                      on.toString(), c.caseNo().equals(caseNo) ? reason.strip() : null));
              pathway.patientDied(c.caseNo());
            });
    return Outcome.done(caseNo);
  }

  /** The patient does not want to go on. */
  public Outcome<CaseNo> withdrew(CaseNo caseNo, String reason) {
    told(caseNo);
    List<Refusal> refusals = reasonGiven(reason);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    var event = new CasefileEvent.PatientWithdrew(reason.strip());
    if (saidBefore(caseNo, event)) {
      return Outcome.done(caseNo);
    }
    ledger.append(caseNo, event);
    pathway.patientWithdrew(caseNo);
    return Outcome.done(caseNo);
  }

  /** Another place takes the case over. */
  public Outcome<CaseNo> transferred(CaseNo caseNo, String reason) {
    told(caseNo);
    List<Refusal> refusals = reasonGiven(reason);
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    var event = new CasefileEvent.CaseTransferred(reason.strip());
    if (saidBefore(caseNo, event)) {
      return Outcome.done(caseNo);
    }
    ledger.append(caseNo, event);
    pathway.caseTransferred(caseNo);
    return Outcome.done(caseNo);
  }

  private CaseSummary told(CaseNo caseNo) {
    ledger.lock(caseNo);
    CaseSummary file = cases.get(caseNo);
    if (!mayTell(file)) {
      throw new NoAccessException(Refusal.of("casefile.refusal.may-not-tell"));
    }
    return file;
  }

  /** Sent twice: the first telling stands. The same from a colleague, or in other words, is new. */
  private boolean saidBefore(CaseNo caseNo, CasefileEvent event) {
    return ledger.entries(caseNo).stream()
        .anyMatch(e -> event.equals(e.event()) && e.actor().equals(currentActor.get().id()));
  }

  private static List<Refusal> reasonGiven(String reason) {
    List<Refusal> refusals = new ArrayList<>();
    if (reason == null || reason.isBlank()) {
      refusals.add(Refusal.of("casefile.refusal.reason").at("reason"));
    } else if (reason.length() > LONGEST_REASON) {
      refusals.add(Refusal.of("casefile.refusal.reason-long", LONGEST_REASON).at("reason"));
    }
    return refusals;
  }
}
