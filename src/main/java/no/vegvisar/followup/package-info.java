/** Follow-up: the end is planned together, handed over, and a person closes. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Follow-up",
    allowedDependencies = {"kernel", "organisation", "access", "casefile", "engine", "ui", "patient", "deadline", "form", "correspondence", "document", "exchange", "coordination", "treatment"})
package no.vegvisar.followup;
