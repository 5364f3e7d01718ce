package no.vegvisar.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * The same PostgreSQL for tests: a free port, a directory that goes with it, the same two roles as
 * everywhere.
 */
@Configuration
@Profile("test")
public class TestDatabase {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic")
        .setLocaleConfig("locale", "C.UTF-8")
        .setRegisterShutdownHook(false)
        .start();
  }

  @Bean
  @FlywayDataSource
  DataSource ownerDataSource(
      EmbeddedPostgres postgres, @Value("${vegvisar.database.app-role}") String appRole)
      throws SQLException {
    return EmbeddedDatabase.ownerOf(postgres, appRole);
  }

  @Bean
  @Primary
  HikariDataSource dataSource(
      EmbeddedPostgres postgres, @Value("${vegvisar.database.app-role}") String appRole) {
    return EmbeddedDatabase.appOf(postgres, appRole);
  }
}
