package no.vegvisar;

import static no.vegvisar.ProcessFiles.FORMS;
import static no.vegvisar.ProcessFiles.PROCESSES;
import static no.vegvisar.ProcessFiles.all;
import static no.vegvisar.ProcessFiles.camunda;
import static no.vegvisar.ProcessFiles.property;
import static no.vegvisar.ProcessFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step has somebody who does it, a form, and a way on when it cannot be done. */
class ProcessStepConventionsTest {

  /** The closed list of roles a task may be offered to; a role outside it is a task nobody sees. */
  private static final Set<String> ROLES =
      Set.of(
          "intake",
          "assessor",
          "signer",
          "unit-lead",
          "therapist",
          "doctor",
          "psychologist",
          "lar-staff",
          "group-leader",
          "child-lead",
          "addiction-consultant",
          "municipal-coordinator",
          "coordinating-unit",
          "allocation",
          "housing",
          "outreach",
          "nav-adviser",
          "landlord");

  /**
   * A task without a form cannot be done; form and process are deployed together, so an open task
   * keeps its form.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void every_user_task_has_its_form_from_the_same_deployment(Path file) {
    for (var task : all(file, UserTask.class)) {
      assertThat(FORMS.resolve(task.getCamundaFormRef() + ".form")).as(task.getId()).exists();
      assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
      assertThat(task.getCamundaFormKey()).as(task.getId()).isNull();
    }
  }

  /** One role of the closed list; the unit comes from the case, the person from the team. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void every_user_task_is_offered_to_one_role(Path file) {
    for (var task : all(file, UserTask.class)) {
      assertThat(ROLES).as(task.getId()).contains(task.getCamundaCandidateGroups());
      assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
      assertThat(task.getCamundaCandidateUsers()).as(task.getId()).isNull();
    }
  }

  /**
   * One error is told in the models: there is no legal base for sharing. Everything else is an
   * answer or a fault.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void the_one_error_is_a_missing_legal_base(Path file) {
    assertThat(all(file, Error.class))
        .allSatisfy(error -> assertThat(error.getErrorCode()).isEqualTo("LEGAL_BASE_MISSING"));
    assertThat(all(file, ErrorEventDefinition.class))
        .allSatisfy(event -> assertThat(event.getError()).isNotNull());
  }

  /**
   * Without an error boundary a missing base would be a fault; with it a person seeks the base and
   * nothing is sent.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void steps_that_share_can_be_told_that_there_is_no_base(Path file) {
    var sharing =
        Set.of(
            "ServiceTask_SendMunicipalFollowUpRequest",
            "ServiceTask_OpenResponsibilityGroup",
            "ServiceTask_OfferHandover");
    var guarded =
        all(file, BoundaryEvent.class).stream()
            .filter(
                boundary ->
                    boundary.getEventDefinitions().stream()
                        .anyMatch(ErrorEventDefinition.class::isInstance))
            .map(boundary -> boundary.getAttachedTo().getId())
            .collect(Collectors.toSet());
    for (var task : all(file, ServiceTask.class)) {
      assertThat(guarded.contains(task.getId()))
          .as(task.getId())
          .isEqualTo(sharing.contains(task.getId()));
    }
  }

  /**
   * Before PDF, sending or another body a step begins anew and is tried again; everything else runs
   * to the next wait.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void only_service_tasks_begin_anew_and_they_are_tried_again(Path file) {
    for (var activity : all(file, FlowNode.class)) {
      assertThat(camunda(activity, "asyncAfter")).as(activity.getId()).isNull();
      assertThat(camunda(activity, "exclusive")).as(activity.getId()).isNull();
      if ("true".equals(camunda(activity, "asyncBefore"))) {
        assertThat(activity).as(activity.getId()).isInstanceOf(ServiceTask.class);
        assertThat(
                activity
                    .getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaFailedJobRetryTimeCycle.class)
                    .singleResult()
                    .getTextContent())
            .as(activity.getId())
            .isEqualTo("R3/PT10M");
      }
    }
  }

  /**
   * Two persons decide a right: the second signature is part of the model and names the first task.
   */
  @Test
  @Requirement("S29")
  void the_decision_is_signed_by_another_than_the_one_who_prepared_it() {
    var file = PROCESSES.resolve("rights-assessment.bpmn");
    var sign = (UserTask) read(file).<FlowNode>getModelElementById("UserTask_SignDecision");

    assertThat(property(sign, "notSamePersonAs")).isEqualTo("UserTask_PrepareAssessment");
    assertThat(read(file).<FlowNode>getModelElementById(property(sign, "notSamePersonAs")))
        .isInstanceOf(UserTask.class);
  }
}
