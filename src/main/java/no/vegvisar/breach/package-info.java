/**
 * Deadline breach: the start deadline that is not kept: Helfo, the patient, and what came of it
 * (pbrl 2-2).
 *
 * <p>Process: {@code processes/deadline-breach.bpmn}, a root of its own on the number of the case,
 * which ends when the case stops.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Deadline breach",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "engine",
      "ui",
      "patient",
      "deadline",
      "form",
      "correspondence"
    })
package no.vegvisar.breach;
