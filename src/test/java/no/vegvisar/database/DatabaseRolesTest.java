package no.vegvisar.database;

import static org.assertj.core.api.Assertions.assertThat;

import no.vegvisar.VegvisarTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The application connects with less than the owner has, so that no fault of its own can rewrite
 * history (decisions 35).
 */
@VegvisarTest
class DatabaseRolesTest {

  @Autowired JdbcTemplate jdbc;

  @Test
  void the_application_is_not_the_owner_and_makes_no_tables() {
    assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo("vegvisar_app");
    assertThat(
            jdbc.queryForObject(
                "select has_schema_privilege(current_user, 'public', 'CREATE')", Boolean.class))
        .isFalse();
    assertThat(
            jdbc.queryForObject(
                "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user",
                Boolean.class))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case_event", "read_log", "read_log_seal", "form_submission", "form_file", "deadline_cause",
            "document_content",
        "role_grant_history", "gateway_message", "audit_search", "child_answer", "needs_record",
            "treatment_plan", "evaluation",
        "summary_delivery"
      })
  void what_is_only_added_to_cannot_be_changed_or_taken_away_by_the_application(String table) {
    assertThat(may("vegvisar_app", table, "INSERT")).isTrue();
    assertThat(may("vegvisar_app", table, "UPDATE")).isFalse();
    assertThat(may("vegvisar_app", table, "DELETE")).isFalse();
    assertThat(may("vegvisar_app", table, "TRUNCATE")).isFalse();
  }

  @Test
  void the_history_of_migrations_is_read_only_to_the_application() {
    assertThat(may("vegvisar_app", "flyway_schema_history", "UPDATE")).isFalse();
  }

  @Test
  void forgetting_is_a_role_of_its_own_that_can_write_nothing() {
    assertThat(may("vegvisar_purge", "form_submission", "DELETE")).isTrue();
    assertThat(may("vegvisar_purge", "form_submission", "INSERT")).isFalse();
    assertThat(may("vegvisar_purge", "case_event", "UPDATE")).isFalse();
    assertThat(may("vegvisar_purge", "act_ru_task", "SELECT")).isFalse();
  }

  private boolean may(String role, String table, String right) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select has_table_privilege(?, ?, ?)", Boolean.class, role, table, right));
  }
}
