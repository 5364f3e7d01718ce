package no.vegvisar.coordination.process;

import no.vegvisar.coordination.GroupDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the group of the person, or leads to the task that seeks consent. */
@Component
class OpenResponsibilityGroup implements JavaDelegate {

  private final GroupDesk groups;

  OpenResponsibilityGroup(GroupDesk groups) {
    this.groups = groups;
  }

  @Override
  public void execute(DelegateExecution step) {
    if (groups.open(CaseNo.parse(step.getProcessBusinessKey())).isEmpty()) {
      // the error is thrown here, outside the desk: inside its transaction it would doom the step
      throw new BpmnError("LEGAL_BASE_MISSING");
    }
    step.setVariable("groupWanted", "done");
  }
}
