package no.vegvisar.breach.process;

import java.util.Map;
import no.vegvisar.breach.BreachSending;
import no.vegvisar.engine.UncaughtMessage;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * A breach whose instance runs on a model that does not hear of the case's stop, as the first
 * version did not: Helfo is told all the same, and nobody keeps a task that is no longer true.
 */
@Component
class StoppedWithoutEvent implements UncaughtMessage {

  private final BreachSending sending;
  private final RuntimeService runtime;

  StoppedWithoutEvent(BreachSending sending, RuntimeService runtime) {
    this.sending = sending;
    this.runtime = runtime;
  }

  @Override
  public boolean handles(String message) {
    return message.equals(BreachSending.STOPPED);
  }

  @Override
  public void nobodyWaits(
      String message, String caseNoOrNull, String breachId, Map<String, String> variables) {
    sending.callOffHelfo(breachId);
    runtime
        .createProcessInstanceQuery()
        .variableValueEquals("breachId", breachId)
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), message, false, true));
  }
}
