/** Coordination: requests to municipalities, disclosures, the responsibility group. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Coordination",
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
      "exchange"
    })
package no.vegvisar.coordination;
