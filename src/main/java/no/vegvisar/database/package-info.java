/**
 * Database: the schemas' migrations, and the PostgreSQL that a laptop or a test starts for itself.
 *
 * <p>The packaged application has no embedded PostgreSQL; it is told where its database is.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
package no.vegvisar.database;
