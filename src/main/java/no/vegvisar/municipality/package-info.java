/** Municipality: the municipality's own cases: applications, decisions, coordinators. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Municipality",
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
      "exchange",
      "coordination"
    })
package no.vegvisar.municipality;
