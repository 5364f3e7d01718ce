package no.vegvisar.assessment.process;

import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the letters to patient and referrer. */
@Component
class WriteDecisionLetters implements JavaDelegate {

  private final AssessmentDesk desk;

  WriteDecisionLetters(AssessmentDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.writeLetters(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
