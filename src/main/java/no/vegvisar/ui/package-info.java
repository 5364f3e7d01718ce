/** Pages: the page frame, languages, error pages, islands. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Pages",
    allowedDependencies = {"kernel"})
package no.vegvisar.ui;
