package no.vegvisar.treatment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.assessment.Decision;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.Phase;
import no.vegvisar.coordination.Requests;
import no.vegvisar.coordination.Wishes;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work-up and treatment (S68–S76): one therapist, first attendance, children, needs, plan, clinical
 * decision and evaluations. A missed appointment lapses nothing and no guiding time cuts anything
 * off (decisions 28).
 */
@Service
@Transactional
public class TreatmentDesk {

  private static final Set<String> GROUP_FORMS = Set.of("invite-members", "record-meeting");
  private static final String SEEKING_FORM = "seek-legal-base";

  private final TreatmentCourses courses;
  private final TreatmentPlans plans;
  private final NeedsRecords needsRecords;
  private final Evaluations evaluations;
  private final Children children;
  private final AssessmentDesk assessments;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Wishes wishes;
  private final Requests requests;
  private final OpenTasks tasks;
  private final Users users;
  private final Clock clock;
  private final ObjectMapper json;

  TreatmentDesk(
      TreatmentCourses courses,
      TreatmentPlans plans,
      NeedsRecords needsRecords,
      Evaluations evaluations,
      Children children,
      AssessmentDesk assessments,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Wishes wishes,
      Requests requests,
      OpenTasks tasks,
      Users users,
      Clock clock,
      ObjectMapper json) {
    this.courses = courses;
    this.plans = plans;
    this.needsRecords = needsRecords;
    this.evaluations = evaluations;
    this.children = children;
    this.assessments = assessments;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.wishes = wishes;
    this.requests = requests;
    this.tasks = tasks;
    this.users = users;
    this.clock = clock;
    this.json = json;
  }

  /** Therapists of the case's unit with how many open cases each has. */
  @Transactional(readOnly = true)
  Map<User, Integer> therapists(CaseNo caseNo) {
    List<User> holders = holders(caseNo);
    Map<UserId, Integer> loads = cases.loads(holders.stream().map(User::id).toList());
    Map<User, Integer> shown = new LinkedHashMap<>();
    holders.forEach(user -> shown.put(user, loads.get(user.id())));
    return shown;
  }

  private List<User> holders(CaseNo caseNo) {
    return users.holders(Role.THERAPIST, cases.get(caseNo).unit());
  }

  /** One therapist follows the whole course (S68); a load is shown, the leader chooses. */
  List<Refusal> assignTherapist(Submission form) {
    ledger.lock(form.caseNo());
    Optional<User> therapist =
        holders(form.caseNo()).stream()
            .filter(u -> form.is("therapist", u.id().value()))
            .findFirst();
    if (therapist.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.no-therapist-here").at("therapist"));
    }
    Optional<Instant> appointment = form.instant("firstAppointment");
    if (appointment.isPresent() && appointment.get().isBefore(clock.instant())) {
      return List.of(Refusal.of("treatment.refusal.appointment-past").at("firstAppointment"));
    }
    cases.assign(form.caseNo(), Role.THERAPIST, therapist.get().id());
    TreatmentCourse course = courseOf(form.caseNo());
    Instant first =
        appointment.orElseGet(
            () -> decision(form.caseNo()).map(Decision::firstAppointment).orElse(null));
    course.appointmentSet(first);
    ledger.append(
        form.caseNo(),
        new TreatmentEvent.TherapistAssigned(
            therapist.get().id().value(),
            form.text("wish"),
            text(first),
            form.checked("conflict")));
    return List.of();
  }

  /**
   * The patient came, or did not: T02 stops only when care has started, whoever moved the
   * appointment (pbrl 2-1b).
   */
  List<Refusal> recordAttendance(Submission form) {
    return form.is("attendance", "came") ? came(form) : notYet(form);
  }

