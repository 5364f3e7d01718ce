package no.vegvisar.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways through a diagram: each choice has one for every case, and no loop runs for ever. */
final class BpmnWays {

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

  private BpmnWays() {}

  static boolean isFlowNode(ModelNode node) {
    return FLOW_NODES.contains(node.name());
  }

  static void check(ModelNode root, Findings findings) {
    ways(root, findings);
    endlessLoops(root, findings);
  }

  /**
   * Every choice has a way for the case nobody thought of; conditions compare one variable with one
   * code.
   */
  private static void ways(ModelNode root, Findings findings) {
    Map<String, ModelNode> nodes = new HashMap<>();
    root.all().filter(BpmnWays::isFlowNode).forEach(n -> nodes.put(n.id(), n));
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
  private static void endlessLoops(ModelNode root, Findings findings) {
    Map<String, Set<String>> next = new HashMap<>();
    root.all("sequenceFlow")
        .forEach(
            f ->
                next.computeIfAbsent(f.attribute("sourceRef"), k -> new LinkedHashSet<>())
                    .add(f.attribute("targetRef")));
    Map<String, ModelNode> nodes = new HashMap<>();
    root.all().filter(BpmnWays::isFlowNode).forEach(n -> nodes.put(n.id(), n));
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
}
