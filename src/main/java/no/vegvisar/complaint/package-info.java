/**
 * Complaint: a complaint from received to carried out, beside the case and after it (pbrl ch. 7).
 *
 * <p>Process: {@code processes/complaint.bpmn}, a root of its own on the number of the case.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Complaint",
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
      "referral",
      "assessment"
    })
package no.vegvisar.complaint;
