package no.vegvisar.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;

/** Keeps the engine's incident and tells whoever makes a person look at it. */
class Incidents extends DefaultIncidentHandler {

  private final ObjectProvider<IncidentListener> listeners;

  Incidents(ObjectProvider<IncidentListener> listeners) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.listeners = listeners;
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    Incident incident = super.handleIncident(context, message);
    ExecutionEntity execution =
        context.getExecutionId() == null
            ? null
            : Context.getCommandContext()
                .getExecutionManager()
                .findExecutionById(context.getExecutionId());
    ProcessDefinitionEntity definition =
        execution == null ? null : execution.getProcessDefinition();
    listeners.forEach(
        l ->
            l.outOfRetries(
                execution == null ? null : execution.getProcessBusinessKey(),
                    context.getConfiguration(),
                definition == null ? null : definition.getKey(), context.getActivityId()));
    return incident;
  }
}
