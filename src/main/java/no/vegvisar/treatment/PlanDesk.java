package no.vegvisar.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The treatment plan: agreed with the patient, changed by an evaluation, each time a version. */
@Service
@Transactional
class PlanDesk {

  private final TreatmentPlans plans;
  private final Courses courses;
  private final CaseLedger ledger;
  private final StoredLists lists;
  private final Clock clock;

  PlanDesk(
      TreatmentPlans plans, Courses courses, CaseLedger ledger, StoredLists lists, Clock clock) {
    this.plans = plans;
    this.courses = courses;
    this.ledger = ledger;
    this.lists = lists;
    this.clock = clock;
  }

  /** The plan is made with the patient; each agreement is a version of its own (S70). */
  List<Refusal> agree(Submission form) {
    List<TreatmentPlan.Goal> goals = new ArrayList<>();
    for (JsonNode row : form.rows("goals")) {
      var goal =
          new TreatmentPlan.Goal(
              Rows.word(row, "goal"),
              Rows.word(row, "measure"),
              Rows.word(row, "owner"),
              Rows.day(row, "by"));
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
    if (evaluation.isBefore(OsloTime.dateOf(clock.instant()))) {
      return List.of(Refusal.of("treatment.refusal.evaluation-past").at("evaluationDate"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    int version = of(caseNo).stream().findFirst().map(TreatmentPlan::planVersion).orElse(0) + 1;
    plans.save(
        TreatmentPlan.agreed(
            caseNo,
            version,
            lists.write(goals),
            evaluation,
            form.text("agreed"),
            form.text("copy"),
            form.text("crisisPlan"),
            form.by(),
            form.at()));
    courses.of(caseNo).planned(evaluation);
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

  /** What an evaluation changed, as the next version of the plan. */
  void change(Submission form, LocalDate next) {
    of(form.caseNo()).stream()
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

  /** Newest first. */
  List<TreatmentPlan> of(CaseNo caseNo) {
    return plans.findByCaseNoOrderByPlanVersionDesc(caseNo.value());
  }

  List<TreatmentPlan.Goal> goals(TreatmentPlan plan) {
    return lists.read(plan.goalsJson(), TreatmentPlan.Goal.class);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
