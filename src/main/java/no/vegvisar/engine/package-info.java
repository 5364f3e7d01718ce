/**
 * Engine: everything about Camunda 7 that is not a single process: settings, the model policy, the
 * catalogue of what an expression may call, deployment, tables, messages, task changes. With each
 * module's {@code process} package the only place that imports the engine, so that it can be left
 * (ADR 0001).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Engine",
    allowedDependencies = {"kernel"})
package no.vegvisar.engine;
