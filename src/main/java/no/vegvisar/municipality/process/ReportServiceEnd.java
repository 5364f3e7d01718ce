package no.vegvisar.municipality.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.municipality.ServiceDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the clinic that the service has ended, while a base stands. */
@Component
class ReportServiceEnd implements JavaDelegate {

  private final ServiceDesk desk;

  ReportServiceEnd(ServiceDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.reportEnd(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
