package no.vegvisar.engine;

import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Tells {@link CurrentStep} which step runs, so that the ledger knows from where a fact came. */
class Steps extends DefaultDelegateInterceptor {

  @Override
  public void handleInvocation(DelegateInvocation invocation) throws Exception {
    if (!(invocation.getContextExecution() instanceof ExecutionEntity execution)
        || execution.getActivityId() == null) {
      super.handleInvocation(invocation);
      return;
    }
    ProcessDefinitionEntity definition = execution.getProcessDefinition();
    var step =
        new StepRef(
            definition.getKey(),
            definition.getVersion(),
            execution.getActivityId(),
            null,
            null,
            null);
    try {
      CurrentStep.in(
          step,
          () -> {
            try {
              super.handleInvocation(invocation);
              return null;
            } catch (Exception e) {
              throw new Wrapped(e);
            }
          });
    } catch (Wrapped wrapped) {
      throw wrapped.checked;
    }
  }

  /** Carries a checked exception through a supplier. */
  private static final class Wrapped extends RuntimeException {
    private final Exception checked;

    Wrapped(Exception checked) {
      super(checked);
      this.checked = checked;
    }
  }
}
