package no.vegvisar.municipality.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.municipality.ServiceDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the clinic that the request has come. */
@Component
class ConfirmReceipt implements JavaDelegate {

  private final ServiceDesk desk;

  ConfirmReceipt(ServiceDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.confirmReceipt(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
