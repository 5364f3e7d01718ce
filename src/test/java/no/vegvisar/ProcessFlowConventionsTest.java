package no.vegvisar;

import static no.vegvisar.ProcessFiles.FORMS;
import static no.vegvisar.ProcessFiles.PROCESSES;
import static no.vegvisar.ProcessFiles.all;
import static no.vegvisar.ProcessFiles.list;
import static no.vegvisar.ProcessFiles.property;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What chooses the way through a process: gateways with a default, codes somebody can give, tables
 * of ours and called processes of ours.
 */
class ProcessFlowConventionsTest {

  /** Variables that code or a table sets, with their codes; all others come from a form. */
  private static final Map<String, Set<String>> SET_BY_CODE =
      Map.of(
          "proposedRoute", Set.of("ordinary", "special"),
          "somethingMissing", Set.of("yes", "no"),
          "helfoNotified", Set.of("yes", "no"),
          "municipalAnswer",
              Set.of("granted", "declined", "handoverConfirmed", "handoverDeclined"));

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{\\w+ == '\\w+'( or \\w+ == '\\w+')*}");
  private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");

  /**
   * The default is the way on which nothing is lost and a person sees the case; without one an odd
   * answer stops the case.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void every_exclusive_gateway_that_decides_has_a_default(Path file) {
    for (var gateway : all(file, ExclusiveGateway.class)) {
      if (gateway.getOutgoing().size() < 2) {
        continue;
      }
      assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
      for (var flow : gateway.getOutgoing()) {
        var condition = flow.getConditionExpression();
        if (flow.equals(gateway.getDefault())) {
          assertThat(condition).as(flow.getId()).isNull();
        } else {
          assertThat(condition).as(flow.getId()).isNotNull();
        }
      }
    }
  }

  /**
   * The engine learns codes only: a condition compares one variable with one code that a form, a
   * table or a bean can give.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void conditions_compare_a_variable_with_a_code_somebody_can_give(Path file) throws IOException {
    var codes = codesOfForms();
    for (var flow : all(file, SequenceFlow.class)) {
      if (flow.getConditionExpression() == null) {
        continue;
      }
      assertThat(flow.getSource()).as(flow.getId()).isInstanceOf(ExclusiveGateway.class);
      assertThat(flow.getConditionExpression().getLanguage()).as(flow.getId()).isNull();
      var text = flow.getConditionExpression().getTextContent().trim();
      assertThat(text).as(flow.getId()).matches(CONDITION);
      var comparison = COMPARISON.matcher(text);
      while (comparison.find()) {
        var given =
            SET_BY_CODE.getOrDefault(
                comparison.group(1), codes.getOrDefault(comparison.group(1), Set.of()));
        assertThat(given).as(flow.getId() + " " + comparison.group()).contains(comparison.group(2));
      }
    }
  }

  /**
   * The join of an inclusive gateway cannot be told apart from waiting; multi-instance and scripts
   * are not for the spine.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void nothing_is_used_that_a_reader_cannot_follow(Path file) throws IOException {
    assertThat(all(file, InclusiveGateway.class)).isEmpty();
    assertThat(all(file, LoopCharacteristics.class)).isEmpty();
    assertThat(all(file, ScriptTask.class)).isEmpty();
    assertThat(Files.readString(file))
        .doesNotContain(
            "camunda:class",
            "camunda:script",
            "Listener",
            "decisionRef",
            "camunda:expression",
            "variables=\"all\"");
  }

  /** An event gateway waits for events only, and a fork has no conditions. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void event_gateways_lead_to_events(Path file) {
    for (var gateway : all(file, EventBasedGateway.class)) {
      assertThat(gateway.getOutgoing()).as(gateway.getId()).hasSizeGreaterThan(1);
      for (var flow : gateway.getOutgoing()) {
        assertThat(flow.getTarget()).as(flow.getId()).isInstanceOf(IntermediateCatchEvent.class);
      }
    }
  }

  /**
   * An unmapped business key or case number arrives as null, and the called process belongs to
   * nobody.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void a_called_process_is_one_of_ours_and_gets_the_case(Path file) {
    for (var call : all(file, CallActivity.class)) {
      assertThat(PROCESSES.resolve(call.getCalledElement() + ".bpmn")).as(call.getId()).exists();
      assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("latest");
      var ins = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
      assertThat(ins)
          .as(call.getId())
          .extracting(CamundaIn::getCamundaBusinessKey)
          .contains("${caseNo}");
      assertThat(ins)
          .as(call.getId())
          .anySatisfy(
              in -> {
                assertThat(in.getCamundaSource()).isEqualTo("caseNo");
                assertThat(in.getCamundaTarget()).isEqualTo("caseNo");
              });
      assertThat(ins)
          .as(call.getId())
          .extracting(CamundaIn::getCamundaVariables)
          .containsOnlyNulls();
      assertThat(
              call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list())
          .as(call.getId())
          .allSatisfy(out -> assertThat(out.getCamundaVariables()).isNull());
    }
  }

  /**
   * Facts are read from the case and stay there: the engine's own decision task would write them to
   * its history.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void rule_tasks_run_a_table_of_ours_outside_the_engines_history(Path file) {
    for (var task : all(file, BusinessRuleTask.class)) {
      assertThat(task.getCamundaDelegateExpression()).as(task.getId()).isEqualTo("${runDecision}");
      assertThat(PROCESSES.resolve(property(task, "decision") + ".dmn")).as(task.getId()).exists();
      var result = property(task, "result");
      if (result != null) {
        assertThat(SET_BY_CODE).as(task.getId()).containsKey(result);
      }
    }
  }

  /** Fields that reach the engine, with the codes a person can choose. */
  private static Map<String, Set<String>> codesOfForms() throws IOException {
    var codes = new HashMap<String, Set<String>>();
    for (var form : list(FORMS, ".form")) {
      collect(json(form), codes);
    }
    return codes;
  }

  private static void collect(JsonNode node, Map<String, Set<String>> codes) {
    for (var component : node.path("components")) {
      if ("true".equals(component.path("properties").path("variable").asText())) {
        var given = codes.computeIfAbsent(component.path("key").asText(), key -> new HashSet<>());
        component.path("values").forEach(value -> given.add(value.path("value").asText()));
      }
      collect(component, codes);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
