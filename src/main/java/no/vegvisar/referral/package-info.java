/** Referral: from the letter that arrives to the way it takes. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Referral",
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
      "document"
    })
package no.vegvisar.referral;
