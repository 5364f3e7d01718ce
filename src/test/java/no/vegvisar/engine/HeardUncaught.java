package no.vegvisar.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Takes the messages of this package's tests that nobody waited for. */
@Component
class HeardUncaught implements UncaughtMessage {

  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<String> cases = new CopyOnWriteArrayList<>();

  @Override
  public boolean handles(String message) {
    return message.startsWith("test");
  }

  @Override
  public void nobodyWaits(
      String message, String caseNoOrNull, String idOrNull, Map<String, String> variables) {
    ids.add(String.valueOf(idOrNull));
    cases.add(String.valueOf(caseNoOrNull));
  }

  List<String> ids() {
    return ids;
  }

  List<String> cases() {
    return cases;
  }
}
