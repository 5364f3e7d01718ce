package no.vegvisar.treatment;

import java.util.Optional;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.assessment.Decision;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.Phase;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** The course of a case, begun when somebody first works on it: its level, its phase. */
@Component
class Courses {

  private final TreatmentCourses courses;
  private final AssessmentDesk assessments;
  private final CaseFiles cases;

  Courses(TreatmentCourses courses, AssessmentDesk assessments, CaseFiles cases) {
    this.courses = courses;
    this.assessments = assessments;
    this.cases = cases;
  }

  Optional<TreatmentCourse> find(CaseNo caseNo) {
    return courses.findById(caseNo.value());
  }

  TreatmentCourse of(CaseNo caseNo) {
    return find(caseNo).orElseGet(() -> courses.save(TreatmentCourse.begun(caseNo)));
  }

  /** What the assessment decided; empty before it is signed. */
  Optional<Decision> decision(CaseNo caseNo) {
    return assessments.find(caseNo);
  }

  String levelOf(TreatmentCourse course) {
    return course.level() == null ? decidedLevel(course.caseNo()) : course.level();
  }

  /** Levels of the decision as the rules of time know them: outpatient, day, inpatient. */
  String decidedLevel(CaseNo caseNo) {
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

  /** The engine's steps move the phase too; whoever comes first, it never goes back. */
  void moveOn(CaseNo caseNo, Phase phase) {
    CaseSummary file = cases.get(caseNo);
    if (file.open() && file.phase().ordinal() < phase.ordinal()) {
      cases.moveTo(caseNo, phase);
    }
  }
}
