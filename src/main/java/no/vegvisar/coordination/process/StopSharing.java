package no.vegvisar.coordination.process;

import no.vegvisar.coordination.SharingDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends what rests on a base that was withdrawn; what is stopped already is left alone. */
@Component
class StopSharing implements JavaDelegate {

  private final SharingDesk sharing;

  StopSharing(SharingDesk sharing) {
    this.sharing = sharing;
  }

  @Override
  public void execute(DelegateExecution step) {
    sharing.stopWithdrawn(CaseNo.parse(step.getProcessBusinessKey()));
  }
}
