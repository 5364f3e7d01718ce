package no.vegvisar.breach;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Time-stamp codes as they are reported; data with validity, because the coding guide changes. */
@Component
class HelfoCodes {

  private final JdbcClient jdbc;

  HelfoCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty for what is not reported. */
  Optional<String> of(String meaning, LocalDate on) {
    return jdbc.sql(
            "select code from helfo_code where meaning = :meaning and valid_from <= :on"
                + " and (valid_to is null or valid_to >= :on) order by valid_from desc limit 1")
        .param("meaning", meaning)
        .param("on", on)
        .query(String.class)
        .optional();
  }
}
