package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Harness;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of a task: before and after the claim, drafts, and what was answered. */
@VegvisarTest
class TaskPagesTest {

  private static final String GOOD =
      "{\"words\":\"Told the patient\",\"way\":\"on\",\"quiet\":\"a\"}";

  @Autowired FormTrial trial;
  @Autowired StoredDrafts drafts;
  @Autowired OpenTasks tasks;
  @Autowired CaseFiles cases;
  @Autowired DraftTidy tidy;
  @Autowired Harness harness;
  @Autowired Clock clock;
  @Autowired ActingAs actingAs;
  @LocalServerPort int port;

  private CaseNo caseNo;
  private String first;

  @BeforeEach
  void a_case_with_its_first_task_claimed() {
    caseNo = trial.start();
    first = trial.task(caseNo).taskId();
    assertThat(trial.claim("therapist", first).isDone()).isTrue();
  }

  @Test
  void the_page_shows_the_head_before_the_claim_and_the_form_after() {
    WebUser web = WebUser.signedIn(port, "therapist-2");
    String free = trial.task(trial.start()).taskId();

    String head = web.get("/tasks/" + free).body();
    assertThat(head).contains("/tasks/" + free + "/claim").doesNotContain("data-island=\"form\"");
    assertThat(web.post("/tasks/" + free + "/claim", java.util.Map.of()).statusCode())
        .isEqualTo(303);

    String form = web.get("/tasks/" + free).body();
    assertThat(form).contains("data-island=\"form\"").contains("/tasks/" + free + "/complete");
  }

  @Test
  void the_page_completes_by_json_and_leads_on_with_what_happens_next() {
    WebUser web = WebUser.signedIn(port, "therapist").with("Accept", "application/json");
    String version = gateVersion();

    var refused =
        web.post(
            "/tasks/" + first + "/complete",
            java.util.Map.of(
                "data",
                "{\"way\":\"on\"}",
                "_version",
                version,
                "_key",
                UUID.randomUUID().toString()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"key\":\"words\"");

    var old =
        web.post(
            "/tasks/" + first + "/complete",
            java.util.Map.of(
                "data", GOOD, "_version", "000000000000", "_key", UUID.randomUUID().toString()));
    assertThat(old.statusCode()).isEqualTo(409);

    var done =
        web.post(
            "/tasks/" + first + "/complete",
            java.util.Map.of(
                "data", GOOD, "_version", version, "_key", UUID.randomUUID().toString()));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("/tasks?view=mine&done=");
    String next =
        done.body().replaceFirst("(?s).*\"location\":\"([^\"]+)\".*", "$1").replace("\\u0026", "&");
    assertThat(WebUser.signedIn(port, "therapist").get(next).body())
        .contains("“First” is done")
        .contains("Second (Therapist)");

    var late =
        web.post(
            "/tasks/" + first + "/complete",
            java.util.Map.of(
                "data", GOOD, "_version", version, "_key", UUID.randomUUID().toString()));
    assertThat(late.statusCode()).isEqualTo(409);
  }

  @Test
  void drafts_are_kept_in_order_of_their_revisions() {
    WebUser web = WebUser.signedIn(port, "therapist");
    web.get("/tasks/" + first);
    web.with("Accept", "application/json");

    var one =
        web.post(
            "/tasks/" + first + "/draft",
            "application/json",
            "{\"data\":{\"words\":\"a\"},\"rev\":0}");
    assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
    assertThat(one.body()).contains("\"rev\":1");
    assertThat(
            web.post(
                    "/tasks/" + first + "/draft",
                    "application/json",
                    "{\"data\":{\"words\":\"b\"},\"rev\":0}")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            web.post(
                    "/tasks/" + first + "/draft",
                    "application/json",
                    "{\"data\":{\"words\":\"c\"},\"rev\":1}")
                .body())
        .contains("\"rev\":2");
    assertThat(web.get("/tasks/" + first).statusCode()).isEqualTo(200);
  }

  @Test
  void what_was_answered_can_be_read_by_those_who_treat_and_by_no_one_else() {
    Submission done = trial.complete("therapist", first, "r-" + first, GOOD).value();
    cases.assign(caseNo, no.vegvisar.organisation.Role.THERAPIST, actingAs.actor("therapist").id());
    String page = "/cases/" + caseNo + "/forms";

    WebUser therapist = WebUser.signedIn(port, "therapist");
    assertThat(therapist.get(page).body()).contains(page + "/" + done.id());
    assertThat(therapist.get(page + "/" + done.id()).body())
        .contains("Told the patient")
        .contains("data-readonly=\"true\"");
    assertThat(WebUser.signedIn(port, "therapist-2").get(page + "/" + done.id()).statusCode())
        .isEqualTo(403);
    assertThat(WebUser.signedIn(port, "auditor").get(page + "/" + done.id()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void drafts_of_tasks_that_are_gone_are_thrown_away_after_a_month() {
    CaseNo other = trial.start();
    String open = trial.task(other).taskId();
    trial.claim("therapist", open);
    trial.complete("therapist", open, "t-" + open, "{\"words\":\"half\"}");
    trial.complete("therapist", first, "t-" + first, "{\"words\":\"half\"}");
    trial.cancel(caseNo);

    tidy.tidy();
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id())).isPresent();

    harness.at(clock.instant().plus(DraftTidy.KEPT).plusSeconds(60));
    tidy.tidy();
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id())).isEmpty();
    assertThat(drafts.ofTask(open, actingAs.actor("therapist").id())).isPresent();
  }

  private String gateVersion() {
    return FormSchema.digest(tasks.form(first).orElseThrow()).substring(0, 12);
  }
}
