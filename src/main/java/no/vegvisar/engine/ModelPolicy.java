package no.vegvisar.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Says what is wrong with a set of files before it is deployed (rule 8). The same answer for the
 * browser editor, the deployment calls of a modeler, the start of the application and the build's
 * test over {@code processes/}.
 */
@Component
class ModelPolicy {

  private static final Logger LOG = LoggerFactory.getLogger(ModelPolicy.class);
  private static final String SHIPPED = "shipped";
  private static final int LARGEST = 2_000_000;

  private final BpmnPolicy bpmn;
  private final ObjectProvider<RoleCatalogue> roles;

  ModelPolicy(Catalogue catalogue, ObjectProvider<RoleCatalogue> roles) {
    this.bpmn = new BpmnPolicy(catalogue, KeptRules.shipped());
    this.roles = roles;
  }

  /**
   * Files by name, with or without a folder; the ending tells the kind (.bpmn, .bpmn20.xml, .dmn,
   * .form). Every problem with element, line and reason; empty when the set may be deployed.
   */
  List<Models.Finding> check(Map<String, String> files) {
    Set<String> forms =
        files.keySet().stream()
            .filter(n -> n.endsWith(".form"))
            .map(ModelPolicy::baseName)
            .collect(Collectors.toSet());
    RoleCatalogue known = roles.getIfAvailable();
    List<Models.Finding> all = new ArrayList<>();
    new LinkedHashMap<>(files)
        .forEach(
            (name, content) -> {
              var findings = new Findings(name);
              if (content.length() > LARGEST) {
                findings.add("", 0, "too-large");
              } else if (name.endsWith(".form")) {
                FormPolicy.check(baseName(name), content, findings);
              } else if (name.endsWith(".bpmn")
                  || name.endsWith(".bpmn20.xml")
                  || name.endsWith(".dmn")) {
                xml(name, content, forms, known == null ? null : known.codes(), findings);
              } else {
                findings.add("", 0, "kind");
              }
              all.addAll(findings.all());
            });
    return all;
  }

  /**
   * As {@link #check(Map)} for a deployment from this source. The shipped files may name a step
   * that this build lacks: it is told in the log and fails where a case reaches it, so that a
   * missing module does not stop all the others.
   */
  List<Models.Finding> check(Map<String, String> files, String source) {
    List<Models.Finding> findings = check(files);
    if (!SHIPPED.equals(source)) {
      return findings;
    }
    return findings.stream()
        .filter(
            finding -> {
              boolean unknownStep = finding.reasonKey().equals("engine.policy.unknown-step");
              if (unknownStep) {
                LOG.warn("{} {}: {}", finding.file(), finding.elementId(), finding.reason());
              }
              return !unknownStep;
            })
        .toList();
  }

  private void xml(
      String name, String content, Set<String> forms, Set<String> known, Findings findings) {
    ModelNode root;
    try {
      root = ModelNode.read(content);
    } catch (SAXException e) {
      int line = e instanceof SAXParseException at ? at.getLineNumber() : 0;
      findings.add("", line, content.contains("<!DOCTYPE") ? "doctype" : "unreadable", "XML");
      return;
    }
    if (name.endsWith(".dmn")) {
      DmnPolicy.check(root, findings);
    } else {
      bpmn.check(root, content, forms, known, findings);
    }
  }

  private static String baseName(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
  }
}
