package no.vegvisar.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.LocalText;

/**
 * The deployed models: what is in use, older versions, their files; and the way a new version gets
 * in.
 */
public interface Models {

  /**
   * @param kind bpmn or dmn
   * @param running root and called instances on this version
   */
  record Version(
      String key,
      String kind,
      int version,
      String versionTag,
      LocalText name,
      String definitionId,
      String deploymentId,
      Instant deployedAt,
      long running) {

    /** As people read it, and as pages post back which version they were drawn from: "v8". */
    public String label() {
      return "v" + version;
    }
  }

  /**
   * A problem of a model: id of the element (or cell, or field), line (0 unknown), reason in plain
   * English words.
   */
  record Finding(
      String file,
      String elementId,
      int line,
      String reason,
      String reasonKey,
      List<Object> reasonArgs) {}

  List<Version> latest();

  List<Version> versions(String key);

  Optional<Version> version(String key, int version);

  /** The file of a version as deployed. */
  Optional<String> source(String key, int version);

  /** The forms that were deployed with that version: id to JSON. */
  Map<String, String> forms(String key, int version);

  /**
   * Policy check of a set of files (name to content): allow-list, forms, tables. Empty means it may
   * be deployed.
   */
  List<Finding> check(Map<String, String> files);

  /**
   * Deploys a set for this process key (its BPMN or DMN with its forms); refused with the findings
   * of the check.
   */
  no.vegvisar.kernel.Outcome<Version> deploy(String key, Map<String, String> files, String source);
}
