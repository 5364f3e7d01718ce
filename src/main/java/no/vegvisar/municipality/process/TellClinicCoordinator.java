package no.vegvisar.municipality.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.municipality.ServiceDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the clinic who the coordinator is. */
@Component
class TellClinicCoordinator implements JavaDelegate {

  private final ServiceDesk desk;

  TellClinicCoordinator(ServiceDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.tellCoordinator(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
