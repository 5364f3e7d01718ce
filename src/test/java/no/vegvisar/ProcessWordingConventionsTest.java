package no.vegvisar;

import static no.vegvisar.ProcessFiles.all;
import static no.vegvisar.ProcessFiles.documentation;
import static no.vegvisar.ProcessFiles.models;
import static no.vegvisar.ProcessFiles.nameOf;
import static no.vegvisar.ProcessFiles.nodes;
import static no.vegvisar.ProcessFiles.process;
import static no.vegvisar.ProcessFiles.property;
import static no.vegvisar.ProcessFiles.read;
import static no.vegvisar.ProcessFiles.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every process we ship says in words, in three languages, what it is and what happens in it. */
class ProcessWordingConventionsTest {

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

  /** Labels that are the same word in English and Norwegian. */
  private static final Set<String> SAME_IN_ALL = Set.of();

  private static final Pattern GENERATED = Pattern.compile("\\w+_[0-9][0-9a-z]{5,7}");

  @Test
  void the_nine_processes_and_the_four_tables_of_the_spine_are_there() throws IOException {
    assertThat(models().map(ProcessFiles::nameOf))
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
    assertThat(tables().map(ProcessFiles::nameOf))
        .contains(
            "referral-routing", "referral-completeness", "treatment-deadline", "deadline-rules");
  }

  /**
   * Whoever looks for a process finds it by its name; two in one file are deployed and versioned
   * together by accident.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void a_file_holds_one_executable_process_named_after_it(Path file) {
    var processes = read(file).getModelElementsByType(Process.class);

    assertThat(processes).hasSize(1);
    var process = processes.iterator().next();
    assertThat(process.getId()).isEqualTo(nameOf(file));
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getName()).isNotBlank();
  }

  /**
   * Ids are read in incidents, ledgers and tests: a person must know from the id what stands there.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
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
  @MethodSource(ProcessFiles.MODELS)
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
  @MethodSource(ProcessFiles.MODELS)
  void no_two_tasks_of_a_file_share_a_label(Path file) {
    assertThat(all(file, Task.class)).extracting(Task::getName).doesNotHaveDuplicates();
  }

  /**
   * Who does it, what they decide, what happens if nobody does: a diagram without it is a picture,
   * not a document.
   */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
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
  @MethodSource(ProcessFiles.MODELS)
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
  @MethodSource(ProcessFiles.MODELS)
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

  /** A message is found by its name in code, model and ledger; its id is that name. */
  @ParameterizedTest
  @MethodSource(ProcessFiles.MODELS)
  void messages_are_named_by_module_and_fact(Path file) {
    for (var message : all(file, Message.class)) {
      assertThat(message.getName()).matches("[a-z]+(\\.[a-z]+)+");
      assertThat(message.getId())
          .isEqualTo("Message_" + pascal(message.getName().replace('.', ' ')));
    }
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
