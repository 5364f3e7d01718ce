/** Document: files of a case and their content. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Document",
    allowedDependencies = {"kernel", "access", "casefile", "ui"})
package no.vegvisar.document;
