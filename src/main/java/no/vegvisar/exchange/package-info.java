/**
 * Exchange: the gateway between the clinic and municipalities, on this installation or (later) over
 * FHIR.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Exchange",
    allowedDependencies = {
      "kernel",
      "organisation",
      "access",
      "casefile",
      "engine",
      "ui",
      "patient",
      "document",
      "correspondence"
    })
package no.vegvisar.exchange;
