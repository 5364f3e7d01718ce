/**
 * Deadline: legal and own clocks: rules from {@code processes/deadline-rules.dmn}, calendars,
 * causes, warnings, breaches.
 *
 * <p>Models ask {@code ${deadlines.due('T01', caseNo)}}, {@code warn} and {@code over}.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Deadline",
    allowedDependencies = {"kernel", "organisation", "access", "casefile", "engine", "ui"})
package no.vegvisar.deadline;
