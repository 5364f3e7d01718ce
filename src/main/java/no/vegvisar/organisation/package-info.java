/**
 * Organisation: bodies (each one data controller), their units, those who can sign in, and the
 * roles they hold in which unit from when to when. The register of the seeds' own organisations is
 * configuration and comes with the schema; persons are made by an administrator, in the demo by
 * {@link no.vegvisar.organisation.DemoUsers}.
 *
 * <p>Rules kept here: an organisation number has a right check digit or is missing (S189); nobody
 * gives a role to themselves; NAV's municipal and state part are never held by one person at once;
 * every grant and every end of one is remembered with who did it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Organisation",
    allowedDependencies = {"kernel"})
package no.vegvisar.organisation;
