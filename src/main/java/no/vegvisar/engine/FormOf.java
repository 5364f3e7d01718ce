package no.vegvisar.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/** Which form a task is bound to. */
final class FormOf {

  private FormOf() {}

  static String task(DelegateTask task) {
    TaskDefinition definition = ((TaskEntity) task).getTaskDefinition();
    return definition.getCamundaFormDefinitionKey() == null
        ? null
        : String.valueOf(definition.getCamundaFormDefinitionKey().getExpressionText());
  }
}
