/**
 * Access: who may see what, the read log, signing in.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Access", allowedDependencies = {"kernel", "organisation", "ui"})
package no.vegvisar.access;
