package no.vegvisar.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.access.Actors;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.DueJobs;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The steps that a case of the demo goes, in the answers that their forms ask. */
@Component
@Profile({"demo", "test"})
class DemoWalk extends DemoGate {

  private final FormGate gate;
  private final CaseFiles cases;
  private final Patients patients;
  private final ReferralRecords referrals;
  private final MovableClock clock;

  DemoWalk(
      FormGate gate,
      OpenTasks tasks,
      Actors actors,
      CurrentActor current,
      CaseFiles cases,
      Patients patients,
      ReferralRecords referrals,
      DueJobs jobs,
      Correlations correlations,
      Outbox outbox,
      MovableClock clock,
      ObjectMapper json) {
    super(gate, tasks, actors, current, jobs, correlations, outbox, clock, json);
    this.gate = gate;
    this.cases = cases;
    this.patients = patients;
    this.referrals = referrals;
    this.clock = clock;
  }

  /** A synthetic person and what the referral says of them (cast §4.2). */
  record Person(
      String name,
      String nationalId,
      String letters,
      String kind,
      String dependence,
      String reason,
      String words) {}

  CaseNo refer(Person person, Object... changes) {
    Map<String, Object> answers = referral(person);
    put(answers, changes);
    return send("refer-patient", person, answers);
  }

  /** To LAR, made by patient and GP: why the municipality is not in it is said (S38, C2). */
  CaseNo referToLar(Person person, String withoutMunicipality) {
    Map<String, Object> answers = head(person);
    put(
        answers,
        "parties",
        List.of("patient", "gp"),
        "jointReason",
        withoutMunicipality,
        "opioidDependence",
        "inLetter",
        "larAim",
        "stable",
        "medicines",
        "Ingen faste",
        "allergies",
        "noneKnown");
    return send("refer-lar", person, answers);
  }

  /** Of a relative in their own name; it names nobody else (S105–S110). */
  CaseNo referNextOfKin(Person person) {
    Map<String, Object> answers = head(person);
    put(answers, "kinTo", person.dependence(), "kinWants", List.of("talks"));
    return send("refer-next-of-kin", person, answers);
  }

  private CaseNo send(String formId, Person person, Map<String, Object> answers) {
    Submission sent =
        done(
            formId,
            as(
                "referrer",
                () -> gate.submit(formId, null, UUID.randomUUID().toString(), write(answers))));
    CaseNo caseNo = newest(person.nationalId());
    if (sent.caseNo() != null && !sent.caseNo().equals(caseNo)) {
      throw new IllegalStateException("the referral opened another case");
    }
    settle(caseNo);
    return caseNo;
  }

