package no.vegvisar.followup.process;

import no.vegvisar.followup.FollowUpDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the discharge summary to those it is lawful to send to. */
@Component
class SendDischargeSummary implements JavaDelegate {

  private final FollowUpDesk desk;

  SendDischargeSummary(FollowUpDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.sendSummary(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
