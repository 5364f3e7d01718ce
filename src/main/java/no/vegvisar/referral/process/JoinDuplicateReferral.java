package no.vegvisar.referral.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.referral.Onward;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Joins the referral with the person's open case. */
@Component
class JoinDuplicateReferral implements JavaDelegate {

  private final Onward desk;

  JoinDuplicateReferral(Onward desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.joinOpenCase(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
