package no.vegvisar.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class KernelConfiguration {

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }
}
