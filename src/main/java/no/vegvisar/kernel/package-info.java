/**
 * Kernel: what every module speaks: numbers, refusals, the one clock, languages. Depends on nothing
 * here.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Kernel",
    allowedDependencies = {})
package no.vegvisar.kernel;
