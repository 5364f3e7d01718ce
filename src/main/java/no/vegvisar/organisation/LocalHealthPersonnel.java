package no.vegvisar.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of health personnel as a table of this installation. An empty one knows nobody. */
@Component
@Transactional
class LocalHealthPersonnel implements HealthPersonnelRegister {

  private final JdbcClient jdbc;

  LocalHealthPersonnel(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Answer ask(String number) {
    return jdbc.sql("select standing, profession from health_personnel where number = :number")
        .param("number", number)
        .query(
            (row, n) ->
                row.getString("standing").equals("authorised")
                    ? new Answer(Standing.AUTHORISED, row.getString("profession"))
                    : new Answer(Standing.UNREACHABLE, null))
        .optional()
        .orElseGet(() -> new Answer(empty() ? Standing.UNREACHABLE : Standing.NOT_FOUND, null));
  }

  private boolean empty() {
    return !jdbc.sql("select exists (select from health_personnel)").query(Boolean.class).single();
  }

  /** Enters somebody, or leaves them as they stand. */
  void enter(String number, String profession) {
    jdbc.sql(
            "insert into health_personnel (number, profession, standing) values (:number, :profession, :standing) on conflict do nothing")
        .param("number", number)
        .param("profession", profession)
        .param("standing", profession == null ? "unreachable" : "authorised")
        .update();
  }
}