  private List<Refusal> came(Submission form) {
    Optional<Instant> attended = form.instant("attendedAt");
    if (attended.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.attended-when").at("attendedAt"));
    }
    if (attended.get().isAfter(clock.instant())) {
      return List.of(Refusal.of("treatment.refusal.attended-in-future").at("attendedAt"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    String level = level(caseNo);
    courseOf(caseNo).attended(attended.get(), level);
    ledger.append(caseNo, new TreatmentEvent.FirstAttendance(attended.get().toString(), level));
    clocks.stop("T02", caseNo.value(), attended.get(), "first-attendance");
    clocks.start(
        "T05",
        caseNo.value(),
        caseNo,
        attended.get(),
        new DeadlineClocks.Facts(level, false, null));
    moveOn(caseNo, Phase.WORK_UP);
    return List.of();
  }

  private List<Refusal> notYet(Submission form) {
    boolean missed = form.is("attendance", "didNotCome");
    Optional<Instant> newTime = form.instant("newTime");
    if (newTime.isEmpty() && !missed) {
      return List.of(Refusal.of("treatment.refusal.new-time-missing").at("newTime"));
    }
    if (newTime.isPresent() && newTime.get().isBefore(clock.instant())) {
      return List.of(Refusal.of("treatment.refusal.appointment-past").at("newTime"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    TreatmentCourse course = courseOf(caseNo);
    newTime.ifPresent(course::appointmentSet);
    String cause = causeOf(form.text("postponedBy"));
    if (cause != null && clocks.find("T02", caseNo.value()).isPresent()) {
      clocks.cause("T02", caseNo.value(), cause);
    }
    if (missed) {
      course.missed();
      ledger.append(
          caseNo, new TreatmentEvent.NotAttended(course.notAttended(), text(newTime.orElse(null))));
    } else {
      ledger.append(
          caseNo,
          new TreatmentEvent.AppointmentMoved(newTime.get().toString(), form.text("postponedBy")));
    }
    return List.of();
  }

  /** A cause explains what became of the start deadline; it never moves it. */
  private static String causeOf(String postponedBy) {
    if (postponedBy == null) {
      return null;
    }
    return postponedBy.equals("patient") ? "moved-by-patient" : "capacity";
  }

  /** Levels of the decision as the rules of time know them: outpatient, day, inpatient. */
  private String level(CaseNo caseNo) {
    String first =
        decision(caseNo)
            .map(Decision::levels)
            .filter(l -> !l.isEmpty())
            .map(l -> l.get(0))
            .orElse("outpatient");
    return switch (first) {
      case "inpatient", "detox" -> "inpatient";
      case "day" -> "day";
      default -> "outpatient";
    };
  }

  private Optional<Decision> decision(CaseNo caseNo) {
    return assessments.find(caseNo);
  }

  /** Nothing is "no" by default: who asked, and yes, no or unknown, is kept each time (hpl 10a). */
  List<Refusal> askAboutChildren(Submission form) {
    boolean yes = form.is("asked", "yes");
    List<Child.Named> named = new ArrayList<>();
    for (JsonNode row : form.rows("children")) {
      var child =
          new Child.Named(number(row, "birthYear"), word(row, "relation"), word(row, "lives"));
      if (child.birthYear() != null || child.relation() != null || child.lives() != null) {
        named.add(child);
      }
    }
    if (!yes && !named.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.children-and-not-yes").at("asked"));
    }
    children.asked(
        form.caseNo(),
        form.text("asked"),
        named,
        form.is("talked", "yes"),
        form.checked("contact"),
        form.by(),
        form.at());
    return List.of();
  }

  List<Refusal> mapNeeds(Submission form) {
    List<NeedsRecord.Instrument> instruments = new ArrayList<>();
    for (JsonNode row : form.rows("instruments")) {
      var instrument =
          new NeedsRecord.Instrument(word(row, "name"), number(row, "total"), day(row, "date"));
      if (instrument.name() == null && (instrument.total() != null || instrument.date() != null)) {
        return List.of(Refusal.of("treatment.refusal.instrument-name").at("instruments"));
      }
      if (instrument.name() != null) {
        instruments.add(instrument);
      }
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    int no =
        needsRecords.findByCaseNoOrderByRecordNoDesc(caseNo.value()).stream()
                .findFirst()
                .map(NeedsRecord::recordNo)
                .orElse(0)
            + 1;
    needsRecords.save(
        NeedsRecord.mapped(
            caseNo,
            no,
            form.text("needs"),
            write(instruments),
            form.text("doctorSeen"),
            form.text("suicideRisk"),
            form.text("driving"),
            form.text("interpreter"),
            form.by(),
            form.at()));
    ledger.append(
        caseNo,
        new TreatmentEvent.NeedsMapped(
            no,
            form.text("needs"),
            instruments,
            form.text("doctorSeen"),
            form.text("suicideRisk"),
            form.text("driving"),
            form.text("interpreter")));
    if (form.is("suicideRisk", "planned")) {
      ledger.append(caseNo, new TreatmentEvent.SuicideRiskPlanned(no));
    }
    return List.of();
  }

  /** The plan is made with the patient; each agreement is a version of its own (S70). */
  List<Refusal> agreePlan(Submission form) {
    List<TreatmentPlan.Goal> goals = new ArrayList<>();
    for (JsonNode row : form.rows("goals")) {
      var goal =
          new TreatmentPlan.Goal(
              word(row, "goal"), word(row, "measure"), word(row, "owner"), day(row, "by"));
      if (goal.goal() != null) {
        goals.add(goal);
      }
    }
    if (goals.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.goal-missing").at("goals"));
    }
    LocalDate evaluation = form.date("evaluationDate").orElse(null);
    if (evaluation == null) {
      return List.of(Refusal.of("treatment.refusal.evaluation-date-missing").at("evaluationDate"));
    }
    if (evaluation.isBefore(today())) {
      return List.of(Refusal.of("treatment.refusal.evaluation-past").at("evaluationDate"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    int version = plans(caseNo).stream().findFirst().map(TreatmentPlan::planVersion).orElse(0) + 1;
    plans.save(
        TreatmentPlan.agreed(
            caseNo,
            version,
            write(goals),
            evaluation,
            form.text("agreed"),
            form.text("copy"),
            form.text("crisisPlan"),
            form.by(),
            form.at()));
    courseOf(caseNo).planned(evaluation);
    ledger.append(
        caseNo,
        new TreatmentEvent.PlanAgreed(
            version,
            goals,
            evaluation.toString(),
            form.text("agreed"),
            form.text("copy"),
            form.text("crisisPlan")));
    return List.of();
  }

  /** Ends the guiding time of work-up and starts the one to the first evaluation (T05, T09). */
  List<Refusal> decide(Submission form) {
    CaseNo caseNo = form.caseNo();
    if (form.is("municipalFollowUpWanted", "yes") && form.text("followUpAsked") == null) {
      return List.of(Refusal.of("treatment.refusal.follow-up-words").at("followUpAsked"));
    }
    ledger.lock(caseNo);
    TreatmentCourse course = courseOf(caseNo);
    course.decided(
        form.text("clinicalDecision"),
        form.text("reason"),
        form.text("planNeed"),
        form.by(),
        form.at());
    wished(course, form);
    ledger.append(
        caseNo,
        new TreatmentEvent.ClinicalDecision(
            form.text("clinicalDecision"),
            form.text("reason"),
            form.text("planNeed"),
            form.text("municipalFollowUpWanted"),
            form.text("followUpAsked"),
            form.text("groupWanted")));
    if (form.is("planNeed", "yes")) {
      ledger.append(caseNo, new TreatmentEvent.PlanNeedReported(form.by().value()));
    }
    clocks.stop("T05", caseNo.value(), form.at(), "clinical-decision");
    if (form.is("clinicalDecision", "treatment")) {
      clocks.start(
          "T09",
          caseNo.value(),
          caseNo,
          form.at(),
          new DeadlineClocks.Facts(levelOf(course), false, "first"));
      moveOn(caseNo, Phase.TREATMENT);
    }
    return List.of();
  }

  private void wished(TreatmentCourse course, Submission form) {
    course.wished(form.text("municipalFollowUpWanted"), form.text("groupWanted"));
    if (form.is("municipalFollowUpWanted", "yes")) {
      wishes.followUpAsked(form.caseNo(), form.text("followUpAsked"));
    }
  }

  /**
   * Held with the patient, as early as they like; the next one is later by rule, not by this desk's
   * choice.
   */
  List<Refusal> evaluate(Submission form) {
    List<Refusal> refusals = evaluationRefusals(form);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    TreatmentCourse course = courseOf(caseNo);
    LocalDate next = form.date("nextEvaluation").orElse(null);
    int nth = course.evaluated(form.text("kinConsent"), next);
    boolean goesOn = form.is("treatmentGoesOn", "yes");
    evaluations.save(Evaluation.held(nth, form));
    ledger.append(
        caseNo,
        new TreatmentEvent.Evaluated(
            nth,
            form.text("useful"),
            form.text("planChanged"),
            form.text("moreWorkUp"),
            form.text("childrenAsked"),
            form.text("kinConsent"),
            form.text("municipalFollowUpWanted"),
            form.text("followUpAsked"),
            form.text("groupWanted"),
            goesOn,
            text(next)));
    if (form.text("planChanged") != null) {
      changePlan(form, next);
    }
    children.askedAgain(caseNo, form.text("childrenAsked"), form.by(), form.at());
    if (form.is("municipalFollowUpWanted", "yes") || form.is("groupWanted", "yes")) {
      wished(course, form);
    }
    clocks.stop("T09", caseNo.value(), form.at(), "evaluated");
    if (goesOn) {
      clocks.start(
          "T09",
          caseNo.value(),
          caseNo,
          form.at(),
          new DeadlineClocks.Facts(levelOf(course), false, "later"));
    } else {
      course.ended(form.at());
      ledger.append(caseNo, new TreatmentEvent.Ended(nth));
    }
    return List.of();
  }

  private List<Refusal> evaluationRefusals(Submission form) {
    List<Refusal> refusals = new ArrayList<>();
    boolean followUp = form.is("municipalFollowUpWanted", "yes");
    boolean group = form.is("groupWanted", "yes");
    boolean seeking = taskOpen(form.caseNo(), Set.of(SEEKING_FORM));
    if (form.is("treatmentGoesOn", "no")) {
      // the end of treatment drops what has not been sent, so a wish has its place in the planning
      // of the end
      if (followUp) {
        refusals.add(Refusal.of("treatment.refusal.wish-at-end").at("municipalFollowUpWanted"));
      }
      if (group) {
        refusals.add(Refusal.of("treatment.refusal.wish-at-end").at("groupWanted"));
      }
    } else {
      if (followUp && followUpRuns(form.caseNo())) {
        refusals.add(Refusal.of("treatment.refusal.follow-up-runs").at("municipalFollowUpWanted"));
      } else if (followUp && seeking) {
        refusals.add(Refusal.of("treatment.refusal.base-sought").at("municipalFollowUpWanted"));
      }
      if (group && taskOpen(form.caseNo(), GROUP_FORMS)) {
        refusals.add(Refusal.of("treatment.refusal.group-runs").at("groupWanted"));
      } else if (group && seeking) {
        refusals.add(Refusal.of("treatment.refusal.base-sought").at("groupWanted"));
      }
    }
    if (followUp && form.text("followUpAsked") == null) {
      refusals.add(Refusal.of("treatment.refusal.follow-up-words").at("followUpAsked"));
    }
    if (form.date("nextEvaluation").filter(d -> d.isBefore(today())).isPresent()) {
      refusals.add(Refusal.of("treatment.refusal.evaluation-past").at("nextEvaluation"));
    }
    return refusals;
  }

  private boolean followUpRuns(CaseNo caseNo) {
    return requests.ofCase(caseNo).stream()
        .anyMatch(r -> r.kind() == Requests.Kind.FOLLOW_UP && r.endedHow() == null);
  }

  private boolean taskOpen(CaseNo caseNo, Set<String> formIds) {
    return tasks.ofCase(caseNo.value()).stream()
        .anyMatch(t -> t.formId() != null && formIds.contains(t.formId()));
  }

  private void changePlan(Submission form, LocalDate next) {
    plans(form.caseNo()).stream()
        .findFirst()
        .map(plan -> plans.save(plan.changed(form.text("planChanged"), next, form.by(), form.at())))
        .ifPresent(
            plan ->
                ledger.append(
                    form.caseNo(),
                    new TreatmentEvent.PlanChanged(
                        plan.planVersion(),
                        goals(plan),
                        plan.changes(),
                        text(plan.evaluationDate()))));
  }

  private String levelOf(TreatmentCourse course) {
    return course.level() == null ? level(course.caseNo()) : course.level();
  }

  /** The engine's steps move the phase too; whoever comes first, it never goes back. */
  private void moveOn(CaseNo caseNo, Phase phase) {
    CaseSummary file = cases.get(caseNo);
    if (file.open() && file.phase().ordinal() < phase.ordinal()) {
      cases.moveTo(caseNo, phase);
    }
  }

  /** What treatment leaves open, for who plans the end or closes; empty when nothing is. */
  @Transactional(readOnly = true)
  public List<OpenMatter> openMatters(CaseNo caseNo) {
    List<OpenMatter> open = new ArrayList<>();
    if (children.answer(caseNo).filter(a -> !a.equals("unknown")).isEmpty()) {
      open.add(OpenMatter.of("treatment.open.children-unknown"));
    }
    if (children.dutyOpen(caseNo)) {
      open.add(OpenMatter.of("treatment.open.child-duty"));
    }
    return open;
  }

  /** A wish that nothing came of: the end of treatment cut it off, or no legal base was found. */
  @Transactional(readOnly = true)
  public List<OpenMatter> wishesWithoutAnswer(CaseNo caseNo) {
    boolean wished =
        courses
            .findById(caseNo.value())
            .map(TreatmentCourse::followUpWanted)
            .filter("yes"::equals)
            .isPresent();
    boolean asked =
        requests.ofCase(caseNo).stream().anyMatch(r -> r.kind() == Requests.Kind.FOLLOW_UP);
    return wished && !asked
        ? List.of(OpenMatter.of("treatment.open.follow-up-not-sent"))
        : List.of();
  }

  Optional<TreatmentCourse> course(CaseNo caseNo) {
    return courses.findById(caseNo.value());
  }

  List<TreatmentPlan> plans(CaseNo caseNo) {
    return plans.findByCaseNoOrderByPlanVersionDesc(caseNo.value());
  }

  List<NeedsRecord> needs(CaseNo caseNo) {
    return needsRecords.findByCaseNoOrderByRecordNoDesc(caseNo.value());
  }

  List<Evaluation> evaluations(CaseNo caseNo) {
    return evaluations.findByCaseNoOrderByNthDesc(caseNo.value());
  }

  List<TreatmentPlan.Goal> goals(TreatmentPlan plan) {
    return read(plan.goalsJson(), new TypeReference<List<TreatmentPlan.Goal>>() {});
  }

  List<NeedsRecord.Instrument> instruments(NeedsRecord needs) {
    return read(needs.instrumentsJson(), new TypeReference<List<NeedsRecord.Instrument>>() {});
  }

  String nameOf(UserId user) {
    return users.displayName(user);
  }

  private TreatmentCourse courseOf(CaseNo caseNo) {
    return courses
        .findById(caseNo.value())
        .orElseGet(() -> courses.save(TreatmentCourse.begun(caseNo)));
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  private static String word(JsonNode row, String key) {
    JsonNode node = row.get(key);
    return node == null || node.isNull() || node.asText().isBlank() ? null : node.asText().strip();
  }

  private static Integer number(JsonNode row, String key) {
    JsonNode node = row.get(key);
    return node == null || !node.isNumber() ? null : Integer.valueOf(node.intValue());
  }

  private static String day(JsonNode row, String key) {
    String given = word(row, key);
    return given == null ? null : LocalDate.parse(given.substring(0, 10)).toString();
  }

  private <T> T read(String stored, TypeReference<T> type) {
    try {
      return json.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored list is JSON");
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list can be written as JSON");
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
