/**
 * Assessment: the rights assessment: prepared by the team, signed by another, told to the patient.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Assessment",
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
      "referral"
    })
package no.vegvisar.assessment;
