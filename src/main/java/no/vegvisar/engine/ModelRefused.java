package no.vegvisar.engine;

import java.util.List;

/**
 * A deployment that the model policy stopped, whatever client asked for it. Carries ids and
 * reasons, no content.
 */
public class ModelRefused extends RuntimeException {

  private final transient List<Models.Finding> findings;

  ModelRefused(List<Models.Finding> findings) {
    super(
        findings.stream()
            .map(f -> f.file() + " " + f.elementId() + " line " + f.line() + ": " + f.reason())
            .reduce((a, b) -> a + "\n" + b)
            .orElse(""));
    this.findings = List.copyOf(findings);
  }

  /** Never empty. */
  public List<Models.Finding> findings() {
    return findings;
  }
}
