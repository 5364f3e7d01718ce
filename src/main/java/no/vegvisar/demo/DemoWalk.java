package no.vegvisar.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.Actors;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.DueJobs;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.patient.Patients;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes a case of the demo from step to step through the real gate, each step as its user, the days
 * passing one by one.
 */
@Component
@Profile({"demo", "test"})
class DemoWalk {

  private final FormGate gate;
  private final OpenTasks tasks;
  private final Actors actors;
  private final CurrentActor current;
  private final CaseFiles cases;
  private final Patients patients;
  private final DueJobs jobs;
  private final Correlations correlations;
  private final Outbox outbox;
  private final MovableClock clock;
  private final ObjectMapper json;

  DemoWalk(
      FormGate gate,
      OpenTasks tasks,
      Actors actors,
      CurrentActor current,
      CaseFiles cases,
      Patients patients,
      DueJobs jobs,
      Correlations correlations,
      Outbox outbox,
      MovableClock clock,
      ObjectMapper json) {
    this.gate = gate;
    this.tasks = tasks;
    this.actors = actors;
    this.current = current;
    this.cases = cases;
    this.patients = patients;
    this.jobs = jobs;
    this.correlations = correlations;
    this.outbox = outbox;
    this.clock = clock;
    this.json = json;
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

  <T> T as(String user, Supplier<T> work) {
    return current.as(actors.ofUserName(user).orElseThrow(), work);
  }

  void as(String user, Runnable work) {
    current.as(actors.ofUserName(user).orElseThrow(), work);
  }

  /**
   * Days pass for these cases until the instant: at seven each morning and at each midnight what is
   * due runs.
   */
  void until(Instant instant, CaseNo... on) {
    for (LocalDate day = OsloTime.dateOf(clock.instant()).plusDays(1);
        OsloTime.startOf(day).isBefore(instant);
        day = day.plusDays(1)) {
      for (Instant moment :
          List.of(OsloTime.startOf(day).plusSeconds(60), DemoTime.at(day, 7, 1))) {
        if (moment.isAfter(clock.instant()) && moment.isBefore(instant)) {
          clock.setTo(moment);
          settle(1, on);
        }
      }
    }
    clock.setTo(instant);
    settle(2, on);
  }

  private void settle(int rounds, CaseNo... on) {
    for (int round = 0; round < rounds; round++) {
      int ran = 0;
      for (CaseNo caseNo : on) {
        ran += jobs.run(caseNo.value());
      }
      ran += correlations.deliverDue();
      ran += outbox.drain();
      ran += correlations.deliverDue();
      if (ran > 0) {
        round = -1;
      }
    }
  }

  void settle(CaseNo... on) {
    settle(2, on);
  }

  CaseNo refer(Person person, Object... changes) {
    Map<String, Object> answers = referral(person);
    put(answers, changes);
    Submission sent =
        done(
            "refer-patient",
            as(
                "referrer",
                () ->
                    gate.submit(
                        "refer-patient", null, UUID.randomUUID().toString(), write(answers))));
    CaseNo caseNo = newest(person.nationalId());
    if (sent.caseNo() != null && !sent.caseNo().equals(caseNo)) {
      throw new IllegalStateException("the referral opened another case");
    }
    settle(caseNo);
    return caseNo;
  }

  /** A letter or a call that intake takes down. */
  void takeDown(Object... answers) {
    Map<String, Object> typed = new LinkedHashMap<>();
    put(typed, answers);
    done(
        "take-down-referral",
        as(
            "intake",
            () ->
                gate.submit(
                    "take-down-referral", null, UUID.randomUUID().toString(), write(typed))));
  }

  private CaseNo newest(String nationalId) {
    Patients.Person person = patients.find("hmr", nationalId).orElseThrow();
    return cases.ofPerson(person.id()).stream()
        .map(CaseSummary::caseNo)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  Map<String, Object> referral(Person person) {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(
        answers,
        "patientIdKind",
        "fnr",
        "nationalId",
        person.nationalId(),
        "patientName",
        person.name(),
        "writtenStandard",
        person.letters(),
        "referrerKind",
        person.kind(),
        "reason",
        person.reason(),
        "helpWanted",
        person.words(),
        "helpWantedBy",
        "patient",
        "levelWanted",
        List.of("outpatient"),
        "dependence",
        List.of(person.dependence()),
        "detoxNeed",
        "no",
        "riskConcern",
        "no",
        "medicines",
        "Ingen faste",
        "allergies",
        "noneKnown",
        "minorChildren",
        "no",
        "patientContact",
        "Via legekontoret",
        "somaticCauses",
        "no",
        "patientAgrees",
        "yes",
        "hasPlan",
        "no",
        "hasCoordinator",
        "no",
        "hasGroup",
        "no");
    return answers;
  }

  void register(CaseNo caseNo, Object... changes) {
    Map<String, Object> answers = new LinkedHashMap<>();
    put(
        answers,
        "firstReceipt",
        local(clock.instant().minus(Duration.ofMinutes(30))),
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

  /** Sends a form that begins something on the case and has no task. */
  void begin(CaseNo caseNo, String formId, String user, Object... answers) {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, answers);
    done(
        formId,
        as(user, () -> gate.submit(formId, caseNo, UUID.randomUUID().toString(), write(given))));
    settle(caseNo);
  }

  void complete(CaseNo caseNo, String formId, String user, Object... answers) {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, answers);
    complete(caseNo, formId, user, given);
  }

  void complete(CaseNo caseNo, String formId, String user, Map<String, Object> answers) {
    OpenTask task =
        tasks.ofCase(caseNo.value()).stream()
            .filter(t -> formId.equals(t.formId()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no open task " + formId + "; open: " + open(caseNo)));
    String id = DemoUsers.idOf(user).value();
    if (!id.equals(task.assignee())) {
      tasks.assign(task.taskId(), id);
    }
    done(
        formId,
        as(
            user,
            () -> gate.completeTask(task.taskId(), UUID.randomUUID().toString(), write(answers))));
    settle(caseNo);
  }

  /** Claims without completing, so that it stands in the user's own list. */
  void hold(CaseNo caseNo, String formId, String user) {
    tasks.ofCase(caseNo.value()).stream()
        .filter(t -> formId.equals(t.formId()))
        .forEach(t -> tasks.assign(t.taskId(), DemoUsers.idOf(user).value()));
  }

  private List<String> open(CaseNo caseNo) {
    return tasks.ofCase(caseNo.value()).stream().map(OpenTask::formId).toList();
  }

  private static Submission done(String formId, Outcome<Submission> outcome) {
    if (!outcome.isDone()) {
      throw new IllegalStateException(formId + " of the demo was refused: " + outcome.refusals());
    }
    return outcome.value();
  }

  static String local(Instant instant) {
    return OsloTime.dateTimeOf(instant).withSecond(0).withNano(0).toString();
  }

  static void put(Map<String, Object> into, Object... pairs) {
    List<Object> list = Arrays.asList(pairs);
    for (int i = 0; i + 1 < list.size(); i += 2) {
      into.put((String) list.get(i), list.get(i + 1));
    }
  }

  String write(Map<String, Object> answers) {
    try {
      return json.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers can be written as JSON", e);
    }
  }
}
