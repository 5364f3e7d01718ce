package no.vegvisar.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.Phase;
import no.vegvisar.coordination.Requests;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.treatment.web.PlanView;
import no.vegvisar.treatment.web.WorkUpView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Process treatment: evaluations above, coordination with others below, neither holding the other.
 */
@VegvisarTest
class TreatmentProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String WORDS = "Hjelp til å finne bustad, ein kontakt i kommunen";

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired CaseFiles cases;
  @Autowired Requests requests;
  @Autowired TreatmentDesk desk;
  @Autowired Children children;
  @Autowired List<CasePart> parts;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S70", "S177"})
  void an_evaluation_makes_the_next_plan_version_and_the_next_day_of_evaluation() {
    CaseNo caseNo = journeys.inTreatment();

    journeys.complete(
        caseNo,
        "evaluate-treatment",
        "therapist",
        journeys
            .evaluation()
            .with("planChanged", "Ny samtaletid, torsdagar")
            .with("nextEvaluation", journeys.day(40)));

    DeadlineClock next = facts.clock("T09", caseNo);
    assertThat(next.running()).isTrue();
    assertThat(next.rule()).isEqualTo("T11");
    assertThat(next.dueOn()).isEqualTo(journeys.today().plusDays(56));
    assertThat(desk.plans(caseNo)).extracting(TreatmentPlan::planVersion).containsExactly(2, 1);
    assertThat(desk.plans(caseNo).get(0).changes()).isEqualTo("Ny samtaletid, torsdagar");
    assertThat(desk.goals(desk.plans(caseNo).get(0)))
        .isEqualTo(desk.goals(desk.plans(caseNo).get(1)));
    assertThat(desk.plans(caseNo).get(1).changes()).isNull();
    assertThat(facts.types(caseNo)).contains("treatment.evaluated/1", "treatment.plan-changed/1");

    journeys.complete(caseNo, "evaluate-treatment", "therapist", journeys.evaluation());

    assertThat(desk.evaluations(caseNo)).extracting(Evaluation::nth).containsExactly(2, 1);
    assertThat(desk.evaluations(caseNo).get(0).kinConsent()).isEqualTo("general");
    assertThat(desk.plans(caseNo)).hasSize(2);
    assertThat(journeys.openForms(caseNo)).containsExactly("evaluate-treatment");
  }

  @Test
  @Requirement("S182")
  void children_are_asked_about_again_at_each_evaluation_and_unknown_stays_open() {
    CaseNo caseNo = journeys.inTreatment();

    journeys.complete(
        caseNo,
        "evaluate-treatment",
        "therapist",
        journeys.evaluation().with("childrenAsked", "unknown"));
    assertThat(children.answer(caseNo)).contains("unknown");
    assertThat(desk.openMatters(caseNo))
        .extracting(OpenMatter::key)
        .containsExactly("treatment.open.children-unknown");

    journeys.complete(
        caseNo,
        "evaluate-treatment",
        "therapist",
        journeys.evaluation().with("childrenAsked", "yes"));
    assertThat(children.dutyOpen(caseNo)).isTrue();

    journeys.complete(
        caseNo,
        "evaluate-treatment",
        "therapist",
        journeys.evaluation().with("childrenAsked", "no"));
    assertThat(children.dutyOpen(caseNo)).isFalse();
    assertThat(desk.openMatters(caseNo)).isEmpty();
  }

  @Test
  @Requirement("S74")
  void an_evaluation_that_is_late_reminds_and_treatment_goes_on() {
    CaseNo caseNo = journeys.inTreatment();
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_EvaluationOverdue"))
        .isEqualTo(OsloTime.startOf(journeys.today().plusDays(8)));

    harness.fireTimer(caseNo, "BoundaryEvent_EvaluationOverdue");
    harness.runDueJobs(caseNo);

    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.TREATMENT);
    assertThat(journeys.openForms(caseNo)).containsExactly("evaluate-treatment");
    assertThat(facts.clock("T09", caseNo).running()).isTrue();
    assertThat(facts.clock("T09", caseNo).kind()).isEqualTo(DeadlineClocks.Kind.GUIDING);
    assertThat(facts.types(caseNo))
        .contains("deadline.warned/1")
        .doesNotContain("deadline.breached/1");

    journeys.complete(caseNo, "evaluate-treatment", "therapist", journeys.evaluation());
    assertThat(facts.types(caseNo)).contains("treatment.evaluated/1");
    assertThat(facts.clock("T09", caseNo).rule()).isEqualTo("T11");
  }

  @Test
  void an_evaluation_is_not_planned_backwards() {
    CaseNo caseNo = journeys.inTreatment();

    var outcome =
        journeys.attempt(
            caseNo,
            "evaluate-treatment",
            "therapist",
            journeys.evaluation().with("nextEvaluation", journeys.day(-1)));

    assertThat(outcome.refusals()).extracting(Refusal::field).containsExactly("nextEvaluation");
    assertThat(desk.evaluations(caseNo)).isEmpty();
  }

  @Test
  @Requirement({"S125", "S178"})
  void without_a_legal_base_nothing_is_sent_and_a_person_seeks_one_then_it_is_sent_once() {
    CaseNo caseNo = journeys.followUpWanted(WORDS);

    assertThat(journeys.openForms(caseNo)).containsExactly("evaluate-treatment", "seek-legal-base");
    assertThat(requests.ofCase(caseNo)).isEmpty();

    journeys.baseFound(caseNo);
    harness.settle(caseNo);

    assertThat(requests.ofCase(caseNo)).hasSize(1);
    assertThat(requests.ofCase(caseNo).get(0).kind()).isEqualTo(Requests.Kind.FOLLOW_UP);
    assertThat(journeys.openForms(caseNo))
        .contains("evaluate-treatment")
        .doesNotContain("seek-legal-base");
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.TREATMENT);

    harness.settle(caseNo);
    assertThat(requests.ofCase(caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S178")
  void a_base_that_is_not_found_leaves_the_wish_unanswered_and_treatment_untouched() {
    CaseNo caseNo = journeys.followUpWanted(WORDS);

    journeys.complete(
        caseNo,
        "seek-legal-base",
        "therapist",
        new Answers().with("municipalFollowUpWanted", "no").with("groupWanted", "no"));

    assertThat(requests.ofCase(caseNo)).isEmpty();
    assertThat(journeys.openForms(caseNo)).containsExactly("evaluate-treatment");
    assertThat(desk.wishesWithoutAnswer(caseNo))
        .extracting(OpenMatter::key)
        .containsExactly("treatment.open.follow-up-not-sent");
  }

  @Test
  void while_a_base_is_sought_an_evaluation_offers_only_no_for_the_wishes() {
    CaseNo caseNo = journeys.followUpWanted(WORDS);

    var outcome =
        journeys.attempt(
            caseNo,
            "evaluate-treatment",
            "therapist",
            journeys
                .evaluation()
                .with("municipalFollowUpWanted", "yes")
                .with("followUpAsked", "Det same")
                .with("groupWanted", "yes"));
    assertThat(outcome.refusals())
        .extracting(Refusal::key, Refusal::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "treatment.refusal.base-sought", "municipalFollowUpWanted"),
            org.assertj.core.groups.Tuple.tuple("treatment.refusal.base-sought", "groupWanted"));

    journeys.complete(caseNo, "evaluate-treatment", "therapist", journeys.evaluation());
    assertThat(journeys.tasksOf(caseNo, "seek-legal-base")).hasSize(1);
  }

  @Test
  void a_request_that_runs_is_not_asked_for_again() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));

    var outcome =
        journeys.attempt(
            caseNo,
            "evaluate-treatment",
            "therapist",
            journeys
                .evaluation()
                .with("municipalFollowUpWanted", "yes")
                .with("followUpAsked", "Meir"));

    assertThat(outcome.refusals())
        .extracting(Refusal::key)
        .containsExactly("treatment.refusal.follow-up-runs");
    journeys.complete(caseNo, "evaluate-treatment", "therapist", journeys.evaluation());
    assertThat(requests.ofCase(caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S171")
  void a_group_that_is_wanted_opens_on_consent_and_is_not_wanted_twice() {
    CaseNo caseNo = journeys.groupWanted();
    assertThat(journeys.openForms(caseNo)).containsExactly("evaluate-treatment", "seek-legal-base");

    journeys.groupConsented(caseNo);
    harness.settle(caseNo);

    assertThat(journeys.openForms(caseNo))
        .contains("invite-members")
        .doesNotContain("seek-legal-base");
    var outcome =
        journeys.attempt(
            caseNo,
            "evaluate-treatment",
            "therapist",
            journeys.evaluation().with("groupWanted", "yes"));
    assertThat(outcome.refusals())
        .extracting(Refusal::key)
        .containsExactly("treatment.refusal.group-runs");
  }

  @Test
  @Requirement("S113")
  void the_end_of_treatment_drops_a_base_still_sought_and_says_so_when_the_end_is_planned() {
    CaseNo caseNo = journeys.followUpWanted(WORDS);

    var wish =
        journeys.attempt(
            caseNo,
            "evaluate-treatment",
            "therapist",
            journeys.evaluation().with("treatmentGoesOn", "no").with("groupWanted", "yes"));
    assertThat(wish.refusals())
        .extracting(Refusal::key)
        .containsExactly("treatment.refusal.wish-at-end");

    journeys.treatmentEnded(caseNo);

    assertThat(journeys.openForms(caseNo)).containsExactly("plan-end");
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.FOLLOW_UP);
    assertThat(facts.clock("T09", caseNo).running()).isFalse();
    assertThat(facts.types(caseNo)).contains("treatment.ended/1");
    assertThat(desk.wishesWithoutAnswer(caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S70")
  void the_case_page_shows_plan_and_work_up_to_the_therapist_and_no_content_to_an_auditor() {
    CaseNo caseNo = journeys.inTreatment();
    journeys.complete(caseNo, "evaluate-treatment", "therapist", journeys.evaluation());

    PlanView plan =
        actingAs.user("therapist", () -> (PlanView) part("plan").model(caseNo).get("part"));
    WorkUpView workUp =
        actingAs.user("therapist", () -> (WorkUpView) part("work-up").model(caseNo).get("part"));

    assertThat(plan.goals()).hasSize(2);
    assertThat(plan.versions()).hasSize(1);
    assertThat(workUp.instruments()).extracting(WorkUpView.Instrument::total).containsExactly("17");
    assertThat(workUp.decision()).isNotEmpty();
    assertThat(workUp.evaluations()).hasSize(1);

    PlanView audited =
        actingAs.user("auditor", () -> (PlanView) part("plan").model(caseNo).get("part"));
    WorkUpView leader =
        actingAs.user("unit-lead", () -> (WorkUpView) part("work-up").model(caseNo).get("part"));
    assertThat(audited.goals()).isEmpty();
    assertThat(audited.versions()).hasSize(1);
    assertThat(leader.needs()).isEmpty();
    assertThat(leader.decision()).isEmpty();
  }

  private CasePart part(String key) {
    return parts.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }
}
