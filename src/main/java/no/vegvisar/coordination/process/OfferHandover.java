package no.vegvisar.coordination.process;

import no.vegvisar.coordination.Requests;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers the hand-over, or leads to the task that seeks a legal base. */
@Component
class OfferHandover implements JavaDelegate {

  private final Requests requests;

  OfferHandover(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution step) {
    if (requests.offerHandover(CaseNo.parse(step.getProcessBusinessKey()))
        instanceof Requests.Sending.NoLegalBase) {
      // the error is thrown here, outside the desk: inside its transaction it would doom the step
      throw new BpmnError("LEGAL_BASE_MISSING");
    }
    step.setVariable("handoverWanted", "done");
  }
}
