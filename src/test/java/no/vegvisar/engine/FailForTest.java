package no.vegvisar.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A step that breaks as steps do: the database refuses a row, and the row holds something personal.
 */
@Component("failForTest")
class FailForTest implements JavaDelegate {

  static volatile String personal = "";

  private final JdbcTemplate jdbc;

  FailForTest(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void execute(DelegateExecution execution) {
    for (int twice = 0; twice < 2; twice++) {
      jdbc.update(
          "insert into shipped_model (model_key, sha256, at) values (?, 'x', now())", personal);
    }
  }
}
