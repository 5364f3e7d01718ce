package no.vegvisar.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The step behind every rule task: asks the module for the facts, the table for the rows, and
 * leaves the process one code at most. The task's properties name the table ({@code decision}) and
 * the variable ({@code result}).
 */
@Component
class RunDecision implements JavaDelegate {

  private final ObjectProvider<DecisionStep> steps;
  private final DecisionTables tables;
  private final ModelTexts texts;

  RunDecision(ObjectProvider<DecisionStep> steps, DecisionTables tables, ModelTexts texts) {
    this.steps = steps;
    this.tables = tables;
    this.texts = texts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, String> properties =
        texts
            .element(execution.getProcessDefinitionId(), execution.getCurrentActivityId())
            .properties();
    String decision = properties.get("decision");
    DecisionStep step =
        steps.stream()
            .filter(s -> s.decision().equals(decision))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nobody brings facts for " + decision));
    String caseNo = execution.getProcessBusinessKey();
    List<DecisionTrace> traces =
        step.facts(caseNo).stream().map(f -> tables.evaluate(decision, f)).toList();
    String code = step.decided(caseNo, traces);
    Optional.ofNullable(properties.get("result"))
        .ifPresent(name -> execution.setVariable(name, code));
  }
}
