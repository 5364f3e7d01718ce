package no.vegvisar.coordination.process;

import no.vegvisar.coordination.RequestDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the municipality of a request it has not answered (R05). */
@Component
class RemindMunicipality implements JavaDelegate {

  private final RequestDesk requests;

  RemindMunicipality(RequestDesk requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution step) {
    requests.remind((String) step.getVariable("requestId"));
  }
}
