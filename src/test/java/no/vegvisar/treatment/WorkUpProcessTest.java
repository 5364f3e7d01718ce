package no.vegvisar.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.Phase;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.form.FormHandler;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Process work-up: from the right to a clinical decision, with every way and every clock on it. */
@VegvisarTest
class WorkUpProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired CaseFiles cases;
  @Autowired DeadlineClocks clocks;
  @Autowired TreatmentDesk desk;
  @Autowired Children children;
  @Autowired List<FormHandler> handlers;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S68")
  void one_therapist_is_chosen_with_the_load_beside_the_name_and_nothing_clinical_in_view() {
    CaseNo caseNo = journeys.rightGranted();
    FormHandler handler =
        handlers.stream()
            .filter(h -> h.formId().equals("assign-therapist"))
            .findFirst()
            .orElseThrow();
    String therapist = DemoUsers.idOf("therapist").value();
    int before = load();

    FormHandler.Context given = handler.context(journeys.task(caseNo, "assign-therapist"), caseNo);

    assertThat(given.slots()).isEmpty();
    assertThat(given.prefill()).isEmpty();
    assertThat(given.options().get("therapists").get(therapist))
        .startsWith("Varm Vårdag · " + before);

    journeys.therapistAssigned(caseNo);

    assertThat(cases.member(caseNo, Role.THERAPIST)).contains(DemoUsers.idOf("therapist"));
    assertThat(load()).isEqualTo(before + 1);
    assertThat(facts.types(caseNo))
        .contains("treatment.therapist-assigned/1", "casefile.member-named/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("record-first-attendance");
  }

  @Test
  void somebody_who_is_no_therapist_in_the_unit_cannot_be_assigned() {
    CaseNo caseNo = journeys.rightGranted();

    var outcome =
        journeys.attempt(
            caseNo,
            "assign-therapist",
            "unit-lead",
            new Answers().with("therapist", DemoUsers.idOf("intake").value()));

    assertThat(outcome.isDone()).isFalse();
    assertThat(cases.member(caseNo, Role.THERAPIST)).isEmpty();
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
  }

  @Test
  @Requirement("S74")
  void the_first_attendance_keeps_the_start_deadline_and_starts_the_guiding_time_of_work_up() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());

    journeys.attended(caseNo);

    DeadlineClock start = facts.clock("T02", caseNo);
    assertThat(start.running()).isFalse();
    assertThat(start.stopCause()).isEqualTo("first-attendance");
    DeadlineClock workUp = facts.clock("T05", caseNo);
    assertThat(workUp.rule()).isEqualTo("T05");
    assertThat(workUp.kind()).isEqualTo(DeadlineClocks.Kind.GUIDING);
    assertThat(workUp.dueOn()).isEqualTo(journeys.today().plusDays(21));
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.WORK_UP);
    assertThat(facts.types(caseNo)).contains("treatment.first-attendance/1", "deadline.stopped/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("ask-about-children");
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_GuidingTimeOver"))
        .isEqualTo(OsloTime.startOf(journeys.today().plusDays(22)));
  }

  @Test
  void an_admitted_patient_has_seven_days_of_work_up() {
    CaseNo caseNo = journeys.inWorkUp("detox", "inpatient");

    assertThat(facts.clock("T05", caseNo).rule()).isEqualTo("T06");
    assertThat(facts.clock("T05", caseNo).dueOn()).isEqualTo(journeys.today().plusDays(7));
  }

  @Test
  void a_first_attendance_to_come_is_refused_and_the_task_stays() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());

    var tomorrow =
        journeys.attempt(
            caseNo,
            "record-first-attendance",
            "therapist",
            new Answers()
                .with("attendance", "came")
                .with("attendedAt", journeys.time(Duration.ofDays(1))));
    var unknown =
        journeys.attempt(
            caseNo,
            "record-first-attendance",
            "therapist",
            new Answers().with("attendance", "came"));

    assertThat(tomorrow.refusals()).extracting(Refusal::field).containsExactly("attendedAt");
    assertThat(unknown.refusals())
        .extracting(Refusal::key)
        .containsExactly("treatment.refusal.attended-when");
    assertThat(facts.clock("T02", caseNo).running()).isTrue();
    assertThat(clocks.find("T05", caseNo.value())).isEmpty();
    assertThat(journeys.openForms(caseNo)).containsExactly("record-first-attendance");
  }

  @Test
  @Requirement("S74")
  void a_patient_who_does_not_come_loses_nothing_and_the_deadline_stands() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    LocalDate due = facts.clock("T02", caseNo).dueOn();

    journeys.complete(
        caseNo,
        "record-first-attendance",
        "therapist",
        new Answers().with("attendance", "didNotCome"));
    journeys.complete(
        caseNo,
        "record-first-attendance",
        "therapist",
        new Answers()
            .with("attendance", "newTime")
            .with("newTime", journeys.time(Duration.ofDays(3)))
            .with("postponedBy", "patient"));
    journeys.complete(
        caseNo,
        "record-first-attendance",
        "therapist",
        new Answers()
            .with("attendance", "newTime")
            .with("newTime", journeys.time(Duration.ofDays(9)))
            .with("postponedBy", "clinic"));

    assertThat(facts.clock("T02", caseNo).running()).isTrue();
    assertThat(facts.clock("T02", caseNo).dueOn()).isEqualTo(due);
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(journeys.openForms(caseNo)).containsExactly("record-first-attendance");
    assertThat(facts.types(caseNo))
        .contains("treatment.not-attended/1", "treatment.appointment-moved/1");
    assertThat(facts.words(caseNo, "deadline.caused/1"))
        .containsSubsequence("T02 moved-by-patient", "T02 capacity");
  }

  @Test
  void a_new_appointment_needs_a_time_that_is_still_to_come() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());

    var without =
        journeys.attempt(
            caseNo,
            "record-first-attendance",
            "therapist",
            new Answers().with("attendance", "newTime"));
    var past =
        journeys.attempt(
            caseNo,
            "record-first-attendance",
            "therapist",
            new Answers()
                .with("attendance", "newTime")
                .with("newTime", journeys.time(Duration.ofDays(-1))));

    assertThat(without.refusals())
        .extracting(Refusal::key)
        .containsExactly("treatment.refusal.new-time-missing");
    assertThat(past.refusals())
        .extracting(Refusal::key)
        .containsExactly("treatment.refusal.appointment-past");
  }

  @Test
  @Requirement("S74")
  void
      the_start_deadline_warns_two_weeks_before_and_its_breach_is_recorded_while_the_task_goes_on() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    LocalDate due = facts.clock("T02", caseNo).dueOn();
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_StartDeadlineNear"))
        .isEqualTo(OsloTime.at(due.minusDays(14), java.time.LocalTime.of(7, 0)));

    harness.fireTimer(caseNo, "BoundaryEvent_StartDeadlineNear");
    assertThat(facts.types(caseNo))
        .contains("deadline.warned/1")
        .doesNotContain("deadline.breached/1");

    harness.fireTimer(caseNo, "BoundaryEvent_StartDeadlinePassed");

    assertThat(journeys.now()).isEqualTo(OsloTime.startOf(due.plusDays(1)));
    assertThat(facts.types(caseNo)).containsOnlyOnce("deadline.breached/1");
    assertThat(facts.clock("T02", caseNo).breachedAt()).isNotNull();
    assertThat(facts.clock("T02", caseNo).kind()).isEqualTo(DeadlineClocks.Kind.BINDING);
    assertThat(cases.get(caseNo).open()).isTrue();
    // the breach has a process of its own beside the task that goes on
    assertThat(journeys.openForms(caseNo))
        .containsExactly("confirm-deadline-breach", "record-first-attendance");
  }

  @Test
  @Requirement("S74")
  void the_guiding_time_of_work_up_reminds_and_cuts_nothing_off() {
    CaseNo caseNo = journeys.inWorkUp();

    harness.fireTimer(caseNo, "BoundaryEvent_GuidingTimeOver");
    harness.runDueJobs(caseNo);

    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.WORK_UP);
    assertThat(journeys.openForms(caseNo)).containsExactly("ask-about-children");
    assertThat(facts.clock("T05", caseNo).running()).isTrue();
    assertThat(facts.types(caseNo)).contains("deadline.warned/1");
  }

  @Test
  @Requirement({"S116", "S182"})
  void not_knowing_about_children_is_accepted_and_never_becomes_no() {
    CaseNo caseNo = journeys.inWorkUp();
    assertThat(children.answer(caseNo)).isEmpty();

    journeys.childrenAsked(caseNo, "unknown");

    assertThat(children.answer(caseNo)).contains("unknown");
    assertThat(facts.types(caseNo))
        .contains("treatment.children-unknown/1")
        .doesNotContain("treatment.no-children/1");
    assertThat(desk.openMatters(caseNo))
        .extracting(OpenMatter::key)
        .containsExactly("treatment.open.children-unknown");
    assertThat(journeys.openForms(caseNo)).containsExactly("map-needs");
  }

  @Test
  @Requirement({"S116", "S182"})
  void a_child_makes_a_duty_that_is_done_when_talked_about_and_told_to_the_childrens_contact() {
    CaseNo caseNo = journeys.inWorkUp();

    journeys.complete(
        caseNo,
        "ask-about-children",
        "therapist",
        new Answers()
            .with("asked", "yes")
            .with(
                "children",
                List.of(
                    Map.of("birthYear", 2019, "relation", "own", "lives", "withPatient"),
                    Map.of("relation", "unborn")))
            .with("talked", "notYet"));

    assertThat(children.count(caseNo)).isEqualTo(2);
    assertThat(children.dutyOpen(caseNo)).isTrue();
    assertThat(facts.types(caseNo))
        .contains("treatment.children-named/1", "treatment.child-duty-opened/1");

    children.attended(caseNo, true, false, journeys.now());
    assertThat(children.dutyOpen(caseNo)).isTrue();

    children.attended(caseNo, false, true, journeys.now());
    assertThat(children.dutyOpen(caseNo)).isFalse();
    assertThat(facts.types(caseNo)).contains("treatment.child-duty-done/1");
  }

  @Test
  void a_child_in_the_list_and_not_yes_do_not_go_together() {
    CaseNo caseNo = journeys.inWorkUp();

    var outcome =
        journeys.attempt(
            caseNo,
            "ask-about-children",
            "therapist",
            new Answers()
                .with("asked", "unknown")
                .with("children", List.of(Map.of("birthYear", 2019))));

    assertThat(outcome.refusals()).extracting(Refusal::field).containsExactly("asked");
    assertThat(children.answer(caseNo)).isEmpty();
  }

  @Test
  @Requirement("S69")
  void needs_are_kept_with_instruments_by_total_and_a_planned_suicide_risk_assessment_is_shown() {
    CaseNo caseNo = journeys.childrenAsked(journeys.inWorkUp(), "no");

    journeys.complete(
        caseNo, "map-needs", "therapist", journeys.needs().with("suicideRisk", "planned"));

    NeedsRecord needs = desk.needs(caseNo).get(0);
    assertThat(needs.recordNo()).isEqualTo(1);
    assertThat(desk.instruments(needs))
        .containsExactly(new NeedsRecord.Instrument("audit", 17, journeys.day(0)));
    assertThat(facts.types(caseNo))
        .contains("treatment.needs-mapped/1", "treatment.suicide-risk-planned/1");
    assertThat(facts.entry(caseNo, "treatment.needs-mapped/1").thing())
        .isEqualTo(Thing.CLINICAL_CONTENT);
    assertThat(journeys.openForms(caseNo)).containsExactly("agree-treatment-plan");
  }

  @Test
  @Requirement("S70")
  void a_plan_has_goals_with_measure_and_owner_an_evaluation_date_and_a_copy_to_the_patient() {
    CaseNo caseNo = journeys.needsMapped(journeys.childrenAsked(journeys.inWorkUp(), "no"));

    var yesterday =
        journeys.attempt(
            caseNo,
            "agree-treatment-plan",
            "therapist",
            journeys.plan().with("evaluationDate", journeys.day(-1)));
    var noGoal =
        journeys.attempt(
            caseNo, "agree-treatment-plan", "therapist", journeys.plan().without("goals"));
    assertThat(yesterday.refusals()).extracting(Refusal::field).contains("evaluationDate");
    assertThat(noGoal.isDone()).isFalse();
    assertThat(desk.plans(caseNo)).isEmpty();

    journeys.planAgreed(caseNo);

    TreatmentPlan plan = desk.plans(caseNo).get(0);
    assertThat(plan.planVersion()).isEqualTo(1);
    assertThat(plan.copyGiven()).isEqualTo("given");
    assertThat(plan.evaluationDate()).isEqualTo(journeys.today().plusDays(7));
    assertThat(desk.goals(plan))
        .extracting(TreatmentPlan.Goal::owner)
        .containsExactly("therapist", "municipality");
    assertThat(facts.entry(caseNo, "treatment.plan-agreed/1").thing())
        .isEqualTo(Thing.TREATMENT_PLAN);
    assertThat(journeys.openForms(caseNo)).containsExactly("make-clinical-decision");
  }

  @Test
  @Requirement("S170")
  void the_clinical_decision_ends_work_up_and_starts_the_time_to_the_first_evaluation() {
    CaseNo caseNo = journeys.readyToDecide();

    journeys.decided(caseNo, answers -> answers.with("planNeed", "yes"));

    assertThat(facts.clock("T05", caseNo).stopCause()).isEqualTo("clinical-decision");
    DeadlineClock evaluation = facts.clock("T09", caseNo);
    assertThat(evaluation.rule()).isEqualTo("T09");
    assertThat(evaluation.dueOn()).isEqualTo(journeys.today().plusDays(7));
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.TREATMENT);
    assertThat(facts.types(caseNo))
        .contains("treatment.clinical-decision/1", "treatment.plan-need-reported/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("evaluate-treatment");
  }

  @Test
  void what_the_municipality_is_asked_for_must_be_written_when_it_is_asked() {
    CaseNo caseNo = journeys.readyToDecide();

    var outcome =
        journeys.attempt(
            caseNo,
            "make-clinical-decision",
            "therapist",
            journeys.decision().with("municipalFollowUpWanted", "yes"));

    assertThat(outcome.refusals()).extracting(Refusal::field).containsExactly("followUpAsked");
    assertThat(facts.clock("T05", caseNo).running()).isTrue();
  }

  @Test
  void no_treatment_here_leads_to_the_planning_of_the_end_without_a_clock_of_evaluation() {
    CaseNo caseNo = journeys.readyToDecide();

    journeys.decided(caseNo, answers -> answers.with("clinicalDecision", "otherCare"));

    assertThat(clocks.find("T09", caseNo.value())).isEmpty();
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.FOLLOW_UP);
    assertThat(journeys.openForms(caseNo)).containsExactly("plan-end");
  }

  private int load() {
    UserId therapist = DemoUsers.idOf("therapist");
    return cases.loads(List.of(therapist)).get(therapist);
  }
}
