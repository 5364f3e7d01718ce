/**
 * Form: the gate through which every answer passes, the submissions it stores and the drafts it
 * keeps; the task page.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Form",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "document",
      "engine",
      "ui"
    })
package no.vegvisar.form;
