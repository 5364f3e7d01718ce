/**
 * Follow-up: the end is planned together, handed over, and a person closes.
 *
 * <p>The referral is asked only for who referred, because the discharge summary goes there (hpl
 * 45a).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Follow-up",
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
      "referral",
      "coordination",
      "treatment"
    })
package no.vegvisar.followup;
