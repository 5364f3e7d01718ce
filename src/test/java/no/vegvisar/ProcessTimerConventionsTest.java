package no.vegvisar;

import static no.vegvisar.ProcessFiles.PROCESSES;
import static no.vegvisar.ProcessFiles.all;
import static no.vegvisar.ProcessFiles.cell;
import static no.vegvisar.ProcessFiles.property;
import static no.vegvisar.ProcessFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Timers warn and record by a rule of the table; none decides, and the clock of the law hangs where
 * it belongs.
 */
class ProcessTimerConventionsTest {

  private static final Pattern CATALOGUE =
      Pattern.compile(
          "\\$\\{deadlines\\.(due\\('(\\w+)', \\w+\\)|warn\\('(\\w+)', (\\d+), \\w+\\)|over\\('(\\w+)', \\w+\\))}");

  /** A timer warns, records and reminds; it never ends, closes or chooses. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void timers_never_interrupt(Path file) {
    for (var timer : all(file, TimerEventDefinition.class)) {
      if (timer.getParentElement() instanceof BoundaryEvent boundary) {
        assertThat(boundary.cancelActivity()).as(boundary.getId()).isFalse();
      } else {
        assertThat(timer.getParentElement())
            .as(timer.getId())
            .isInstanceOf(IntermediateCatchEvent.class);
      }
    }
  }

  /**
   * A deadline is a date that follows a rule on record: the model asks for it and holds no number
   * of its own.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void timers_and_due_dates_ask_the_catalogue_for_a_rule_of_the_table(Path file) {
    var warnings = warningsByFamily();
    for (var timer : all(file, TimerEventDefinition.class)) {
      assertThat(timer.getTimeDuration()).as(timer.getId()).isNull();
      assertThat(timer.getTimeCycle()).as(timer.getId()).isNull();
      var call = CATALOGUE.matcher(timer.getTimeDate().getTextContent().trim());
      assertThat(call.matches()).as(timer.getId()).isTrue();
      assertThat(call.group(2)).as("a timer asks for a warning or the end").isNull();
      if (call.group(3) != null) {
        assertThat(warnings.get(call.group(3)))
            .as(timer.getId())
            .isGreaterThanOrEqualTo(Integer.parseInt(call.group(4)));
      } else {
        assertThat(warnings).as(timer.getId()).containsKey(call.group(5));
      }
    }
    for (var task : all(file, UserTask.class)) {
      if (task.getCamundaDueDate() != null) {
        var call = CATALOGUE.matcher(task.getCamundaDueDate());
        assertThat(call.matches()).as(task.getId()).isTrue();
        assertThat(warnings).as(task.getId()).containsKey(call.group(2));
      }
    }
  }

  /**
   * The bean that warns must know the rule it warns about; where several lead to it, it takes the
   * clock that is due.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void the_task_behind_a_boundary_timer_names_its_rule(Path file) {
    for (var task : all(file, ServiceTask.class)) {
      var rules = new HashSet<String>();
      for (var flow : task.getIncoming()) {
        if (flow.getSource() instanceof BoundaryEvent boundary && !boundary.cancelActivity()) {
          rules.add(ruleOf(boundary));
        }
      }
      if (rules.size() == 1 && property(task, "rule") != null) {
        assertThat(rules).as(task.getId()).contains(property(task, "rule"));
      } else {
        assertThat(property(task, "rule")).as(task.getId()).isNull();
      }
    }
  }

  /**
   * The clock of the law runs from receipt: it hangs under the box that holds intake and
   * assessment, not under a task.
   */
  @Test
  @Requirement("S32")
  void the_ten_working_days_are_watched_from_receipt_until_the_patient_has_been_told() {
    var model = read(PROCESSES.resolve("treatment-pathway.bpmn"));
    var box = model.<SubProcess>getModelElementById("SubProcess_FromReceiptToDecision");

    var timers =
        model.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(b -> box.equals(b.getAttachedTo()))
            .toList();
    assertThat(timers.stream().map(ProcessTimerConventionsTest::expressionOf))
        .containsExactlyInAnyOrder(
            "${deadlines.warn('T01', 1, caseNo)}",
            "${deadlines.warn('T01', 2, caseNo)}",
            "${deadlines.over('T01', caseNo)}");
    assertThat(box.getChildElementsByType(CallActivity.class))
        .extracting(CallActivity::getCalledElement)
        .containsExactlyInAnyOrder("referral-intake", "rights-assessment");
  }

  private static String expressionOf(CatchEvent event) {
    return event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance)
        .map(
            definition -> ((TimerEventDefinition) definition).getTimeDate().getTextContent().trim())
        .findFirst()
        .orElse("");
  }

  private static String ruleOf(BoundaryEvent boundary) {
    var call = CATALOGUE.matcher(expressionOf(boundary));
    return call.matches() ? (call.group(3) != null ? call.group(3) : call.group(5)) : "none";
  }

  /** Family of each rule and how many warnings its row with the most has. */
  private static Map<String, Integer> warningsByFamily() {
    var table =
        Dmn.readModelFromFile(PROCESSES.resolve("deadline-rules.dmn").toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    var warnAt =
        table.getOutputs().stream().map(output -> output.getName()).toList().indexOf("warnAt");
    return table.getRules().stream()
        .collect(
            Collectors.toMap(
                rule ->
                    rule.getInputEntries()
                        .iterator()
                        .next()
                        .getTextContent()
                        .trim()
                        .replace("\"", ""),
                rule ->
                    (int)
                        Arrays.stream(cell(rule, warnAt).replaceAll("[\\[\\] ]", "").split(","))
                            .filter(n -> !n.isEmpty())
                            .count(),
                Math::max));
  }
}
