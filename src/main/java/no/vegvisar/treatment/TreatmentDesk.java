package no.vegvisar.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.coordination.Requests;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of a case's work-up and treatment, for its pages and for who plans the end
 * (S68–S76).
 */
@Service
@Transactional(readOnly = true)
public class TreatmentDesk {

  private final Courses courses;
  private final WorkUpDesk workUp;
  private final PlanDesk plans;
  private final EvaluationDesk evaluations;
  private final Children children;
  private final Requests requests;
  private final Users users;

  TreatmentDesk(
      Courses courses,
      WorkUpDesk workUp,
      PlanDesk plans,
      EvaluationDesk evaluations,
      Children children,
      Requests requests,
      Users users) {
    this.courses = courses;
    this.workUp = workUp;
    this.plans = plans;
    this.evaluations = evaluations;
    this.children = children;
    this.requests = requests;
    this.users = users;
  }

  /** What treatment leaves open, for who plans the end or closes; empty when nothing is. */
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
  public List<OpenMatter> wishesWithoutAnswer(CaseNo caseNo) {
    boolean wished =
        courses.find(caseNo).map(TreatmentCourse::followUpWanted).filter("yes"::equals).isPresent();
    boolean asked =
        requests.ofCase(caseNo).stream().anyMatch(r -> r.kind() == Requests.Kind.FOLLOW_UP);
    return wished && !asked
        ? List.of(OpenMatter.of("treatment.open.follow-up-not-sent"))
        : List.of();
  }

  Optional<TreatmentCourse> course(CaseNo caseNo) {
    return courses.find(caseNo);
  }

  /** Newest first. */
  List<TreatmentPlan> plans(CaseNo caseNo) {
    return plans.of(caseNo);
  }

  List<TreatmentPlan.Goal> goals(TreatmentPlan plan) {
    return plans.goals(plan);
  }

  /** Newest first. */
  List<NeedsRecord> needs(CaseNo caseNo) {
    return workUp.of(caseNo);
  }

  List<NeedsRecord.Instrument> instruments(NeedsRecord needs) {
    return workUp.instruments(needs);
  }

  /** Newest first. */
  List<Evaluation> evaluations(CaseNo caseNo) {
    return evaluations.of(caseNo);
  }

  String nameOf(UserId user) {
    return users.displayName(user);
  }
}
