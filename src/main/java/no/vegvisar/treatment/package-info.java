/** Treatment: work-up and treatment: therapist, needs, children, plan, evaluations. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Treatment",
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
      "correspondence",
      "document",
      "assessment",
      "coordination"
    })
package no.vegvisar.treatment;
