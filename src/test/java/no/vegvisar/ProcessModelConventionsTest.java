package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every process we ship reads as a document and keeps the house rules; no server is started to find
 * out.
 */
class ProcessModelConventionsTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path FORMS = Path.of("forms");

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

  /** Variables that code or a table sets, with their codes; all others come from a form. */
  private static final Map<String, Set<String>> SET_BY_CODE =
      Map.of(
          "proposedRoute", Set.of("ordinary", "special"),
          "somethingMissing", Set.of("yes", "no"),
          "municipalAnswer",
              Set.of("granted", "declined", "handoverConfirmed", "handoverDeclined"));

  /** Labels that are the same word in English and Norwegian. */
  private static final Set<String> SAME_IN_ALL = Set.of();

  private static final Map<Class<? extends FlowNode>, String> PREFIX =
      Map.of(
          UserTask.class, "UserTask_",
          ServiceTask.class, "ServiceTask_",
          BusinessRuleTask.class, "RuleTask_",
          ReceiveTask.class, "ReceiveTask_",
          CallActivity.class, "CallActivity_",
          BoundaryEvent.class, "BoundaryEvent_",
          IntermediateCatchEvent.class, "CatchEvent_",
          EventBasedGateway.class, "EventGateway_",
          ExclusiveGateway.class, "Gateway_",
          ParallelGateway.class, "Gateway_");

  private static final Pattern CATALOGUE =
      Pattern.compile(
          "\\$\\{deadlines\\.(due\\('(\\w+)', \\w+\\)|warn\\('(\\w+)', (\\d+), \\w+\\)|over\\('(\\w+)', \\w+\\))}");
  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{\\w+ == '\\w+'( or \\w+ == '\\w+')*}");
  private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");
  private static final Pattern GENERATED = Pattern.compile("\\w+_[0-9][0-9a-z]{5,7}");

  static Stream<Path> models() throws IOException {
    return list(PROCESSES, ".bpmn").stream();
  }

  static Stream<Path> tables() throws IOException {
    return list(PROCESSES, ".dmn").stream();
  }

  @Test
  void the_nine_processes_and_the_four_tables_of_the_spine_are_there() throws IOException {
    assertThat(models().map(ProcessModelConventionsTest::nameOf))
        .contains(
            "treatment-pathway",
            "referral-intake",
            "rights-assessment",
            "work-up",
            "treatment",
            "follow-up",
            "municipal-request",
            "municipal-service",
            "responsibility-group");
    assertThat(tables().map(ProcessModelConventionsTest::nameOf))
        .contains(
            "referral-routing", "referral-completeness", "treatment-deadline", "deadline-rules");
  }

  /**
   * Whoever looks for a process finds it by its name; two in one file are deployed and versioned
   * together by accident.
   */
  @ParameterizedTest
  @MethodSource("models")
  void a_file_holds_one_executable_process_named_after_it(Path file) {
    var processes = read(file).getModelElementsByType(Process.class);

    assertThat(processes).hasSize(1);
    var process = processes.iterator().next();
    assertThat(process.getId()).isEqualTo(nameOf(file));
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getName()).isNotBlank();
  }

  /**
   * The engine refuses a process without a time to live, and history must end one day (7.24 reads
   * days only).
   */
  @ParameterizedTest
  @MethodSource("models")
  void history_has_an_end_and_the_version_a_tag(Path file) {
    var process = process(file);

    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    assertThat(process.getCamundaVersionTag()).isNotBlank();
  }

  /**
   * Ids are read in incidents, ledgers and tests: a person must know from the id what stands there.
   */
  @ParameterizedTest
  @MethodSource("models")
  void ids_say_what_an_element_is_and_none_is_generated(Path file) {
    for (var node : nodes(file)) {
      assertThat(node.getId()).doesNotMatch(GENERATED);
      assertThat(node.getId()).startsWith(prefixOf(node));
    }
    for (var flow : all(file, SequenceFlow.class)) {
      assertThat(flow.getId()).startsWith("Flow_").doesNotMatch(GENERATED);
    }
  }

  /**
   * What the ward reads on the diagram, what the developer finds in the code and what the engine
   * calls is one thing.
   */
  @ParameterizedTest
  @MethodSource("models")
  void a_task_says_the_same_on_the_diagram_in_its_id_in_its_form_and_in_its_bean(Path file) {
    for (var task : all(file, Activity.class)) {
      if (!(task instanceof Task) && !(task instanceof CallActivity)) {
        continue;
      }
      var words = pascal(task.getName());
      assertThat(task.getId()).as(task.getName()).isEqualTo(prefixOf(task) + words);
      if (task instanceof ServiceTask service) {
        assertThat(service.getCamundaDelegateExpression())
            .isEqualTo("${" + uncapitalized(words) + "}");
      }
      if (task instanceof UserTask user) {
        assertThat(user.getCamundaFormRef()).isEqualTo(kebab(words));
      }
    }
  }

  /** Two tasks with one label are one task to the reader: two arrows lead into one task instead. */
  @ParameterizedTest
  @MethodSource("models")
  void no_two_tasks_of_a_file_share_a_label(Path file) {
    assertThat(all(file, Task.class)).extracting(Task::getName).doesNotHaveDuplicates();
  }

  /**
   * A task without a form cannot be done; form and process are deployed together, so an open task
   * keeps its form.
   */
  @ParameterizedTest
  @MethodSource("models")
  void every_user_task_has_its_form_from_the_same_deployment(Path file) {
    for (var task : all(file, UserTask.class)) {
      assertThat(FORMS.resolve(task.getCamundaFormRef() + ".form")).as(task.getId()).exists();
      assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
      assertThat(task.getCamundaFormKey()).as(task.getId()).isNull();
    }
  }

  /** One role of the closed list; the unit comes from the case, the person from the team. */
  @ParameterizedTest
  @MethodSource("models")
  void every_user_task_is_offered_to_one_role(Path file) {
    for (var task : all(file, UserTask.class)) {
      assertThat(ROLES).as(task.getId()).contains(task.getCamundaCandidateGroups());
      assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
      assertThat(task.getCamundaCandidateUsers()).as(task.getId()).isNull();
    }
  }

  /**
   * Who does it, what they decide, what happens if nobody does: a diagram without it is a picture,
   * not a document.
   */
  @ParameterizedTest
  @MethodSource("models")
  void processes_tasks_timers_and_event_subprocesses_are_documented(Path file) {
    assertThat(documentation(process(file))).as("process").hasSizeGreaterThan(40);
    for (var task : all(file, UserTask.class)) {
      assertThat(documentation(task))
          .as(task.getId())
          .hasSizeGreaterThan(40)
          .contains("nobody")
          // the reader of a task knows deadlines by name
          .doesNotContainPattern("\\b[TR]\\d\\d");
      for (var language : List.of("nn", "nb")) {
        assertThat(property(task, "documentation." + language))
            .as(task.getId())
            .hasSizeGreaterThan(40)
            .doesNotContainPattern("\\b[TR]\\d\\d")
            .isNotEqualTo(documentation(task));
      }
    }
    for (var timer : all(file, TimerEventDefinition.class)) {
      assertThat(documentation((BaseElement) timer.getParentElement()))
          .as(timer.getId())
          .hasSizeGreaterThan(40);
    }
    for (var sub : all(file, SubProcess.class)) {
      assertThat(documentation(sub)).as(sub.getId()).hasSizeGreaterThan(40);
    }
  }

  /** Nobody is to meet a language that is not theirs; a text left in English has been forgotten. */
  @ParameterizedTest
  @MethodSource("models")
  void everything_with_a_name_has_it_in_three_languages(Path file) {
    var named = new ArrayList<BaseElement>(all(file, FlowElement.class));
    named.addAll(all(file, Lane.class));
    named.addAll(all(file, Participant.class));
    named.add(process(file));
    for (var element : named) {
      var name = element.getAttributeValue("name");
      if (name == null) {
        continue;
      }
      for (var language : List.of("nn", "nb")) {
        var translated = property(element, "label." + language);
        assertThat(translated).as(element.getId() + " " + language).isNotBlank();
        if (!SAME_IN_ALL.contains(name)) {
          assertThat(translated)
              .as(element.getId() + " " + language)
              .isNotEqualToIgnoringCase(name);
        }
      }
    }
  }

  /**
   * Only merges and forks may stand without words: a gateway asks, its ways out answer, events say
   * what is now true.
   */
  @ParameterizedTest
  @MethodSource("models")
  void nodes_and_answers_have_names(Path file) {
    for (var node : nodes(file)) {
      var decides = node.getOutgoing().size() > 1;
      if (node instanceof ParallelGateway || node instanceof ExclusiveGateway && !decides) {
        assertThat(node.getName()).as(node.getId()).isNull();
        continue;
      }
      assertThat(node.getName()).as(node.getId()).isNotBlank();
      if (node instanceof ExclusiveGateway) {
        assertThat(node.getName()).as(node.getId()).endsWith("?");
        assertThat(node.getOutgoing())
            .as(node.getId())
            .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
      }
    }
  }

  /**
   * The default is the way on which nothing is lost and a person sees the case; without one an odd
   * answer stops the case.
   */
  @ParameterizedTest
  @MethodSource("models")
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
  @MethodSource("models")
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
  @MethodSource("models")
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
  @MethodSource("models")
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
  @MethodSource("models")
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

  /** A timer warns, records and reminds; it never ends, closes or chooses. */
  @ParameterizedTest
  @MethodSource("models")
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
  @MethodSource("models")
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
  @MethodSource("models")
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

  /** A message is found by its name in code, model and ledger; its id is that name. */
  @ParameterizedTest
  @MethodSource("models")
  void messages_are_named_by_module_and_fact(Path file) {
    for (var message : all(file, Message.class)) {
      assertThat(message.getName()).matches("[a-z]+(\\.[a-z]+)+");
      assertThat(message.getId())
          .isEqualTo("Message_" + pascal(message.getName().replace('.', ' ')));
    }
  }

  /**
   * One error is told in the models: there is no legal base for sharing. Everything else is an
   * answer or a fault.
   */
  @ParameterizedTest
  @MethodSource("models")
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
  @MethodSource("models")
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
   * Facts are read from the case and stay there: the engine's own decision task would write them to
   * its history.
   */
  @ParameterizedTest
  @MethodSource("models")
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

  /**
   * Before PDF, sending or another body a step begins anew and is tried again; everything else runs
   * to the next wait.
   */
  @ParameterizedTest
  @MethodSource("models")
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
    assertThat(timers.stream().map(ProcessModelConventionsTest::expressionOf))
        .containsExactlyInAnyOrder(
            "${deadlines.warn('T01', 1, caseNo)}",
            "${deadlines.warn('T01', 2, caseNo)}",
            "${deadlines.over('T01', caseNo)}");
    assertThat(box.getChildElementsByType(CallActivity.class))
        .extracting(CallActivity::getCalledElement)
        .containsExactlyInAnyOrder("referral-intake", "rights-assessment");
  }

  /** What is not drawn does not exist for the people who read and change the diagram. */
  @ParameterizedTest
  @MethodSource("models")
  void everything_is_drawn(Path file) {
    var drawn = new HashSet<String>();
    all(file, BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
    all(file, BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement().getId()));

    assertThat(drawn)
        .containsAll(all(file, FlowNode.class).stream().map(BaseElement::getId).toList());
    assertThat(drawn)
        .containsAll(all(file, SequenceFlow.class).stream().map(BaseElement::getId).toList());
    assertThat(drawn).containsAll(all(file, Lane.class).stream().map(BaseElement::getId).toList());
    assertThat(drawn)
        .containsAll(all(file, Participant.class).stream().map(BaseElement::getId).toList());
  }

  /** A diagram whose boxes lie on each other cannot be read. */
  @ParameterizedTest
  @MethodSource("models")
  void no_two_boxes_lie_on_each_other(Path file) {
    var boxes =
        all(file, BpmnShape.class).stream()
            .filter(s -> s.getBpmnElement() instanceof FlowNode)
            .filter(
                s ->
                    !(s.getBpmnElement() instanceof SubProcess)
                        && !(s.getBpmnElement() instanceof BoundaryEvent))
            .toList();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(overlap(boxes.get(i).getBounds(), boxes.get(j).getBounds()))
            .as(
                boxes.get(i).getBpmnElement().getId()
                    + " and "
                    + boxes.get(j).getBpmnElement().getId())
            .isFalse();
      }
    }
  }

  /** The coordinator's tool opens the file for the platform we run. */
  @ParameterizedTest
  @MethodSource("models")
  void the_file_says_which_platform_it_is_made_for(Path file) {
    var definitions = read(file).getDefinitions();

    assertThat(
            definitions.getAttributeValueNs(
                "http://camunda.org/schema/modeler/1.0", "executionPlatform"))
        .isEqualTo("Camunda Platform");
    assertThat(
            definitions.getAttributeValueNs(
                "http://camunda.org/schema/modeler/1.0", "executionPlatformVersion"))
        .startsWith("7.");
  }

  /**
   * A table is found by its name, forgets in time, and speaks FEEL only: another language reaches
   * into the program.
   */
  @ParameterizedTest
  @MethodSource("tables")
  void a_table_is_named_after_its_file_and_speaks_feel(Path file) throws IOException {
    var decisions = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class);

    assertThat(decisions).hasSize(1);
    var decision = decisions.iterator().next();
    assertThat(decision.getId()).isEqualTo(nameOf(file));
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    assertThat(decision.getDescription().getTextContent()).hasSizeGreaterThan(40);
    assertThat(Files.readString(file)).doesNotContain("expressionLanguage", "${");
  }

  /** Words a table gives are read by people: they come in three languages. */
  @ParameterizedTest
  @MethodSource("tables")
  void words_of_a_table_come_in_three_languages(Path file) {
    for (var table :
        Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class)) {
      var outputs = table.getOutputs().stream().map(output -> output.getName()).toList();
      for (var rule : table.getRules()) {
        for (var name : outputs) {
          if (!outputs.contains(name + "Nn")) {
            continue;
          }
          for (var language : List.of("Nn", "Nb")) {
            assertThat(cell(rule, outputs.indexOf(name + language)))
                .as(rule.getId())
                .hasSizeGreaterThan(2)
                .isNotEqualTo(cell(rule, outputs.indexOf(name)));
          }
        }
      }
    }
  }

  // ---- reading

  private static List<Path> list(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static BpmnModelInstance read(Path file) {
    return Bpmn.readModelFromFile(file.toFile());
  }

  private static <T extends ModelElementInstance> List<T> all(Path file, Class<T> type) {
    return List.copyOf(read(file).getModelElementsByType(type));
  }

  private static List<FlowNode> nodes(Path file) {
    return all(file, FlowNode.class);
  }

  private static Process process(Path file) {
    return read(file).getModelElementsByType(Process.class).iterator().next();
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(d -> d.getTextContent().trim())
        .collect(Collectors.joining(" "));
  }

  private static String camunda(BaseElement element, String attribute) {
    return element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute);
  }

  private static String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return null;
    }
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }

  private static String prefixOf(FlowNode node) {
    if (node instanceof SubProcess sub) {
      return sub.triggeredByEvent() ? "EventSubProcess_" : "SubProcess_";
    }
    return PREFIX.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(node))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(
            switch (node.getElementType().getTypeName()) {
              case BpmnModelConstants.BPMN_ELEMENT_START_EVENT -> "StartEvent_";
              case BpmnModelConstants.BPMN_ELEMENT_END_EVENT -> "EndEvent_";
              default -> "a kind of element we do not use: " + node.getElementType().getTypeName();
            });
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

  private static String cell(Rule rule, int output) {
    return List.copyOf(rule.getOutputEntries()).get(output).getText().getTextContent().trim();
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

  private static boolean overlap(Bounds a, Bounds b) {
    return a.getX() < b.getX() + b.getWidth()
        && b.getX() < a.getX() + a.getWidth()
        && a.getY() < b.getY() + b.getHeight()
        && b.getY() < a.getY() + a.getHeight();
  }

  /**
   * "Follow up the bereaved" becomes FollowUpBereaved: articles are for the reader, a hyphen counts
   * as a space.
   */
  private static String pascal(String label) {
    return Arrays.stream(label.split("[ -]"))
        .filter(word -> !Set.of("the", "a", "an").contains(word))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String uncapitalized(String words) {
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private static String kebab(String words) {
    return words.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
