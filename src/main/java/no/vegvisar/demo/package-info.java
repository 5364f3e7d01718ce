/**
 * Demo: the synthetic world of a laptop: sixteen cases and everybody's work, made through the real
 * services under a moved clock, dated relative to today. Exists in profile {@code demo} only;
 * nobody depends on it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "patient",
      "casefile",
      "engine",
      "form",
      "deadline",
      "correspondence",
      "assessment",
      "referral",
      "worklist",
      "breach",
      "modelling"
    })
package no.vegvisar.demo;
