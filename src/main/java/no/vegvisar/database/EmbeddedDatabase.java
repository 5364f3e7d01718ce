package no.vegvisar.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * The PostgreSQL of the demo: started with the application on a fixed port, its data survive
 * restarts and crashes (fsync on). Any local user may connect to it, so it is for a laptop and
 * synthetic persons only.
 */
@Configuration
@Profile("demo")
@ConditionalOnClass(EmbeddedPostgres.class)
class EmbeddedDatabase {

  static final String DATABASE = "vegvisar";
  static final String OWNER = "vegvisar_owner";
  static final String PURGE = "vegvisar_purge";
  static final String MAJOR = "17";

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(
      @Value("${vegvisar.embedded-database.directory}") Path directory,
      @Value("${vegvisar.embedded-database.port}") int port,
      @Value("${vegvisar.demo.reset:false}") boolean reset)
      throws IOException {
    var data = new DataDirectory(directory, port, MAJOR);
    data.prepare();
    if (reset) {
      data.empty();
    }
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory.toAbsolutePath().normalize())
        .setCleanDataDirectory(false)
        .setPort(port)
        // zonky's own defaults are off: a crash of the machine would lose or corrupt data
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // the server's own log quotes the values of a refused row, and it ends in ours (decisions
        // 10)
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic")
        .setLocaleConfig("locale", "C.UTF-8")
        // else its own hook stops PostgreSQL under the pool while the application shuts down
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  @Bean
  @FlywayDataSource
  DataSource ownerDataSource(
      EmbeddedPostgres postgres, @Value("${vegvisar.database.app-role}") String appRole)
      throws SQLException {
    return ownerOf(postgres, appRole);
  }

  @Bean
  @Primary
  HikariDataSource dataSource(
      EmbeddedPostgres postgres, @Value("${vegvisar.database.app-role}") String appRole) {
    return appOf(postgres, appRole);
  }

  /**
   * Makes database and roles when they are missing; the owner migrates, the application has no DDL
   * (decisions 35).
   */
  static DataSource ownerOf(EmbeddedPostgres postgres, String appRole) throws SQLException {
    try (Connection admin = postgres.getPostgresDatabase().getConnection();
        Statement sql = admin.createStatement()) {
      for (String role : new String[] {OWNER, appRole, PURGE}) {
        if (!exists(sql, "select from pg_roles where rolname = '" + role + "'")) {
          sql.execute("create role " + role + " login");
        }
      }
      if (!exists(sql, "select from pg_database where datname = '" + DATABASE + "'")) {
        sql.execute("create database " + DATABASE + " owner " + OWNER);
      }
    }
    try (Connection admin = postgres.getDatabase("postgres", DATABASE).getConnection();
        Statement sql = admin.createStatement()) {
      sql.execute("alter schema public owner to " + OWNER);
      for (String extension : new String[] {"btree_gist", "pg_trgm", "unaccent"}) {
        sql.execute("create extension if not exists " + extension);
      }
    }
    return as(postgres, OWNER);
  }

  static HikariDataSource appOf(EmbeddedPostgres postgres, String appRole) {
    var pool = new HikariDataSource();
    pool.setDataSource(as(postgres, appRole));
    pool.setMaximumPoolSize(12);
    pool.setAutoCommit(false);
    pool.setPoolName("vegvisar");
    return pool;
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }

  private static DataSource as(EmbeddedPostgres postgres, String user) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {postgres.getPort()});
    source.setDatabaseName(DATABASE);
    source.setUser(user);
    // the driver's messages quote values, and values may be persons (decisions 10)
    source.setLogServerErrorDetail(false);
    return source;
  }
}
