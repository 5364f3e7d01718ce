package no.vegvisar.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Gathers what the policy finds in one file, each problem once, with its plain English words. */
final class Findings {

  private static final Properties WORDS = words();

  private final Set<Models.Finding> all = new LinkedHashSet<>();
  private final String file;

  Findings(String file) {
    this.file = file;
  }

  void add(String elementId, int line, String reason, Object... args) {
    String key = "engine.policy." + reason;
    String pattern = WORDS.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no words for " + key);
    }
    List<Object> asText = new ArrayList<>();
    for (Object arg : args) {
      asText.add(shortened(String.valueOf(arg)));
    }
    all.add(
        new Models.Finding(
            file,
            elementId,
            line,
            MessageFormat.format(pattern, asText.toArray()),
            key,
            List.copyOf(asText)));
  }

  void add(ModelNode at, String reason, Object... args) {
    add(at.nearestId(), at.line(), reason, args);
  }

  List<Models.Finding> all() {
    return List.copyOf(all);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 117) + "...";
  }

  private static Properties words() {
    var words = new Properties();
    try (var in = Findings.class.getResourceAsStream("/messages/engine.properties");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
