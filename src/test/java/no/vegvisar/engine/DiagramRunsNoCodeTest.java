package no.vegvisar.engine;

import static no.vegvisar.engine.PolicyTrial.check;
import static no.vegvisar.engine.PolicyTrial.intake;
import static no.vegvisar.engine.PolicyTrial.keys;
import static no.vegvisar.engine.PolicyTrial.pathway;
import static no.vegvisar.engine.PolicyTrial.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A diagram cannot run code: expressions, listeners, scripts and names of other things are refused
 * (rule 8, decisions 12).
 */
class DiagramRunsNoCodeTest {

  @Test
  void a_called_process_named_by_an_expression_is_refused() {
    refused(
        pathway().replace("calledElement=\"referral-intake\"", "calledElement=\"${which}\""),
        "expression-here",
        "called-element");
  }

  @Test
  void a_decision_named_by_reference_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "camunda:delegateExpression=\"\\$\\{runDecision}\"",
                "camunda:decisionRef=\"\\${which}\""),
        "attribute",
        "rule-task");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dangerous.rm()}",
        "${environment.getProperty('java.home')}",
        "${''.getClass().forName('java.lang.Runtime').getMethods()}",
        "${execution.getProcessEngineServices().getRepositoryService()}",
        "${deadlines.getClass()}",
        "${deadlines.due('R01', caseNo).getClass()}",
        "${deadlines.due('R01', execution)}",
        "${deadlines.due('R01', name)}",
        "${deadlines.due('R01')}",
        "${dateTime().plusDays(1)}",
        "2030-01-01T00:00:00",
        "#{dangerous.rm()}"
      })
  void a_due_date_asks_only_the_catalogue(String expression) {
    var findings = check(intake().replace("${deadlines.due('R01', caseNo)}", expression));

    assertThat(keys(findings)).containsAnyOf("clock-call", "clock-subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dangerous}",
        "${askReferrerForMore.toString()}",
        "askReferrerForMore",
        "${a.b}",
        "${runDecision}"
      })
  void a_service_task_names_a_step_of_the_catalogue(String expression) {
    var findings = check(intake().replace("${askReferrerForMore}", expression));

    assertThat(keys(findings)).containsAnyOf("unknown-step", "step-not-a-name", "rule-task-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:class",
        "camunda:expression",
        "camunda:type",
        "camunda:topic",
        "camunda:resultVariable",
        "camunda:asyncAfter"
      })
  void a_service_task_carries_no_other_way_to_run_code(String attribute) {
    refused(
        intake()
            .replace(
                "camunda:delegateExpression=\"${askReferrerForMore}\"",
                "camunda:delegateExpression=\"${askReferrerForMore}\" "
                    + attribute
                    + "=\"java.lang.Object\""),
        "attribute");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:taskListener event=\"create\" class=\"java.lang.Object\" />",
        "<camunda:taskListener event=\"create\" expression=\"${dangerous.rm()}\" />",
        "<camunda:executionListener event=\"start\" delegateExpression=\"${dangerous}\" />",
        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">${1+1}</camunda:script></camunda:inputParameter></camunda:inputOutput>",
        "<camunda:field name=\"x\" stringValue=\"y\" />",
        "<other:thing xmlns:other=\"http://example.org\" />"
      })
  void listeners_connectors_scripts_and_unknown_extensions_are_refused(String extension) {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:userTask id=\"UserTask_RegisterReferral\".*?<bpmn:extensionElements>)",
                "$1" + Matcher.quoteReplacement(extension)),
        "element");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scriptTask", "sendTask", "manualTask", "task"})
  void a_task_that_nobody_and_no_step_does_is_refused(String kind) {
    refused(
        intake()
            .replaceAll(
                "(</?bpmn:)serviceTask(?= id=\"ServiceTask_AskReferrerForMore\")", "$1" + kind)
            .replaceFirst("</bpmn:serviceTask>", "</bpmn:" + kind + ">"),
        "element");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${execution.setVariable('x', 1)}",
        "${proposedRoute.length() > 2}",
        "${dangerous.rm() == 'x'}",
        "${execution == 'x'}",
        "${true}",
        "${proposedRoute}",
        "proposedRoute == 'ordinary'",
        "${proposedRoute == 'ordinary'}${dangerous.rm()}"
      })
  void a_condition_only_compares_variables_with_codes(String condition) {
    refused(intake().replace("${proposedRoute == 'ordinary'}", condition), "condition");
  }

  @Test
  void a_condition_in_a_script_language_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "<bpmn:conditionExpression ", "<bpmn:conditionExpression language=\"groovy\" "),
        "attribute");
  }

  @Test
  void an_expression_in_a_name_or_a_documentation_is_refused_as_the_engine_would_run_it() {
    refused(
        intake().replace("name=\"Register referral\"", "name=\"${dangerous.rm()}\""),
        "expression-here");
    refused(
        intake().replaceFirst("<bpmn:documentation>", "<bpmn:documentation>\\${dangerous.rm()} "),
        "expression-here");
  }
}
