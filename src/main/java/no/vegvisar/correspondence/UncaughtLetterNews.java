package no.vegvisar.correspondence;

import java.util.Map;
import no.vegvisar.engine.UncaughtMessage;
import org.springframework.stereotype.Component;

/**
 * Told twice, or told after the case had ended: the ledger has it already, there is nothing more to
 * do.
 */
@Component
class UncaughtLetterNews implements UncaughtMessage {

  @Override
  public boolean handles(String message) {
    return message.startsWith("correspondence.");
  }

  @Override
  public void nobodyWaits(
      String message, String caseNoOrNull, String idOrNull, Map<String, String> variables) {
    // the letter's own ledger event was written when it left or failed
  }
}
