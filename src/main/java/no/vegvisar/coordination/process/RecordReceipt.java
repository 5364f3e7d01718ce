package no.vegvisar.coordination.process;

import no.vegvisar.coordination.RequestDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The receipt is on record since it was heard; the step shows it on the diagram. */
@Component
class RecordReceipt implements JavaDelegate {

  private final RequestDesk requests;

  RecordReceipt(RequestDesk requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution step) {
    requests.find((String) step.getVariable("requestId")).orElseThrow();
  }
}
