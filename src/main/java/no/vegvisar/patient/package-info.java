/**
 * Patient: the person behind a case, per data controller: identity, address protection, legal
 * bases, access blocks.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Patient",
    allowedDependencies = {"kernel", "organisation", "access", "ui"})
package no.vegvisar.patient;
