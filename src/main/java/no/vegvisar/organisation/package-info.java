/**
 * Organisation: bodies, units, users and the roles they hold.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Organisation", allowedDependencies = {"kernel"})
package no.vegvisar.organisation;
