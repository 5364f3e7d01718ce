package no.vegvisar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Writes {@code processes/TIMERS.md}: every timer and every due date of the models, with the rule
 * behind it.
 */
final class TimersDocument {

  static final Path FILE = Path.of("processes/TIMERS.md");

  private static final Path PROCESSES = Path.of("processes");
  private static final Pattern CALL =
      Pattern.compile("\\$\\{deadlines\\.(due|warn|over)\\('(\\w+)',(?: (\\d+),)? (\\w+)\\)}");

  /**
   * Words and base of the rules, by family; the strictest row is chosen when a clock starts, so all
   * are named.
   */
  private final Map<String, LinkedHashMap<String, Row>> families = new LinkedHashMap<>();

  private record Row(String id, String name, String base, String kind, String mark) {}

  private TimersDocument() {
    var table =
        Dmn.readModelFromFile(PROCESSES.resolve("deadline-rules.dmn").toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    var outputs = table.getOutputs().stream().map(output -> output.getName()).toList();
    for (var rule : table.getRules()) {
      var family = text(rule.getInputEntries().iterator().next().getTextContent());
      families
          .computeIfAbsent(family, key -> new LinkedHashMap<>())
          .put(
              rule.getId(),
              new Row(
                  cell(rule, outputs, "ruleId"),
                  cell(rule, outputs, "name"),
                  cell(rule, outputs, "base"),
                  cell(rule, outputs, "kind"),
                  cell(rule, outputs, "mark")));
    }
  }

  static String write() throws IOException {
    return new TimersDocument().page();
  }

  private String page() throws IOException {
    var out = new StringBuilder();
    out.append("# Timers and due dates\n\n");
    out.append(
        "Made from the models and from `deadline-rules.dmn`; a test fails when it is not current.");
    out.append(" `mvn test -Dtest=TimersDocumentTest -DupdateTimers=true` writes it anew.\n\n");
    out.append(
        "No timer ends, closes or chooses anything: it warns, records or reminds, and the case goes on.");
    out.append(
        " Warnings come at 07:00 Oslo time, the end of a clock at 00:00 after its last day; a due date is 23:59 on the last day.");
    out.append(" A clock that does not run answers 31 December 2999.\n\n");
    out.append("## Timers\n\n");
    out.append(
        "| Model | Element | Label | Rule | When | What happens | Base |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (var file : models()) {
      for (var timer : read(file).getModelElementsByType(TimerEventDefinition.class)) {
        var event = (CatchEvent) timer.getParentElement();
        var expression = timer.getTimeDate().getTextContent().trim();
        line(
            out,
            name(file),
            "`" + event.getId() + "`",
            event.getName(),
            rule(expression),
            when(expression),
            happens(event),
            base(expression));
      }
    }
    out.append("\n## Due dates of tasks\n\n");
    out.append(
        "| Model | Task | Label | Rule | When | Base |\n| --- | --- | --- | --- | --- | --- |\n");
    for (var file : models()) {
      for (var task : read(file).getModelElementsByType(UserTask.class)) {
        var expression = task.getCamundaDueDate();
        if (expression != null) {
          line(
              out,
              name(file),
              "`" + task.getId() + "`",
              task.getName(),
              rule(expression),
              when(expression),
              base(expression));
        }
      }
    }
    out.append("\n## Rules named above\n\n");
    out.append(
        "| Family | Rule | In words | Kind | Base | Mark |\n| --- | --- | --- | --- | --- | --- |\n");
    for (var family : used()) {
      families
          .get(family)
          .values()
          .forEach(row -> line(out, family, row.id, row.name, row.kind, row.base, row.mark));
    }
    return out.toString();
  }

  private LinkedHashSet<String> used() throws IOException {
    var asked = new LinkedHashSet<String>();
    for (var file : models()) {
      var call = CALL.matcher(Files.readString(file).replace("&#39;", "'"));
      while (call.find()) {
        asked.add(call.group(2));
      }
    }
    return families.keySet().stream()
        .filter(asked::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String rule(String expression) {
    var call = call(expression);
    var ids =
        families.get(call.group(2)).values().stream()
            .map(row -> row.id)
            .distinct()
            .sorted()
            .toList();
    return ids.size() == 1 ? call.group(2) : call.group(2) + " (" + String.join(", ", ids) + ")";
  }

  private static String when(String expression) {
    var call = call(expression);
    var words =
        call.group(1).equals("warn")
            ? "on warning day " + call.group(3)
            : call.group(1).equals("over") ? "after the last day" : "on the last day";
    return words + ": `" + expression + "`";
  }

  private static String happens(CatchEvent event) {
    var next =
        event.getOutgoing().stream()
            .map(flow -> flow.getTarget())
            .map(FlowNode::getName)
            .collect(Collectors.joining(", "));
    return next + (event instanceof BoundaryEvent ? ", beside the open work" : "");
  }

  private String base(String expression) {
    var rows = families.get(call(expression).group(2)).values();
    var kinds = rows.stream().map(row -> row.kind).distinct().collect(Collectors.joining(", "));
    return kinds
        + ": "
        + rows.stream().map(row -> row.base).distinct().collect(Collectors.joining("; "));
  }

  private static Matcher call(String expression) {
    var call = CALL.matcher(expression);
    if (!call.matches()) {
      throw new IllegalArgumentException("Not a call to the catalogue of deadlines: " + expression);
    }
    return call;
  }

  private static List<Path> models() throws IOException {
    try (var files = Files.list(PROCESSES)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  private static BpmnModelInstance read(Path file) {
    return Bpmn.readModelFromFile(file.toFile());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".bpmn", "");
  }

  private static void line(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Rule rule, List<String> outputs, String name) {
    return text(
        List.copyOf(rule.getOutputEntries()).get(outputs.indexOf(name)).getText().getTextContent());
  }

  private static String text(String feel) {
    var plain = feel.trim();
    return plain.equals("null") ? "" : plain.replace("\"", "");
  }
}
