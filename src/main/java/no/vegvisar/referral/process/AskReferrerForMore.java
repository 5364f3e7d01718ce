package no.vegvisar.referral.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.referral.QuestionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the referrer that something is missing; waits for nothing. */
@Component
class AskReferrerForMore implements JavaDelegate {

  private final QuestionDesk desk;

  AskReferrerForMore(QuestionDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.askForMore(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
