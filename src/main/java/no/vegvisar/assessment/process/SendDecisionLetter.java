package no.vegvisar.assessment.process;

import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Queues the decision letter and leaves its id for the wait that follows. */
@Component
class SendDecisionLetter implements JavaDelegate {

  private final AssessmentDesk desk;

  SendDecisionLetter(AssessmentDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    step.setVariable(
        "letterId", desk.sendDecisionLetter(CaseNo.parse(step.getProcessBusinessKey())));
  }
}
