package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/**
 * One version of the plan made with the patient (pathway-facts §4.4). Never changed: a change makes
 * the next version.
 */
@Entity
@Table(name = "treatment_plan")
class TreatmentPlan {

  /**
   * @param by last day, ISO, or null; text keeps the stored goals free of formats
   */
  record Goal(String goal, String measure, String owner, String by) {}

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private int planVersion;
  private String goals;
  private LocalDate evaluationDate;
  private String agreed;
  private String copyGiven;
  private String crisisPlan;
  private String changes;
  private String madeBy;
  private Instant madeAt;

  protected TreatmentPlan() {}

  static TreatmentPlan agreed(
      CaseNo caseNo,
      int planVersion,
      String goalsJson,
      LocalDate evaluation,
      String agreed,
      String copy,
      String crisisPlan,
      UserId by,
      Instant at) {
    var plan = new TreatmentPlan();
    plan.id = Ids.next();
    plan.caseNo = caseNo.value();
    plan.planVersion = planVersion;
    plan.goals = goalsJson;
    plan.evaluationDate = evaluation;
    plan.agreed = agreed;
    plan.copyGiven = copy;
    plan.crisisPlan = crisisPlan;
    plan.madeBy = by.value();
    plan.madeAt = at;
    return plan;
  }

  /** The next version: the same goals, with what an evaluation changed in words. */
  TreatmentPlan changed(String words, LocalDate nextEvaluation, UserId by, Instant at) {
    var next =
        agreed(
            new CaseNo(caseNo),
            planVersion + 1,
            goals,
            nextEvaluation == null ? evaluationDate : nextEvaluation,
            agreed,
            "later",
            crisisPlan,
            by,
            at);
    next.changes = words;
    return next;
  }

  int planVersion() {
    return planVersion;
  }

  String goalsJson() {
    return goals;
  }

  LocalDate evaluationDate() {
    return evaluationDate;
  }

  String agreed() {
    return agreed;
  }

  String copyGiven() {
    return copyGiven;
  }

  String crisisPlan() {
    return crisisPlan;
  }

  /** What an evaluation changed, in words; null in a version agreed goal by goal. */
  String changes() {
    return changes;
  }

  UserId madeBy() {
    return new UserId(madeBy);
  }

  Instant madeAt() {
    return madeAt;
  }
}
