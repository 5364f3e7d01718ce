package no.vegvisar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Vegvisar: case management for the addiction-treatment pathway. */
@EnableScheduling
@Modulithic(systemName = "Vegvisar")
@SpringBootApplication
public class VegvisarApplication {

  public static void main(String[] args) {
    SpringApplication.run(VegvisarApplication.class, args);
  }
}
