package no.vegvisar.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Elements and attributes that a diagram may hold, and where an expression may stand in them. */
final class BpmnVocabulary {

  private static final String ID = "id";
  private static final Map<String, Set<String>> ELEMENTS = elements();

  /** Only drawing: read by people and browsers, never run. */
  private static final Set<String> DRAWING =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

  private BpmnVocabulary() {}

  static void check(ModelNode root, Findings findings) {
    root.all().filter(node -> !isDrawing(node)).forEach(node -> shape(node, findings));
  }

  static boolean isDrawing(ModelNode node) {
    return node.isWithin(DRAWING);
  }

  /** Element, attributes and texts against the list. */
  private static void shape(ModelNode node, Findings findings) {
    Set<String> allowed = ELEMENTS.get(node.name());
    boolean known =
        allowed != null
            && (node.namespace().equals(ModelNode.BPMN) || node.name().startsWith("camunda:"));
    if (!known) {
      findings.add(node, "element", node.name());
      return;
    }
    node.attributes()
        .forEach(
            (name, value) -> {
              boolean drawing =
                  name.startsWith("{") && DRAWING.contains(name.substring(1, name.indexOf('}')));
              boolean tool =
                  node.name().equals("definitions")
                      && (name.startsWith("modeler:") || name.equals("xsi:schemaLocation"));
              if (!allowed.contains(name) && !drawing && !tool) {
                findings.add(node, "attribute", name, node.name());
              } else if (Juel.isIn(value) && !mayHoldExpression(node, name)) {
                findings.add(node, "expression-here", value, name);
              }
            });
    if (Juel.isIn(node.text())
        && !node.name().equals("timeDate")
        && !node.name().equals("conditionExpression")) {
      findings.add(node, "expression-here", node.text(), node.name());
    }
  }

  private static boolean mayHoldExpression(ModelNode node, String attribute) {
    return attribute.equals("camunda:delegateExpression")
        || attribute.equals("camunda:dueDate")
        || (node.name().equals("camunda:in") && attribute.equals("businessKey"));
  }

  private static Map<String, Set<String>> elements() {
    Map<String, Set<String>> all = new HashMap<>();
    String named = "name";
    all.put("definitions", Set.of(ID, named, "targetNamespace", "exporter", "exporterVersion"));
    all.put(
        "process",
        Set.of(ID, named, "isExecutable", "camunda:versionTag", "camunda:historyTimeToLive"));
    all.put("collaboration", Set.of(ID, named));
    all.put("participant", Set.of(ID, named, "processRef"));
    for (String one :
        List.of(
            "laneSet",
            "lane",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "parallelGateway",
            "message")) {
      all.put(one, Set.of(ID, named));
    }
    all.put("startEvent", Set.of(ID, named, "isInterrupting"));
    all.put("boundaryEvent", Set.of(ID, named, "cancelActivity", "attachedToRef"));
    all.put("messageEventDefinition", Set.of(ID, "messageRef"));
    all.put("errorEventDefinition", Set.of(ID, "errorRef"));
    all.put("timerEventDefinition", Set.of(ID));
    all.put("terminateEventDefinition", Set.of(ID));
    all.put("timeDate", Set.of(ID, "xsi:type"));
    all.put("conditionExpression", Set.of(ID, "xsi:type"));
    all.put("exclusiveGateway", Set.of(ID, named, "default", "gatewayDirection"));
    all.put("eventBasedGateway", Set.of(ID, named, "gatewayDirection"));
    all.put("sequenceFlow", Set.of(ID, named, "sourceRef", "targetRef"));
    all.put("subProcess", Set.of(ID, named, "triggeredByEvent"));
    all.put(
        "userTask",
        Set.of(
            ID,
            named,
            "camunda:formRef",
            "camunda:formRefBinding",
            "camunda:candidateGroups",
            "camunda:dueDate"));
    all.put("serviceTask", Set.of(ID, named, "camunda:delegateExpression", "camunda:asyncBefore"));
    all.put("businessRuleTask", Set.of(ID, named, "camunda:delegateExpression"));
    all.put("receiveTask", Set.of(ID, named, "messageRef"));
    all.put("callActivity", Set.of(ID, named, "calledElement", "camunda:calledElementBinding"));
    all.put("error", Set.of(ID, named, "errorCode"));
    all.put("textAnnotation", Set.of(ID));
    all.put("association", Set.of(ID, "sourceRef", "targetRef", "associationDirection"));
    all.put("documentation", Set.of(ID));
    for (String one :
        List.of(
            "incoming",
            "outgoing",
            "flowNodeRef",
            "text",
            "extensionElements",
            "camunda:properties",
            "camunda:failedJobRetryTimeCycle")) {
      all.put(one, Set.of());
    }
    all.put("camunda:property", Set.of(ID, named, "value"));
    all.put("camunda:in", Set.of("businessKey", "source", "target"));
    all.put("camunda:out", Set.of("source", "target"));
    return Map.copyOf(all);
  }
}
