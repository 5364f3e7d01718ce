package no.vegvisar.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Adds to every process what no author should have to remember: null variables at the start, the
 * gate on form tasks.
 */
class ParseListener extends AbstractBpmnParseListener {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}");
  private static final Pattern WORD = Pattern.compile("'[^']*'|([A-Za-z_][A-Za-z0-9_]*)");
  private static final Set<String> NOT_VARIABLES =
      Set.of(
          "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "true", "false", "null", "empty");

  private final ObjectProvider<TaskGate> gate;

  ParseListener(ObjectProvider<TaskGate> gate) {
    this.gate = gate;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    Set<String> names = new LinkedHashSet<>();
    conditionVariables(process, names);
    // JUEL throws on an unknown name, so what a gateway asks always exists (process book §0)
    ExecutionListener nulls =
        execution -> {
          for (String name : names) {
            if (!execution.hasVariable(name)) {
              execution.setVariable(name, null);
            }
          }
        };
    definition.addListener(ExecutionListener.EVENTNAME_START, nulls);
  }

  private static void conditionVariables(Element element, Set<String> names) {
    if (element.getTagName().equals("conditionExpression")) {
      Matcher expressions = EXPRESSION.matcher(element.getText());
      while (expressions.find()) {
        Matcher words = WORD.matcher(expressions.group(1));
        while (words.find()) {
          if (words.group(1) != null && !NOT_VARIABLES.contains(words.group(1))) {
            names.add(words.group(1));
          }
        }
      }
    }
    element.elements().forEach(child -> conditionVariables(child, names));
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::offer);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::guard);
  }

  private void offer(DelegateTask task) {
    TaskGate present = gate.getIfAvailable();
    String role =
        task.getCandidates().stream()
            .map(c -> c.getGroupId())
            .filter(g -> g != null)
            .findFirst()
            .orElse(null);
    if (present != null && task.getAssignee() == null && role != null) {
      Optional<String> person =
          present.assigneeFor(
              task.getExecution().getProcessBusinessKey(), role, task.getTaskDefinitionKey());
      person.ifPresent(task::setAssignee);
    }
  }

  /**
   * No form task completes without a submission, whatever the client (rule 1). Without a gate none
   * completes.
   */
  private void guard(DelegateTask task) {
    String form = FormOf.task(task);
    if (form == null) {
      return;
    }
    TaskGate present = gate.getIfAvailable();
    if (present == null || !present.mayComplete(task.getId(), form)) {
      throw new TaskWithoutSubmission(task.getTaskDefinitionKey());
    }
  }
}
