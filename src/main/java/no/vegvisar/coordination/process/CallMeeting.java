package no.vegvisar.coordination.process;

import no.vegvisar.coordination.GroupMeetings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the next meeting of the group. */
@Component
class CallMeeting implements JavaDelegate {

  private final GroupMeetings meetings;

  CallMeeting(GroupMeetings meetings) {
    this.meetings = meetings;
  }

  @Override
  public void execute(DelegateExecution step) {
    meetings.call((String) step.getVariable("groupId"));
  }
}