  private CaseNo newest(String nationalId) {
    Patients.Person person = patients.find("hmr", nationalId).orElseThrow();
    return cases.ofPerson(person.id()).stream()
        .map(CaseSummary::caseNo)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  Map<String, Object> referral(Person person) {
    Map<String, Object> answers = head(person);
    put(
        answers,
        "helpWantedBy",
        "patient",
        "levelWanted",
        List.of("outpatient"),
        "dependence",
        List.of(person.dependence()),
        "detoxNeed",
        "no",
        "medicines",
        "Ingen faste",
        "allergies",
        "noneKnown",
        "somaticCauses",
        "no",
        "hasPlan",
        "no",
        "hasCoordinator",
        "no",
        "hasGroup",
        "no");
    return answers;
  }

  /** What all kinds of referral ask. */
  private static Map<String, Object> head(Person person) {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(
        answers,
        "patientIdKind",
        "fnr",
        "nationalId",
        person.nationalId(),
        "patientName",
        person.name(),
        "patientContact",
        "Via legekontoret",
        "writtenStandard",
        person.letters(),
        "referrerKind",
        person.kind(),
        "reason",
        person.reason(),
        "helpWanted",
        person.words(),
        "riskConcern",
        "no",
        "minorChildren",
        "no",
        "patientAgrees",
        "yes");
    return answers;
  }

  void register(CaseNo caseNo, Object... changes) {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(
        answers,
        "firstReceipt",
        local(referrals.find(caseNo).orElseThrow().seniorityAt()),
        "channel",
        "web",
        "identity",
        "confirmed",
        "senderAuthority",
        "yes",
        "sameAsOpen",
        "no",
        "unit",
        "aalesund",
        "protectedAddress",
        "none");
    put(answers, changes);
    complete(caseNo, "register-referral", "intake", answers);
  }

  void prepareGranted(CaseNo caseNo, LocalDate deadline, String reason, Object... more) {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(
        answers,
        "outcome",
        "granted",
        "levels",
        List.of(Map.of("level", "outpatient")),
        "place",
        "Ålesund behandlingssenter, poliklinikk",
        "deadline",
        deadline.toString(),
        "reason",
        reason,
        "participants",
        List.of("doctor", "psychologist"));
    put(answers, more);
    complete(caseNo, "prepare-assessment", "assessor", answers);
  }

  void sign(CaseNo caseNo, String signer) {
    complete(caseNo, "sign-decision", signer, "signed", "signed");
  }

  /** From the referral to a therapist's first meeting: granted, told, assigned, attended. */
  void intoWorkUp(
      CaseNo caseNo, String therapist, LocalDate registered, LocalDate told, LocalDate attended) {
    until(DemoTime.at(registered, 9, 30), caseNo);
    register(caseNo);
    if (open(caseNo).contains("confirm-route")) {
      complete(
          caseNo,
          "confirm-route",
          "assessor",
          "route",
          "assess",
          "reason",
          "Høyrer til her og blir vurdert som alle andre");
    }
    until(DemoTime.at(told, 10, 0), caseNo);
    prepareGranted(caseNo, attended.plusDays(30), "Alvorleg nok, og god nytte av hjelp");
    sign(caseNo, "signer");
    assign(caseNo, therapist);
    until(DemoTime.at(attended, 12, 0), caseNo);
    complete(
        caseNo,
        "record-first-attendance",
        therapist,
        "attendance",
        "came",
        "attendedAt",
        local(clock.instant().minus(Duration.ofMinutes(20))));
  }

  void assign(CaseNo caseNo, String therapist) {
    complete(
        caseNo,
        "assign-therapist",
        "unit-lead",
        "therapist",
        DemoUsers.idOf(therapist).value(),
        "wish",
        "none",
        "conflict",
        true);
  }

  /** Children, needs and plan; the decision is open. */
  void workUp(CaseNo caseNo, String therapist, String children, String goal) {
    if (children.equals("yes")) {
      complete(
          caseNo,
          "ask-about-children",
          therapist,
          "asked",
          "yes",
          "children",
          List.of(
              Map.of("birthYear", 2014, "relation", "own", "lives", "withPatient"),
              Map.of("birthYear", 2019, "relation", "own", "lives", "withPatient")),
          "talked",
          "yes");
    } else {
      complete(caseNo, "ask-about-children", therapist, "asked", children);
    }
    complete(
        caseNo,
        "map-needs",
        therapist,
        "needs",
        "Ro om kveldane, og nokon å ringje",
        "doctorSeen",
        "done",
        "suicideRisk",
        "done",
        "driving",
        "noLicence");
    complete(
        caseNo,
        "agree-treatment-plan",
        therapist,
        "goals",
        List.of(Map.of("goal", goal, "measure", "Samtale kvar veke", "owner", "therapist")),
        "evaluationDate",
        OsloTime.dateOf(clock.instant()).plusDays(7).toString(),
        "agreed",
        "yes",
        "copy",
        "given");
  }

  void decide(CaseNo caseNo, String therapist, boolean municipality, boolean group, String asked) {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(
        answers,
        "clinicalDecision",
        "treatment",
        "reason",
        "Pasienten vil halde fram her",
        "planNeed",
        municipality ? "yes" : "no",
        "municipalFollowUpWanted",
        municipality ? "yes" : "no",
        "groupWanted",
        group ? "yes" : "no");
    if (municipality) {
      answers.put("followUpAsked", asked);
    }
    complete(caseNo, "make-clinical-decision", therapist, answers);
  }

  void evaluate(CaseNo caseNo, String therapist, boolean goesOn) {
    complete(
        caseNo,
        "evaluate-treatment",
        therapist,
        "useful",
        "yes",
        "childrenAsked",
        "no",
        "kinConsent",
        "general",
        "municipalFollowUpWanted",
        "no",
        "groupWanted",
        "no",
        "treatmentGoesOn",
        goesOn ? "yes" : "no");
  }
}
