package no.vegvisar.coordination;

import java.util.Map;
import java.util.Set;
import no.vegvisar.engine.UncaughtMessage;
import no.vegvisar.exchange.Gateway;
import org.springframework.stereotype.Component;

/** What the municipality says about a request; stored first, then told to the process that waits. */
@Component
class FromTheMunicipality implements Gateway.RequestReceiver, UncaughtMessage {

  private static final Set<String> TYPES =
      Set.of(
          "municipality.request.received", "municipality.request.answered", "municipality.coordinator.named",
          "municipality.handover.confirmed", "municipality.handover.declined", "municipality.dialogue.sent", "municipality.service.ended");

  private final RequestDesk desk;
  private final RequestRows requests;

  FromTheMunicipality(RequestDesk desk, RequestRows requests) {
    this.desk = desk;
    this.requests = requests;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void receive(Gateway.Message message) {
    desk.hear(message);
  }

  @Override
  public boolean handles(String message) {
    return TYPES.contains(message) || message.startsWith("coordination.") || message.equals("exchange.delivery.failed");
  }

  /** The case has ended or never began to wait (process book §11): what came is stored; what was opened is taken back. */
  @Override
  public void nobodyWaits(String message, String caseNoOrNull, String idOrNull, Map<String, String> variables) {
    if (message.equals("coordination.request.opened")) {
      requests.findById(variables.get("requestId")).ifPresent(desk::withdraw);
    }
  }
}
