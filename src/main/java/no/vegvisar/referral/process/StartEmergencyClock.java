package no.vegvisar.referral.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.referral.Emergencies;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the two weeks after an emergency; the assessment goes on. */
@Component
class StartEmergencyClock implements JavaDelegate {

  private final Emergencies emergencies;

  StartEmergencyClock(Emergencies emergencies) {
    this.emergencies = emergencies;
  }

  @Override
  public void execute(DelegateExecution step) {
    emergencies.startClock(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
