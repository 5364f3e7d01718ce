package no.vegvisar.engine;

import java.util.List;

/**
 * A deployment that the model policy stopped, whatever client asked for it. Carries ids and
 * reasons, no content.
 */
public class ModelRefused extends RuntimeException {

  ModelRefused(List<Models.Finding> findings) {
    super(
        findings.stream()
            .map(f -> f.file() + " " + f.elementId() + " line " + f.line() + ": " + f.reason())
            .reduce((a, b) -> a + "\n" + b)
            .orElse(""));
  }
}
