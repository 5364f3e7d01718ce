package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a diagram says is held to the rules once more when it runs. */
@VegvisarTest
class WhatAnExpressionReachesTest {

  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired ErrandTrial errands;

  private CaseNo caseNo;

  @BeforeEach
  void openCase() {
    caseNo = errands.openCase();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${environment.getProperty('java.home')}",
        "${dataSource}",
        "${''.getClass().forName('java.lang.System')}",
        "${caseFiles}",
        "${deadlines.getClass()}",
        "${deadlines.class}",
        "${runDecision.execute(null)}",
        "${processEngine.getRepositoryService()}"
      })
  void an_expression_that_got_past_every_check_still_reaches_nothing_when_it_runs(
      String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void an_expression_reaches_the_clock_of_the_catalogue() {
    assertThat(evaluate("${deadlines.over('T01', '" + caseNo + "')}"))
        .isInstanceOf(java.util.Date.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript", "groovy", "python"})
  void no_script_runs_in_any_language(String language) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThatThrownBy(
            () -> configuration.getScriptingEngines().getScriptEngineForLanguage(language))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void whoever_deploys_past_the_editor_meets_the_same_policy() {
    var unsafe =
        Bpmn.convertToString(
            ErrandTrial.errand("test-unsafe")
                .startEvent()
                .serviceTask("ServiceTask_Run")
                .name("Run")
                .camundaClass("java.lang.Object")
                .endEvent()
                .done());

    assertThatThrownBy(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addString("test-unsafe.bpmn", unsafe)
                    .deploy())
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("ServiceTask_Run");
  }

  @Test
  void a_variable_that_a_gateway_asks_always_exists() {
    var model =
        ErrandTrial.errand("test-nulls")
            .startEvent("StartEvent_Errand")
            .exclusiveGateway("Gateway_Way")
            .name("Which way?")
            .sequenceFlowId("Flow_Ahead")
            .receiveTask("ReceiveTask_Wait")
            .name("Wait")
            .message("test.nulls")
            .endEvent("EndEvent_Done")
            .moveToNode("Gateway_Way")
            .condition("Left", "${way == 'left'}")
            .endEvent("EndEvent_Left")
            .done();
    ExclusiveGateway gateway = model.getModelElementById("Gateway_Way");
    gateway.setDefault(model.getModelElementById("Flow_Ahead"));

    String instance = errands.start(caseNo, "test-nulls", Bpmn.convertToString(model));

    assertThat(runtime.getVariables(instance))
        .containsEntry("way", null)
        .containsEntry("caseNo", caseNo.value());
  }

  private Object evaluate(String expression) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(StartProcessVariableScope.getSharedInstance()));
  }
}
