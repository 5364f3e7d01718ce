package no.vegvisar.treatment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.Phase;
import no.vegvisar.coordination.Requests;
import no.vegvisar.coordination.Wishes;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where treatment is decided on: the clinical decision, then one evaluation after the other until
 * it ends. No guiding time cuts anything off (decisions 28).
 */
@Service
@Transactional
class EvaluationDesk {

  private static final Set<String> GROUP_FORMS = Set.of("invite-members", "record-meeting");
  private static final String SEEKING_FORM = "seek-legal-base";

  private final Evaluations evaluations;
  private final Courses courses;
  private final PlanDesk plans;
  private final Children children;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Wishes wishes;
  private final Requests requests;
  private final OpenTasks tasks;
  private final Clock clock;

  EvaluationDesk(
      Evaluations evaluations,
      Courses courses,
      PlanDesk plans,
      Children children,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Wishes wishes,
      Requests requests,
      OpenTasks tasks,
      Clock clock) {
    this.evaluations = evaluations;
    this.courses = courses;
    this.plans = plans;
    this.children = children;
    this.ledger = ledger;
    this.clocks = clocks;
    this.wishes = wishes;
    this.requests = requests;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Ends the guiding time of work-up and starts the one to the first evaluation (T05, T09). */
  List<Refusal> decide(Submission form) {
    CaseNo caseNo = form.caseNo();
    if (form.is("municipalFollowUpWanted", "yes") && form.text("followUpAsked") == null) {
      return List.of(Refusal.of("treatment.refusal.follow-up-words").at("followUpAsked"));
    }
    ledger.lock(caseNo);
    TreatmentCourse course = courses.of(caseNo);
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
          new DeadlineClocks.Facts(courses.levelOf(course), false, "first"));
      courses.moveOn(caseNo, Phase.TREATMENT);
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
    TreatmentCourse course = courses.of(caseNo);
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
      plans.change(form, next);
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
          new DeadlineClocks.Facts(courses.levelOf(course), false, "later"));
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

  /** Newest first. */
  List<Evaluation> of(CaseNo caseNo) {
    return evaluations.findByCaseNoOrderByNthDesc(caseNo.value());
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
