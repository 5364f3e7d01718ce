package no.vegvisar.casefile.process;

import java.util.Map;
import no.vegvisar.casefile.CareStops;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.engine.UncaughtMessage;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Component;

/**
 * A death, withdrawal or transfer that no process waits for any more: an interrupting event
 * subprocess has taken the root's other subscriptions, or the root has ended. Care stops all the
 * same (process book §11).
 */
@Component
class StoppedWithoutProcess implements UncaughtMessage {

  private static final Map<String, CaseStop.Reason> REASONS =
      Map.of(
          "patient.died",
          CaseStop.Reason.DIED,
          "patient.withdrew",
          CaseStop.Reason.WITHDREW,
          "case.transferred",
          CaseStop.Reason.TRANSFERRED);

  private final CareStops stops;

  StoppedWithoutProcess(CareStops stops) {
    this.stops = stops;
  }

  @Override
  public boolean handles(String message) {
    return REASONS.containsKey(message);
  }

  @Override
  public void nobodyWaits(
      String message, String caseNoOrNull, String idOrNull, Map<String, String> variables) {
    if (caseNoOrNull != null) {
      stops.stop(new CaseNo(caseNoOrNull), REASONS.get(message));
    }
  }
}
