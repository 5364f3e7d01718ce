package no.vegvisar.engine;

import static no.vegvisar.engine.PolicyTrial.PROCESSES;
import static no.vegvisar.engine.PolicyTrial.intake;
import static no.vegvisar.engine.PolicyTrial.pathway;
import static no.vegvisar.engine.PolicyTrial.read;
import static no.vegvisar.engine.PolicyTrial.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A diagram uses only what keeps a case safe: one role and form for a task, no endless loop, no
 * timer that decides (rule 8, decisions 12).
 */
class DiagramShapePolicyTest {

  @Test
  void handing_over_all_variables_is_refused() {
    refused(
        pathway()
            .replaceFirst(
                "<camunda:in source=\"caseNo\" target=\"caseNo\" />",
                "<camunda:in variables=\"all\" />"),
        "attribute",
        "case-number");
  }

  @Test
  void form_fields_inside_the_diagram_are_refused() {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:userTask id=\"UserTask_RegisterReferral\".*?<bpmn:extensionElements>)",
                "$1<camunda:formData><camunda:formField id=\"name\" type=\"string\" /></camunda:formData>"),
        "element");
  }

  @Test
  void a_thrown_signal_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:endEvent id=\"EndEvent_ReadyForAssessment\".*?)</bpmn:endEvent>",
                "$1<bpmn:signalEventDefinition id=\"Signal_1\" signalRef=\"Signal_All\" /></bpmn:endEvent>"),
        "element");
  }

  @Test
  void a_step_repeated_a_million_times_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:serviceTask id=\"ServiceTask_ForwardReferral\".*?)</bpmn:serviceTask>",
                "$1<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>"),
        "element");
  }

  @Test
  void a_timer_that_repeats_each_second_is_refused() {
    refused(
        pathway()
            .replaceFirst(
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">[^<]*</bpmn:timeDate>",
                "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/PT1S</bpmn:timeCycle>"),
        "element",
        "timer-date",
        "kept-timer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:assignee",
        "camunda:candidateUsers",
        "camunda:formKey",
        "camunda:formHandlerClass",
        "camunda:priority",
        "camunda:followUpDate"
      })
  void a_user_task_is_offered_to_one_role_and_bound_to_one_form(String attribute) {
    refused(
        intake().replaceFirst("camunda:formRef=", attribute + "=\"demo\" camunda:formRef="),
        "attribute");
  }

  @Test
  void a_role_outside_the_closed_list_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "camunda:candidateGroups=\"intake\"", "camunda:candidateGroups=\"camunda-admin\""),
        "role");
    refused(
        intake()
            .replaceFirst(
                "camunda:candidateGroups=\"intake\"", "camunda:candidateGroups=\"intake,signer\""),
        "role");
    refused(intake().replaceFirst(" camunda:candidateGroups=\"intake\"", ""), "no-role");
  }

  @Test
  void a_task_without_a_form_or_with_one_that_is_not_sent_along_is_refused() {
    refused(intake().replaceFirst(" camunda:formRef=\"register-referral\"", ""), "no-form");
    refused(
        intake()
            .replaceFirst(
                "camunda:formRef=\"register-referral\"", "camunda:formRef=\"unheard-of\""),
        "form-missing");
    refused(
        intake()
            .replaceFirst(
                "camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\""),
        "form-binding");
  }

  @Test
  void a_loop_on_which_nothing_waits_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "sourceRef=\"ServiceTask_AskReferrerForMore\" targetRef=\"EndEvent_ReadyForAssessment\"",
                "sourceRef=\"ServiceTask_AskReferrerForMore\" targetRef=\"Gateway_SomethingMissing\""),
        "endless");
  }

  @Test
  void a_gateway_without_a_default_way_is_refused() {
    refused(intake().replaceFirst(" default=\"Flow_RouteClearNo\"", ""), "no-default");
  }

  @Test
  void a_timer_that_interrupts_is_refused_as_no_timer_decides() {
    refused(
        pathway().replaceFirst("cancelActivity=\"false\"", "cancelActivity=\"true\""),
        "timer-interrupts");
  }

  @Test
  void history_must_have_an_end_and_the_version_a_tag() {
    refused(intake().replaceFirst(" camunda:historyTimeToLive=\"P1825D\"", ""), "time-to-live");
    refused(intake().replaceFirst(" camunda:versionTag=\"1\"", ""), "version-tag");
  }

  @Test
  void only_the_one_business_error_is_caught_never_every_fault() {
    String treatment = read(PROCESSES.resolve("treatment.bpmn"));

    refused(
        treatment.replace("errorCode=\"LEGAL_BASE_MISSING\"", "errorCode=\"java.lang.Throwable\""),
        "error-code",
        "legal-base");
  }

  @Test
  void what_the_schema_of_the_standard_refuses_is_told_too() {
    refused(
        intake()
            .replaceFirst("<bpmn:outgoing>", "<bpmn:incoming>")
            .replaceFirst("</bpmn:outgoing>", "</bpmn:incoming>")
            .replaceFirst(
                "(<bpmn:startEvent[^>]*>)", "$1<bpmn:incoming>Flow_RouteClearYes</bpmn:incoming>"),
        "schema");
  }
}
