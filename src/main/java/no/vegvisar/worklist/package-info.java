/** Worklist: who has to do what by when, a projection of open tasks. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Worklist",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "engine",
      "ui",
      "deadline",
      "form"
    })
package no.vegvisar.worklist;
