/** Audit: how a case went, who read it, proof that nothing was altered. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "engine",
      "ui",
      "document",
      "form"
    })
package no.vegvisar.audit;
