/** Information for patients, next of kin and referrers that anybody may read (S18, S19). */
@org.springframework.modulith.ApplicationModule(
    displayName = "Information",
    allowedDependencies = {"kernel", "ui"})
package no.vegvisar.information;
