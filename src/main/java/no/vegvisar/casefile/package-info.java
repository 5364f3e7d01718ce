/**
 * Case file: the case itself: number, phase, unit, team and its ledger (the timeline), the frame of
 * the case page.
 *
 * <p>Process: {@code processes/treatment-pathway.bpmn}, told through {@link
 * no.vegvisar.casefile.PathwayProcess}.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Case file",
    allowedDependencies = {"kernel", "organisation", "access", "patient", "engine", "ui"})
package no.vegvisar.casefile;
