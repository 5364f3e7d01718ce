package no.vegvisar.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;

/**
 * What a diagram may hold, as an allow-list of elements, attributes and expressions (rule 8,
 * decisions 12): what is not named here is refused, so that what a later engine learns to run is
 * refused too.
 */
final class BpmnPolicy {

  private static final Map<String, String> REFERENCES =
      Map.of(
          "sourceRef",
          "",
          "targetRef",
          "",
          "attachedToRef",
          "",
          "messageRef",
          "message",
          "errorRef",
          "error",
          "processRef",
          "process",
          "default",
          "sequenceFlow");

  static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,60}");
  private static final Pattern DAYS = Pattern.compile("\\d{1,5}|P\\d{1,5}D");

  private final BpmnTasks tasks;
  private final BpmnEvents events;
  private final KeptRules kept;

  BpmnPolicy(Catalogue catalogue, KeptRules kept) {
    this.events = new BpmnEvents(catalogue);
    this.tasks = new BpmnTasks(catalogue, kept, events);
    this.kept = kept;
  }

  /** The forms are the ids that come in the same set; roles null means that any role is taken. */
  void check(ModelNode root, String xml, Set<String> forms, Set<String> roles, Findings findings) {
    if (!root.namespace().equals(ModelNode.BPMN) || !root.name().equals("definitions")) {
      findings.add(root, "not-a-model", "BPMN");
      return;
    }
    BpmnVocabulary.check(root, findings);
    references(root, findings);
    process(root, findings);
    tasks.check(root, forms, roles, findings);
    events.check(root, findings);
    BpmnWays.check(root, findings);
    kept.check(root, findings);
    if (findings.all().isEmpty()) {
      schema(xml, findings);
    }
  }

  private static void process(ModelNode root, Findings findings) {
    var processes = root.children("process").toList();
    if (processes.size() != 1) {
      findings.add(root, "one-process", processes.size());
      return;
    }
    ModelNode process = processes.get(0);
    if (!KEY.matcher(process.id()).matches()) {
      findings.add(process, "process-key", process.id());
    }
    if (!process.attribute("isExecutable").equals("true")) {
      findings.add(process, "not-executable");
    }
    if (!DAYS.matcher(process.attribute("camunda:historyTimeToLive")).matches()) {
      findings.add(process, "time-to-live");
    }
    if (process.attribute("camunda:versionTag").isBlank()) {
      findings.add(process, "version-tag");
    }
    if (process.attribute("name").isBlank()) {
      findings.add(process, "no-name");
    }
    var drawn =
        root.all()
            .filter(n -> n.namespace().equals("http://www.omg.org/spec/BPMN/20100524/DI"))
            .map(n -> n.attribute("bpmnElement"))
            .collect(Collectors.toSet());
    process
        .all()
        .filter(n -> BpmnWays.isFlowNode(n) && !drawn.contains(n.id()))
        .forEach(n -> findings.add(n, "not-drawn"));
  }

  private static void references(ModelNode root, Findings findings) {
    Map<String, String> ids = new HashMap<>();
    root.all()
        .filter(n -> !n.id().isEmpty())
        .forEach(
            n -> {
              if (ids.put(n.id(), n.name()) != null) {
                findings.add(n, "same-id", n.id());
              }
            });
    root.all()
        .filter(n -> !BpmnVocabulary.isDrawing(n) && !n.name().equals("association"))
        .forEach(
            n ->
                REFERENCES.forEach(
                    (attribute, kind) -> {
                      String target = n.attribute(attribute);
                      if (!target.isEmpty()
                          && (!ids.containsKey(target)
                              || (!kind.isEmpty() && !ids.get(target).equals(kind)))) {
                        findings.add(n, "reference", target);
                      }
                    }));
  }

  /** Last, as its words are the parser's: what is left is order and shape of elements. */
  private static void schema(String xml, Findings findings) {
    try {
      Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ModelException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      int line = cause instanceof org.xml.sax.SAXParseException at ? at.getLineNumber() : 0;
      findings.add(
          "", line, "schema", String.valueOf(cause.getMessage()).replaceFirst("^cvc-[^:]*: ", ""));
    }
  }
}
