package no.vegvisar.engine;

import java.util.Map;

/**
 * What happens when nobody waits any more for a message (process book §11, last column). Each
 * module may offer one bean per message; without one the message is only marked as not caught.
 */
public interface UncaughtMessage {

  boolean handles(String message);

  void nobodyWaits(
      String message, String caseNoOrNull, String idOrNull, Map<String, String> variables);
}
