package no.vegvisar.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;

/**
 * What a diagram may hold, as an allow-list of elements, attributes and expressions (rule 8,
 * decisions 12): what is not named here is refused, so that what a later engine learns to run is
 * refused too.
 */
final class BpmnPolicy {

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

  private static final Set<String> FLOW_NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "eventBasedGateway");

  /** Where a token rests; a loop without one of these never ends. */
  private static final Set<String> WAITING =
      Set.of(
          "userTask",
          "receiveTask",
          "intermediateCatchEvent",
          "callActivity",
          "subProcess",
          "eventBasedGateway");

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

  /** Ids a clock may be asked about; each is set where an instance starts. */
  private static final Set<String> SUBJECTS =
      Set.of("caseNo", "referralId", "requestId", "groupId", "letterId");

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,60}");
  private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");
  private static final Pattern DAYS = Pattern.compile("\\d{1,5}|P\\d{1,5}D");
  private static final Pattern RETRIES = Pattern.compile("R([1-9]|10)/PT?[1-9]\\d{0,3}[MHD]");

  private final Catalogue catalogue;
  private final KeptRules kept;

  BpmnPolicy(Catalogue catalogue, KeptRules kept) {
    this.catalogue = catalogue;
    this.kept = kept;
  }

  /** The forms are the ids that come in the same set; roles null means that any role is taken. */
  void check(ModelNode root, String xml, Set<String> forms, Set<String> roles, Findings findings) {
    if (!root.namespace().equals(ModelNode.BPMN) || !root.name().equals("definitions")) {
      findings.add(root, "not-a-model", "BPMN");
      return;
    }
    root.all().filter(node -> !isDrawing(node)).forEach(node -> shape(node, findings));
    references(root, findings);
    process(root, findings);
    root.all("userTask").forEach(task -> userTask(task, forms, roles, findings));
    root.all("serviceTask").forEach(task -> serviceTask(root, task, findings));
    root.all("businessRuleTask").forEach(task -> ruleTask(task, findings));
    root.all("callActivity").forEach(call -> callActivity(call, findings));
    root.all("timerEventDefinition").forEach(timer -> timer(timer, findings));
    root.all("startEvent").forEach(start -> startEvent(start, findings));
    events(root, findings);
    root.all("message").forEach(message -> message(message, findings));
    errors(root, findings);
    ways(root, findings);
    endlessLoops(root, findings);
    keptRules(root, findings);
    if (findings.all().isEmpty()) {
      schema(xml, findings);
    }
  }

  private static boolean isDrawing(ModelNode node) {
    for (ModelNode at = node; at != null; at = at.parent()) {
      if (DRAWING.contains(at.namespace())) {
        return true;
      }
    }
    return false;
  }

  /** Element, attributes and texts against the list. */
  private void shape(ModelNode node, Findings findings) {
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

  private void process(ModelNode root, Findings findings) {
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
        .filter(n -> FLOW_NODES.contains(n.name()) && !drawn.contains(n.id()))
        .forEach(n -> findings.add(n, "not-drawn"));
  }

  private void references(ModelNode root, Findings findings) {
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
        .filter(n -> !isDrawing(n) && !n.name().equals("association"))
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

  private void userTask(ModelNode task, Set<String> forms, Set<String> roles, Findings findings) {
    if (task.attribute("name").isBlank()) {
      findings.add(task, "no-name");
    }
    String form = task.attribute("camunda:formRef");
    if (form.isBlank()) {
      findings.add(task, "no-form");
    } else if (!forms.contains(form)) {
      findings.add(task, "form-missing", form);
    }
    if (!form.isBlank() && !task.attribute("camunda:formRefBinding").equals("deployment")) {
      findings.add(task, "form-binding");
    }
    String role = task.attribute("camunda:candidateGroups");
    if (role.isBlank()) {
      findings.add(task, "no-role");
    } else if (roles != null && !roles.contains(role)) {
      findings.add(task, "role", role);
    }
    String due = task.attribute("camunda:dueDate");
    if (!due.isEmpty()) {
      clock(task, due, Set.of("due"), findings);
    }
    String other = task.property("notSamePersonAs");
    if (!other.isEmpty() && top(task).all("userTask").noneMatch(t -> t.id().equals(other))) {
      findings.add(task, "reference", other);
    }
  }

  private void serviceTask(ModelNode root, ModelNode task, Findings findings) {
    String expression = task.attribute("camunda:delegateExpression");
    String step = KeptRules.step(task);
    if (expression.isBlank()) {
      findings.add(task, "no-step");
    } else if (step.isEmpty()) {
      findings.add(task, "step-not-a-name", expression);
    } else if (!catalogue.isStep(step)) {
      findings.add(task, "unknown-step", step);
    } else if (step.equals("runDecision")) {
      findings.add(task, "rule-task-only");
    }
    if (kept.needsABase(step) && !KeptRules.isGuarded(root, task)) {
      findings.add(task, "legal-base", step);
    }
    String async = task.attribute("camunda:asyncBefore");
    if (!Set.of("", "true", "false").contains(async)) {
      findings.add(task, "value", async, "camunda:asyncBefore");
    }
    task.all("camunda:failedJobRetryTimeCycle")
        .filter(c -> !RETRIES.matcher(c.text()).matches())
        .forEach(c -> findings.add(c, "retries", c.text()));
  }

  private void ruleTask(ModelNode task, Findings findings) {
    if (!Juel.name(task.attribute("camunda:delegateExpression"))
        .filter("runDecision"::equals)
        .isPresent()) {
      findings.add(task, "rule-task");
    }
    if (!KEY.matcher(task.property("decision")).matches()) {
      findings.add(task, "no-decision");
    }
    String result = task.property("result");
    if (!result.isEmpty() && !VARIABLE.matcher(result).matches()) {
      findings.add(task, "variable", result);
    }
  }

  private void callActivity(ModelNode call, Findings findings) {
    if (!KEY.matcher(call.attribute("calledElement")).matches()) {
      findings.add(call, "called-element", call.attribute("calledElement"));
    }
    if (!call.attribute("camunda:calledElementBinding").equals("latest")) {
      findings.add(call, "called-binding");
    }
    boolean businessKey = false;
    boolean caseNo = false;
    for (ModelNode mapping :
        call.all()
            .filter(n -> n.name().equals("camunda:in") || n.name().equals("camunda:out"))
            .toList()) {
      if (!mapping.parent().parent().equals(call)) {
        findings.add(mapping, "element", mapping.name());
      }
      String key = mapping.attribute("businessKey");
      if (!key.isEmpty()) {
        businessKey |= key.equals("${caseNo}");
        if (!key.equals("${caseNo}")) {
          findings.add(call, "business-key", key);
        }
      } else {
        String source = mapping.attribute("source");
        String target = mapping.attribute("target");
        if (!VARIABLE.matcher(source).matches()) {
          findings.add(call, "variable", source);
        }
        if (!VARIABLE.matcher(target).matches()) {
          findings.add(call, "variable", target);
        }
        caseNo |=
            mapping.name().equals("camunda:in")
                && source.equals("caseNo")
                && target.equals("caseNo");
        if (target.equals("caseNo")
            && (!source.equals("caseNo") || mapping.name().equals("camunda:out"))) {
          findings.add(call, "case-number");
        }
      }
    }
    if (!businessKey || !caseNo) {
      findings.add(call, "case-number");
    }
  }

  private void timer(ModelNode timer, Findings findings) {
    var date = timer.children("timeDate").findFirst();
    if (date.isEmpty()) {
      findings.add(timer, "timer-date");
    } else {
      clock(timer, date.get().text(), Set.of("warn", "over", "due"), findings);
    }
    ModelNode event = timer.parent();
    boolean interrupts =
        (event.name().equals("boundaryEvent") && !event.attribute("cancelActivity").equals("false"))
            || (event.name().equals("startEvent")
                && !event.attribute("isInterrupting").equals("false"));
    if (interrupts) {
      findings.add(timer, "timer-interrupts");
    }
  }

  /** A date comes from one call of the catalogue, about an id that exists. */
  private void clock(ModelNode at, String expression, Set<String> methods, Findings findings) {
    var call = Juel.call(expression).orElse(null);
    if (call == null
        || !methods.contains(call.method())
        || !catalogue.isCall(call.bean(), call.method(), call.arguments().size())) {
      findings.add(at, "clock-call", expression);
      return;
    }
    call.arguments().stream()
        .filter(AstIdentifier.class::isInstance)
        .map(n -> ((AstIdentifier) n).getName())
        .filter(name -> !SUBJECTS.contains(name))
        .forEach(name -> findings.add(at, "clock-subject", name));
  }

  private void startEvent(ModelNode start, Findings findings) {
    ModelNode around = start.parent();
    boolean ofEvent = around.attribute("triggeredByEvent").equals("true");
    if (!ofEvent && (start.has("timerEventDefinition") || start.has("errorEventDefinition"))) {
      findings.add(start, "start-event");
    }
    if (ofEvent && start.has("errorEventDefinition")) {
      findings.add(start, "start-event");
    }
  }

  /** What an event may be: nothing here throws a message or an error of its own. */
  private void events(ModelNode root, Findings findings) {
    Map<String, Set<String>> places =
        Map.of(
            "messageEventDefinition",
                Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent"),
            "timerEventDefinition", Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent"),
            "errorEventDefinition", Set.of("boundaryEvent", "startEvent"),
            "terminateEventDefinition", Set.of("endEvent"));
    places.forEach(
        (definition, owners) ->
            root.all(definition)
                .filter(d -> !owners.contains(d.parent().name()))
                .forEach(d -> findings.add(d, "event-here")));
  }

  private void message(ModelNode message, Findings findings) {
    if (message.attribute("name").isBlank()) {
      findings.add(message, "no-name");
    }
  }

  /** Only the one business error; a catch of everything would hide faults. */
  private void errors(ModelNode root, Findings findings) {
    root.children("error")
        .filter(e -> !e.attribute("errorCode").equals(KeptRules.LEGAL_BASE_MISSING))
        .forEach(e -> findings.add(e, "error-code", e.attribute("errorCode")));
    root.all("errorEventDefinition")
        .filter(e -> e.attribute("errorRef").isBlank())
        .forEach(e -> findings.add(e, "error-code", ""));
  }

  /**
   * Every choice has a way for the case nobody thought of; conditions compare one variable with one
   * code.
   */
  private void ways(ModelNode root, Findings findings) {
    Map<String, ModelNode> nodes = new HashMap<>();
    root.all().filter(n -> FLOW_NODES.contains(n.name())).forEach(n -> nodes.put(n.id(), n));
    Map<String, List<ModelNode>> leaving =
        root.all("sequenceFlow").collect(Collectors.groupingBy(f -> f.attribute("sourceRef")));
    root.all("conditionExpression")
        .forEach(
            condition -> {
              ModelNode from = nodes.get(condition.parent().attribute("sourceRef"));
              if (from == null || !from.name().equals("exclusiveGateway")) {
                findings.add(condition, "condition-here");
              }
              if (!Juel.isComparison(condition.text())) {
                findings.add(condition, "condition", condition.text());
              }
            });
    nodes.values().stream()
        .filter(n -> n.name().equals("exclusiveGateway"))
        .forEach(
            gateway -> {
              var ways = leaving.getOrDefault(gateway.id(), List.of());
              if (ways.size() > 1) {
                if (gateway.attribute("default").isEmpty()) {
                  findings.add(gateway, "no-default");
                }
                ways.stream()
                    .filter(
                        way ->
                            !way.id().equals(gateway.attribute("default"))
                                && !way.has("conditionExpression"))
                    .forEach(way -> findings.add(way, "no-condition"));
              }
            });
    Set<String> reached = new HashSet<>();
    root.all("sequenceFlow").forEach(f -> reached.add(f.attribute("targetRef")));
    nodes.values().stream()
        .filter(n -> !Set.of("startEvent", "boundaryEvent").contains(n.name()))
        .filter(n -> !n.attribute("triggeredByEvent").equals("true") && !reached.contains(n.id()))
        .forEach(n -> findings.add(n, "loose"));
  }

  /** A loop on which no step waits would keep the machine busy for ever. */
  private void endlessLoops(ModelNode root, Findings findings) {
    Map<String, Set<String>> next = new HashMap<>();
    root.all("sequenceFlow")
        .forEach(
            f ->
                next.computeIfAbsent(f.attribute("sourceRef"), k -> new LinkedHashSet<>())
                    .add(f.attribute("targetRef")));
    Map<String, ModelNode> nodes = new HashMap<>();
    root.all().filter(n -> FLOW_NODES.contains(n.name())).forEach(n -> nodes.put(n.id(), n));
    for (ModelNode node : nodes.values()) {
      if (!WAITING.contains(node.name()) && comesBack(node.id(), next, nodes)) {
        findings.add(node, "endless");
        return;
      }
    }
  }

  private static boolean comesBack(
      String from, Map<String, Set<String>> next, Map<String, ModelNode> nodes) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(next.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String at = open.remove(open.size() - 1);
      if (at.equals(from)) {
        return true;
      }
      ModelNode node = nodes.get(at);
      if (node != null && !WAITING.contains(node.name()) && seen.add(at)) {
        open.addAll(next.getOrDefault(at, Set.of()));
      }
    }
    return false;
  }

  private void keptRules(ModelNode root, Findings findings) {
    root.children("process")
        .forEach(
            process -> {
              var rules = kept.of(process.id());
              var others = KeptRules.otherPerson(process);
              rules
                  .otherPerson()
                  .forEach(
                      (task, other) -> {
                        if (!other.equals(others.get(task))) {
                          findings.add(
                              task, lineOf(process, task), "kept-other-person", task, other);
                        }
                      });
              var boxes = KeptRules.boxes(process);
              rules
                  .boxes()
                  .forEach(
                      (id, box) -> {
                        var now = boxes.getOrDefault(id, new KeptRules.Box(id, Set.of(), Set.of()));
                        box.timers().stream()
                            .filter(timer -> !now.timers().contains(timer))
                            .forEach(
                                timer ->
                                    findings.add(id, lineOf(process, id), "kept-timer", timer, id));
                        box.calls().stream()
                            .filter(
                                call ->
                                    process
                                        .all("subProcess")
                                        .filter(s -> s.id().equals(id))
                                        .flatMap(s -> s.all("callActivity"))
                                        .noneMatch(c -> c.attribute("calledElement").equals(call)))
                            .forEach(
                                call ->
                                    findings.add(id, lineOf(process, id), "kept-call", call, id));
                      });
            });
  }

  private static int lineOf(ModelNode process, String id) {
    return process
        .all()
        .filter(n -> n.id().equals(id))
        .mapToInt(ModelNode::line)
        .findFirst()
        .orElse(process.line());
  }

  private static ModelNode top(ModelNode node) {
    ModelNode at = node;
    while (at.parent() != null) {
      at = at.parent();
    }
    return at;
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
