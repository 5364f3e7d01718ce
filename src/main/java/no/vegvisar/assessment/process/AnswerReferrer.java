package no.vegvisar.assessment.process;

import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the referrer the answer due to that kind of referrer. */
@Component
class AnswerReferrer implements JavaDelegate {

  private final AssessmentDesk desk;

  AnswerReferrer(AssessmentDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.answerReferrer(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
