package no.vegvisar.municipality.process;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.municipality.ServiceDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to the person and answers the clinic. */
@Component
class AnswerClinic implements JavaDelegate {

  private final ServiceDesk desk;

  AnswerClinic(ServiceDesk desk) {
    this.desk = desk;
  }

  @Override
  public void execute(DelegateExecution step) {
    desk.answer(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
