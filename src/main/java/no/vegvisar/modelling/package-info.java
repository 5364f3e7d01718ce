/** Modelling: draft, check, compare, approve and publish processes. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Modelling",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "form",
      "worklist",
      "engine",
      "ui"
    })
package no.vegvisar.modelling;
