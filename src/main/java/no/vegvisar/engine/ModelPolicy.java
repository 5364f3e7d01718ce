package no.vegvisar.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.vegvisar.engine.Models.Finding;
import org.springframework.stereotype.Component;

/** Every rule a set of files must keep before it may be deployed: diagrams, forms and tables together. */
@Component
class ModelPolicy {

  List<Finding> check(Map<String, String> files) {
    List<Finding> findings = new ArrayList<>();
    files.forEach((name, content) -> findings.addAll(checkFile(name, content, files)));
    return findings;
  }

  private List<Finding> checkFile(String name, String content, Map<String, String> files) {
    return List.of();
  }
}
