/** Document: files of a case and their content. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Document",
    allowedDependencies = {"kernel", "organisation", "access", "casefile", "ui"})
package no.vegvisar.document;
