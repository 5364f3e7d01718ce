/**
 * Correspondence: letters from templates, notices, and the outbox through which everything leaves.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Correspondence",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "engine",
      "ui",
      "patient",
      "document",
      "form"
    })
package no.vegvisar.correspondence;
