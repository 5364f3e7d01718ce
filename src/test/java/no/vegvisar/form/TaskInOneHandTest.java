package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task is in one hand at a time; who came too late loses nothing of what they typed. */
@VegvisarTest
class TaskInOneHandTest {

  private static final String GOOD =
      "{\"words\":\"Told the patient\",\"way\":\"on\",\"quiet\":\"a\"}";

  @Autowired FormTrial trial;
  @Autowired FormGate gate;
  @Autowired TaskDesk desk;
  @Autowired StoredDrafts drafts;
  @Autowired OpenTasks tasks;
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
  void of_two_who_claim_at_once_one_gets_the_task() throws Exception {
    String free = trial.task(trial.start()).taskId();

    List<Outcome<?>> both =
        FormTrial.atOnce(
            () -> trial.claim("therapist", free), () -> trial.claim("therapist-2", free));

    assertThat(both).filteredOn(Outcome::isDone).hasSize(1);
    assertThat(both)
        .filteredOn(o -> !o.isDone())
        .flatExtracting(Outcome::refusals)
        .extracting("key")
        .containsExactly("form.refusal.taken");
  }

  @Test
  void another_than_the_assignee_is_refused_and_another_role_sees_nothing() {
    assertThat(trial.complete("therapist-2", first, "x-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.taken");
    assertThatThrownBy(() -> trial.claim("intake", trial.task(trial.start()).taskId()))
        .isInstanceOf(NoAccessException.class);
  }

  @Test
  @Requirement("S29")
  void who_was_too_late_reads_who_has_the_task_and_keeps_what_was_typed() {
    WebUser late = WebUser.signedIn(port, "therapist-2").with("Accept", "application/json");

    var claimed = late.post("/tasks/" + first + "/claim", java.util.Map.of());
    assertThat(claimed.statusCode()).isEqualTo(409);
    assertThat(claimed.body()).contains("Varm V");

    var typed =
        late.post(
            "/tasks/" + first + "/draft",
            "application/json",
            "{\"data\":{\"words\":\"mine\"},\"rev\":0}");
    assertThat(typed.statusCode()).isEqualTo(409);
    assertThat(drafts.ofTask(first, actingAs.actor("therapist-2").id()).orElseThrow().answersJson())
        .contains("mine");
  }

  @Test
  @Requirement("S29")
  void of_somebody_without_access_nothing_is_kept_and_nothing_is_told() {
    WebUser stranger = WebUser.signedIn(port, "intake").with("Accept", "application/json");

    var sent =
        stranger.post(
            "/tasks/" + first + "/complete",
            java.util.Map.of("data", GOOD, "_key", UUID.randomUUID().toString()));
    var typed =
        stranger.post(
            "/tasks/" + first + "/draft",
            "application/json",
            "{\"data\":{\"words\":\"not mine\"},\"rev\":0}");
    var released = stranger.post("/tasks/" + first + "/release", java.util.Map.of());

    for (var answer : List.of(sent, typed, released)) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("Varm V");
    }
    assertThat(drafts.ofTask(first, actingAs.actor("intake").id())).isEmpty();
    assertThat(gate.ofCase(caseNo)).isEmpty();
  }

  @Test
  void a_task_handed_over_takes_its_draft_and_a_word_along() {
    var from = actingAs.actor("therapist").id();
    var to = actingAs.actor("therapist-2").id();
    trial.complete("therapist", first, "h-" + first, "{\"words\":\"half done\"}");

    Outcome<?> outcome =
        actingAs.user("therapist", () -> desk.handOver(first, to, "Call on Thursday"));

    assertThat(outcome.isDone()).isTrue();
    assertThat(drafts.ofTask(first, from)).isEmpty();
    assertThat(drafts.ofTask(first, to).orElseThrow().answersJson()).contains("half done");
    WebUser web = WebUser.signedIn(port, "therapist-2");
    assertThat(web.get("/tasks/" + first).body())
        .contains("Call on Thursday")
        .contains("half done");
    assertThat(trial.complete("therapist", first, "late-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.taken");
    assertThat(
            actingAs
                .user(
                    "therapist-2", () -> desk.handOver(first, actingAs.actor("intake").id(), null))
                .refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.successor");
  }

  @Test
  void a_task_put_back_is_free_again() {
    assertThat(actingAs.user("therapist-2", () -> desk.release(first)).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.taken");

    assertThat(actingAs.user("therapist", () -> desk.release(first)).isDone()).isTrue();

    assertThat(trial.task(caseNo).assignee()).isNull();
    assertThat(trial.complete("therapist", first, "free-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.unclaimed");
    assertThat(trial.claim("therapist-2", first).isDone()).isTrue();
  }
}
