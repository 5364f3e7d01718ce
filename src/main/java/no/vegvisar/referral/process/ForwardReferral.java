package no.vegvisar.referral.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.referral.Onward;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the referral on with its seniority date. */
@Component
class ForwardReferral implements JavaDelegate {

  private final Onward desk;

  ForwardReferral(Onward desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.forward(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
