package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.patient.Patients;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stretches of the way that several cases of the demo go alike. */
@Component
@Profile({"demo", "test"})
class DemoStages {

  private static final String NEED =
      "Ein fast kontakt i kommunen, og hjelp til å halde på bustaden";

  private final DemoWalk walk;
  private final CaseFiles cases;
  private final Patients patients;
  private final MovableClock clock;

  DemoStages(DemoWalk walk, CaseFiles cases, Patients patients, MovableClock clock) {
    this.walk = walk;
    this.cases = cases;
    this.patients = patients;
    this.clock = clock;
  }

  /** The referral is sent at this moment. */
  CaseNo referred(Person person, Instant received, Object... changes) {
    clock.setTo(received);
    return walk.refer(person, changes);
  }

  /** To LAR, without the municipality's part. */
  CaseNo referredToLar(Person person, Instant received, String withoutMunicipality) {
    clock.setTo(received);
    return walk.referToLar(person, withoutMunicipality);
  }

  /** A relative's own case. */
  CaseNo referredNextOfKin(Person person, Instant received) {
    clock.setTo(received);
    return walk.referNextOfKin(person);
  }

  /** Intake registers in the morning of this day what was received before. */
  void registered(CaseNo caseNo, Instant received, LocalDate on, Object... more) {
    walk.until(at(on, 9, 0), caseNo);
    List<Object> answers = new ArrayList<>(List.of("firstReceipt", DemoWalk.local(received)));
    answers.addAll(List.of(more));
    walk.register(caseNo, answers.toArray());
  }

  /**
   * Treatment begun; the municipality and a group are wished for where told so, and not asked yet.
   */
  CaseNo inTreatment(
      Person person,
      String children,
      LocalDate received,
      LocalDate attended,
      LocalDate decided,
      boolean municipality,
      boolean group) {
    CaseNo caseNo = referred(person, at(received, 9, 0));
    walk.intoWorkUp(caseNo, "therapist", received.plusDays(1), received.plusDays(7), attended);
    walk.until(at(decided, 13, 0), caseNo);
    walk.workUp(caseNo, "therapist", children, "Edru i kvardagane");
    walk.decide(caseNo, "therapist", municipality, group, NEED);
    return caseNo;
  }

  /** The municipality's own case of this person. */
  CaseNo municipalOf(String nationalId) {
    return cases.ofPerson(patients.find("alesund", nationalId).orElseThrow().id()).get(0).caseNo();
  }
}
