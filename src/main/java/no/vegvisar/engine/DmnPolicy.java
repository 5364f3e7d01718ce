package no.vegvisar.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a decision table may hold: one table, FEEL only, each cell readable (decisions 12, spike
 * §2).
 */
final class DmnPolicy {

  private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final int MOST_ROWS = 1000;
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,60}");
  private static final Pattern DAYS = Pattern.compile("P\\d{1,5}D");
  private static final Set<String> HIT_POLICIES =
      Set.of("UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER", "PRIORITY", "OUTPUT ORDER");
  private static final Set<String> TYPES =
      Set.of("", "string", "boolean", "integer", "long", "double", "number", "date");
  private static final Set<String> DRAWING =
      Set.of(
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/",
          "http://dmn.camunda.org/schema/1.0/di");
  private static final Map<String, Set<String>> ELEMENTS = elements();

  private DmnPolicy() {}

  static void check(ModelNode root, Findings findings) {
    if (!root.namespace().equals(MODEL) || !root.name().equals("definitions")) {
      findings.add(root, "not-a-model", "DMN");
      return;
    }
    root.all().filter(n -> !n.isWithin(DRAWING)).forEach(n -> shape(n, findings));
    var decisions = root.children("decision").toList();
    if (decisions.size() != 1) {
      findings.add(root, "one-decision", decisions.size());
      return;
    }
    decision(decisions.get(0), findings);
  }

  private static void shape(ModelNode node, Findings findings) {
    Set<String> allowed = ELEMENTS.get(node.name());
    if (allowed == null || !node.namespace().equals(MODEL)) {
      findings.add(node, "element", node.name());
      return;
    }
    node.attributes()
        .forEach(
            (name, value) -> {
              boolean tool =
                  name.startsWith("biodi:")
                      || (node.name().equals("definitions") && name.startsWith("modeler:"));
              if (name.equals("expressionLanguage")) {
                if (!value.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
                  findings.add(node, "feel-only", value);
                }
              } else if (!allowed.contains(name) && !tool) {
                findings.add(node, "attribute", name, node.name());
              }
            });
  }

  private static void decision(ModelNode decision, Findings findings) {
    if (!KEY.matcher(decision.id()).matches()) {
      findings.add(decision, "process-key", decision.id());
    }
    if (!DAYS.matcher(decision.attribute("camunda:historyTimeToLive")).matches()) {
      findings.add(decision, "time-to-live");
    }
    if (decision.attribute("camunda:versionTag").isBlank()) {
      findings.add(decision, "version-tag");
    }
    var table = decision.children("decisionTable").findFirst().orElse(null);
    if (table == null) {
      findings.add(decision, "no-table");
      return;
    }
    if (!HIT_POLICIES.contains(table.attribute("hitPolicy"))) {
      findings.add(table, "hit-policy");
    }
    var inputs = table.children("input").toList();
    var outputs = table.children("output").toList();
    var rules = table.children("rule").toList();
    if (rules.size() > MOST_ROWS) {
      findings.add(table, "too-many", MOST_ROWS);
      return;
    }
    Set<String> names = new HashSet<>();
    outputs.stream()
        .filter(o -> o.attribute("name").isBlank() || !names.add(o.attribute("name")))
        .forEach(o -> findings.add(o, "no-name"));
    for (ModelNode input : inputs) {
      input.all("inputExpression").forEach(e -> cell(e, text(e), false, findings));
      input.all("inputValues").forEach(e -> cell(e, text(e), true, findings));
    }
    outputs.forEach(
        output -> output.all("outputValues").forEach(e -> cell(e, text(e), true, findings)));
    table
        .all()
        .filter(n -> !TYPES.contains(n.attribute("typeRef")))
        .forEach(n -> findings.add(n, "value", n.attribute("typeRef"), "typeRef"));
    for (ModelNode rule : rules) {
      var tests = rule.children("inputEntry").toList();
      var answers = rule.children("outputEntry").toList();
      if (tests.size() != inputs.size() || answers.size() != outputs.size()) {
        findings.add(rule, "row-width");
      }
      tests.forEach(e -> cell(e, text(e), true, findings));
      answers.forEach(e -> cell(e, text(e), false, findings));
    }
  }

  private static String text(ModelNode entry) {
    return entry.children("text").map(ModelNode::text).findFirst().orElse("");
  }

  private static void cell(ModelNode at, String feel, boolean tests, Findings findings) {
    if (feel.isEmpty() || (tests && feel.equals("-"))) {
      return;
    }
    FeelWords.refused(feel, FeelWords.IN_TABLES)
        .ifPresent(word -> findings.add(at, "feel-word", word));
    var problem = tests ? Feel.problemOfTests(feel) : Feel.problemOf(feel);
    problem.ifPresent(p -> findings.add(at, "feel", feel));
  }

  private static Map<String, Set<String>> elements() {
    Map<String, Set<String>> all = new HashMap<>();
    all.put("definitions", Set.of("id", "name", "namespace", "exporter", "exporterVersion"));
    all.put("decision", Set.of("id", "name", "camunda:versionTag", "camunda:historyTimeToLive"));
    all.put("decisionTable", Set.of("id", "hitPolicy", "aggregation", "preferredOrientation"));
    all.put("input", Set.of("id", "label", "camunda:inputVariable"));
    all.put("output", Set.of("id", "label", "name", "typeRef"));
    for (String one :
        List.of("inputExpression", "inputEntry", "outputEntry", "inputValues", "outputValues")) {
      all.put(one, Set.of("id", "typeRef"));
    }
    for (String one : List.of("rule", "text", "description")) {
      all.put(one, Set.of("id"));
    }
    return Map.copyOf(all);
  }
}
