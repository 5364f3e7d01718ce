package no.vegvisar.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/** Somebody tried to complete a form task past its form. */
class TaskWithoutSubmission extends ProcessEngineException {

  TaskWithoutSubmission(String elementId) {
    super("task " + elementId + " completes only with a submission of its form");
  }
}
