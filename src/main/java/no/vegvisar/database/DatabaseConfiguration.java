package no.vegvisar.database;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Flyway owns both schemas, the domain's and the engine's (spike §1). */
@Configuration
class DatabaseConfiguration {

  @Bean
  FlywayConfigurationCustomizer schemas(@Value("${vegvisar.database.app-role}") String appRole) {
    return flyway ->
        flyway.javaMigrations(new EngineSchema()).placeholders(Map.of("appRole", appRole));
  }
}
