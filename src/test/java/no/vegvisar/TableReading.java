package no.vegvisar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A decision table read by a few plain rules of our own, beside the engine that runs it. It knows
 * what our tables are written with: words, nothing, yes and no, a bound, a range; anything else is
 * a fault.
 */
final class TableReading {

  static final String UNHEARD_OF = "unheardOf";

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern BOUND = Pattern.compile("< (\\d+)");
  private static final Pattern RANGE = Pattern.compile("\\[(\\d+)\\.\\.(\\d+)]");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final DecisionTable table;
  private final List<String> inputs = new ArrayList<>();
  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final Map<String, List<Object>> values = new LinkedHashMap<>();
  private final Map<String, List<String>> rules = new LinkedHashMap<>();
  private final List<DmnEvaluatedDecisionRule> fired = new ArrayList<>();
  private final DmnEngine engine;
  private final DmnDecision decision;

  TableReading(String xml) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    table =
        Dmn.readModelFromStream(new ByteArrayInputStream(bytes))
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    for (Rule rule : table.getRules()) {
      rules.put(
          rule.getId(),
          rule.getInputEntries().stream().map(e -> e.getText().getTextContent().trim()).toList());
    }
    for (Input input : table.getInputs()) {
      read(input, inputs.size());
    }
    var configuration =
        (DefaultDmnEngineConfiguration)
            DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(event -> fired.addAll(event.getMatchingRules()));
    engine = configuration.buildEngine();
    decision = engine.parseDecisions(new ByteArrayInputStream(bytes)).get(0);
  }

  /** What to ask of an input: its words, its bounds and their neighbours, nothing, and more. */
  private void read(Input input, int column) {
    String name = input.getInputExpression().getText().getTextContent().trim();
    List<String> cells = rules.values().stream().map(row -> row.get(column)).toList();
    String allowed =
        input.getInputValues() == null ? "" : input.getInputValues().getText().getTextContent();
    Set<String> known = new LinkedHashSet<>();
    Stream.concat(Stream.of(allowed), cells.stream())
        .flatMap(text -> WORD.matcher(text).results().map(r -> r.group(1)))
        .forEach(known::add);
    Set<Object> asked = new LinkedHashSet<>(known);
    switch (input.getInputExpression().getTypeRef()) {
      case "boolean" -> asked.addAll(List.of(true, false));
      case "integer" ->
          cells.stream()
              .flatMap(cell -> NUMBER.matcher(cell).results())
              .map(bound -> Integer.valueOf(bound.group()))
              .forEach(n -> asked.addAll(List.of(n - 1, n, n + 1)));
      default -> asked.add(UNHEARD_OF);
    }
    asked.add(null);
    inputs.add(name);
    words.put(name, known);
    boolean decides = cells.stream().anyMatch(cell -> !cell.equals("-"));
    values.put(name, decides ? new ArrayList<>(asked) : Arrays.asList((Object) null));
  }

  HitPolicy policy() {
    return table.getHitPolicy();
  }

  List<String> rows() {
    return List.copyOf(rules.keySet());
  }

  String firstInput() {
    return inputs.get(0);
  }

  Set<String> words(String input) {
    return words.get(input);
  }

  List<Map<String, Object>> combinations() {
    List<Map<String, Object>> all = new ArrayList<>(List.of(new HashMap<>()));
    for (String input : inputs) {
      all =
          all.stream()
              .flatMap(
                  facts ->
                      values.get(input).stream()
                          .map(
                              value -> {
                                Map<String, Object> more = new HashMap<>(facts);
                                more.put(input, value);
                                return more;
                              }))
              .toList();
    }
    return all;
  }

  /** Ids of the rows that fit, in the table's order. */
  List<String> matching(Map<String, Object> facts) {
    return rules.entrySet().stream()
        .filter(row -> fits(row.getValue(), facts))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean fits(List<String> cells, Map<String, Object> facts) {
    for (int i = 0; i < cells.size(); i++) {
      if (!fits(cells.get(i), facts.get(inputs.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String cell, Object value) {
    var bound = BOUND.matcher(cell);
    if (bound.matches()) {
      return value instanceof Integer number && number < Integer.parseInt(bound.group(1));
    }
    return cell.equals("-")
        || Arrays.stream(cell.split(",")).map(String::trim).anyMatch(one -> isValue(one, value));
  }

  private static boolean isValue(String literal, Object value) {
    return switch (literal) {
      case "null" -> value == null;
      case "true", "false" -> Objects.equals(value, Boolean.valueOf(literal));
      default -> {
        var range = RANGE.matcher(literal);
        if (range.matches()) {
          yield value instanceof Integer number
              && number >= Integer.parseInt(range.group(1))
              && number <= Integer.parseInt(range.group(2));
        }
        var word = WORD.matcher(literal);
        if (!word.matches()) {
          throw new IllegalArgumentException("a cell this reading does not know: " + literal);
        }
        yield word.group(1).equals(value);
      }
    };
  }

  /** Ids of the rows that the engine gives for an answer. */
  List<String> answeredByTheEngine(Map<String, Object> facts) {
    fired.clear();
    engine.evaluateDecisionTable(decision, facts);
    return fired.stream().map(DmnEvaluatedDecisionRule::getId).toList();
  }
}
