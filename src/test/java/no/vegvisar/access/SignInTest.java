package no.vegvisar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.Users;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VegvisarTest
class SignInTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Users users;
  @Autowired @FlywayDataSource DataSource ownerDataSource;

  private JdbcClient owner() {
    return JdbcClient.create(ownerDataSource);
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_door_lists_the_demo_users_with_what_they_come_for_and_says_whom_to_call() {
    String page = WebUser.anonymous(port).get("/login").body();

    assertThat(page)
        .contains(
            "Demo",
            "113",
            "Prepare the rights assessment",
            "Helse Møre og Romsdal",
            "Legekontor Demo");
    assertThat(DemoUsers.people())
        .hasSize(18)
        .allSatisfy(person -> assertThat(page).contains(person.displayName()));
  }

  @Test
  void who_is_not_signed_in_is_sent_to_the_door_and_then_to_the_page_they_wanted() {
    WebUser web = WebUser.anonymous(port);

    assertThat(location(web.get("/processes"))).isEqualTo("/login");
    assertThat(location(web.signIn("therapist", DemoUsers.PASSWORD))).isEqualTo("/processes");
  }

  @Test
  void a_click_on_a_demo_user_signs_in() {
    WebUser web = WebUser.anonymous(port);
    web.get("/login");

    assertThat(location(web.post("/login", Map.of("username", "allocation", "demo", "true"))))
        .isEqualTo("/tasks");
  }

  @Test
  void the_start_page_is_the_tasks() {
    WebUser web = WebUser.anonymous(port);

    assertThat(location(web.signIn("auditor", DemoUsers.PASSWORD))).isEqualTo("/tasks");
    assertThat(location(web.get("/"))).isEqualTo("/tasks");
    assertThat(location(web.get("/login"))).isEqualTo("/tasks");
  }

  @Test
  void a_session_lies_in_the_database_and_knows_an_opaque_id() {
    WebUser.signedIn(port, "doctor");

    Integer sessions =
        jdbc.sql("select count(*) from spring_session where principal_name = :id")
            .param("id", DemoUsers.idOf("doctor").value())
            .query(Integer.class)
            .single();
    assertThat(sessions).isPositive();
  }

  @Test
  void ten_failed_tries_close_a_name_for_a_while_and_the_name_is_not_kept() {
    WebUser web = WebUser.anonymous(port);
    for (int i = 0; i < LoginAttempts.MOST; i++) {
      assertThat(location(web.signIn("mistyped-name", "wrong"))).isEqualTo("/login?wrong");
    }

    assertThat(location(web.signIn("mistyped-name", "wrong"))).isEqualTo("/login?locked");
    assertThat(web.get("/login?locked").body()).contains("Wait a quarter of an hour");
    assertThat(
            jdbc.sql("select count(*) from login_attempt where name_hash like '%mistyped%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void every_page_says_what_may_run_and_is_kept_by_nobody() {
    HttpResponse<String> page = WebUser.anonymous(port).get("/login");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self'")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(page.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c).contains("HttpOnly", "SameSite=Lax"));
    assertThat(page.body()).doesNotContain("style=\"", "<script>", "onclick");
  }

  @Test
  void a_foreign_page_cannot_post() {
    WebUser web = WebUser.signedIn(port, "therapist");

    HttpResponse<String> answer = web.postWithoutToken("/language", Map.of("lang", "nn"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("nothing was changed");
  }

  @Test
  void a_role_that_may_not_is_told_so_in_words() {
    HttpResponse<String> answer = WebUser.signedIn(port, "therapist").get("/audit");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("for auditors and the privacy officer", "ask your administrator");
  }

  @Test
  void a_script_that_is_signed_out_gets_json_and_htmx_the_page_again() {
    HttpResponse<String> json =
        WebUser.anonymous(port).with("Accept", "application/json").get("/tasks");
    HttpResponse<String> htmx =
        WebUser.anonymous(port)
            .with("HX-Request", "true")
            .with("HX-Current-URL", "http://localhost/tasks?view=group")
            .get("/tasks");
    HttpResponse<String> form = WebUser.anonymous(port).post("/tasks/1/complete", Map.of());

    assertThat(json.statusCode()).isEqualTo(401);
    assertThat(json.body()).contains("\"message\"", "Sign in in another tab");
    assertThat(htmx.statusCode()).isEqualTo(401);
    assertThat(htmx.headers().firstValue("HX-Redirect")).hasValue("/tasks?view=group");
    assertThat(form.statusCode()).isIn(401, 403);
  }

  @Test
  void a_form_typed_before_the_session_ended_can_be_sent_after_signing_in_again() {
    // given a page with text, and a session that ends
    WebUser web = WebUser.signedIn(port, "intake");
    web.get("/refused");
    owner()
        .sql("delete from spring_session where principal_name = :id")
        .param("id", DemoUsers.idOf("intake").value())
        .update();

    // when it is sent, then it is refused in words
    var refused = web.post("/tasks/1", Map.of("words", "Ring i morgon", "cause", "other"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body())
        .contains(
            "<blockquote class=\"vv-quote\">Ring i morgon</blockquote>",
            "name=\"cause\" value=\"other\"",
            "action=\"/tasks/1\"",
            "Send again");

    // when signed in again with the page's old token, then the token still holds
    assertThat(
            location(
                web.post("/login", Map.of("username", "intake", "password", DemoUsers.PASSWORD))))
        .isEqualTo("/tasks");
    assertThat(web.post("/language", Map.of("lang", "en")).statusCode()).isEqualTo(302);
  }

  @Test
  void the_language_a_user_chooses_follows_them_to_another_browser() {
    WebUser.signedIn(port, "nav-adviser").post("/language", Map.of("lang", "nb"));
    assertThat(users.byUserName("nav-adviser"))
        .get()
        .extracting(User::language)
        .isEqualTo(Language.NB);

    assertThat(WebUser.signedIn(port, "nav-adviser").get("/audit").body())
        .contains("spør administratoren");

    // Other tests read English.
    owner()
        .sql("update user_account set language = null where id = :id")
        .param("id", DemoUsers.idOf("nav-adviser").value())
        .update();
  }

  @Test
  void the_model_door_wants_name_and_password_and_a_process_role() {
    assertThat(WebUser.anonymous(port).get("/engine-rest/version").statusCode()).isEqualTo(401);
    assertThat(door("process-editor", "wrong")).isEqualTo(401);
    assertThat(door("therapist", DemoUsers.PASSWORD)).isEqualTo(403);
    assertThat(door("process-editor", DemoUsers.PASSWORD)).isNotIn(401, 403);
  }

  private int door(String user, String password) {
    return WebUser.anonymous(port)
        .with("Authorization", basic(user, password))
        .get("/engine-rest/version")
        .statusCode();
  }
}
