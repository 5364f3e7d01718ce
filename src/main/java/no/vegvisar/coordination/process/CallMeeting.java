package no.vegvisar.coordination.process;

import no.vegvisar.coordination.GroupDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the next meeting of the group. */
@Component
class CallMeeting implements JavaDelegate {

  private final GroupDesk groups;

  CallMeeting(GroupDesk groups) {
    this.groups = groups;
  }

  @Override
  public void execute(DelegateExecution step) {
    groups.call((String) step.getVariable("groupId"));
  }
}
