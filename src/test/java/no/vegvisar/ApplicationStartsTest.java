package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@VegvisarTest
class ApplicationStartsTest {

  @Autowired TestRestTemplate http;

  @Test
  void the_application_starts_on_its_own_database_and_says_it_is_up() {
    assertThat(http.getForObject("/actuator/health", String.class)).contains("UP");
  }
}
