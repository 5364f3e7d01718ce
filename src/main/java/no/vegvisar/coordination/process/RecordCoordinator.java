package no.vegvisar.coordination.process;

import no.vegvisar.coordination.RequestDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The coordinator is on record since it was heard; the step shows it on the diagram. */
@Component
class RecordCoordinator implements JavaDelegate {

  private final RequestDesk requests;

  RecordCoordinator(RequestDesk requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution step) {
    requests.find((String) step.getVariable("requestId")).orElseThrow();
  }
}
