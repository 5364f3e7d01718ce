package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.vegvisar.ActingAs;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers pass one gate, all or nothing (rule 1). */
@VegvisarTest
class FormGateTest {

  private static final String GOOD =
      "{\"words\":\"Told the patient\",\"way\":\"on\",\"quiet\":\"a\"}";

  @Autowired FormTrial trial;
  @Autowired FormGate gate;
  @Autowired TaskDesk desk;
  @Autowired StoredDrafts drafts;
  @Autowired OpenTasks tasks;
  @Autowired TaskService engine;
  @Autowired HistoryService history;
  @Autowired CaseLedger ledger;
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
    assertThat(claim("therapist", first).isDone()).isTrue();
  }

  @Test
  void answers_are_stored_told_to_the_ledger_and_complete_the_task() {
    Outcome<Submission> outcome = complete("therapist", first, "k-" + first, GOOD);

    assertThat(outcome.isDone()).isTrue();
    assertThat(trial.task(caseNo).elementId()).isEqualTo("UserTask_Second");
    Submission stored = gate.get(outcome.value().id());
    assertThat(stored.text("words")).isEqualTo("Told the patient");
    assertThat(stored.by()).isEqualTo(actingAs.actor("therapist").id());
    assertThat(gate.ofCase(caseNo)).extracting(Submission::formId).containsExactly("trial-first");
    var last = ledger.entries(caseNo).get(ledger.entries(caseNo).size() - 1);
    assertThat(last.type()).isEqualTo("form.submitted/1");
    assertThat(last.step().elementId()).isEqualTo("UserTask_First");
    assertThat(last.step().formVersion()).isEqualTo(stored.formVersion());
  }

  @Test
  void only_choices_that_gateways_ask_reach_the_engine_and_hidden_ones_as_nothing() {
    complete(
        "therapist",
        first,
        "k-" + first,
        "{\"words\":\"secret\",\"way\":\"on\",\"why\":\"a\",\"quiet\":\"a\",\"extra\":\"x\"}");

    List<HistoricVariableInstance> variables =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(trial.task(caseNo).processInstanceId())
            .list();
    assertThat(variables)
        .extracting(HistoricVariableInstance::getName)
        .containsExactlyInAnyOrder("caseNo", "way", "why");
    assertThat(variables)
        .filteredOn(v -> v.getName().equals("why"))
        .extracting(HistoricVariableInstance::getValue)
        .containsOnlyNulls();
    assertThat(gate.ofCase(caseNo).get(0).answers().has("why")).isFalse();
  }

  @Test
  void a_command_that_refuses_leaves_nothing_and_keeps_what_was_typed() {
    long before = ledger.entries(caseNo).size();

    Outcome<Submission> outcome =
        complete("therapist", first, "k-" + first, GOOD.replace("Told the patient", "refuse"));

    assertThat(outcome.refusals()).extracting(Refusal::field).containsExactly("words");
    assertNothingHappened(before);
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id()).orElseThrow().answersJson())
        .contains("refuse");
  }

  @Test
  void a_command_that_breaks_leaves_nothing_and_keeps_what_was_typed() {
    long before = ledger.entries(caseNo).size();

    assertThatThrownBy(
            () ->
                complete(
                    "therapist", first, "k-" + first, GOOD.replace("Told the patient", "fail")))
        .isInstanceOf(IllegalStateException.class);

    assertNothingHappened(before);
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id())).isPresent();
  }

  private void assertNothingHappened(long entries) {
    assertThat(trial.task(caseNo).taskId()).isEqualTo(first);
    assertThat(gate.ofCase(caseNo)).isEmpty();
    assertThat(ledger.entries(caseNo)).hasSize((int) entries);
  }

  @Test
  void no_client_completes_a_form_task_past_the_gate() {
    assertThatThrownBy(() -> engine.complete(first))
        .hasStackTraceContaining("TaskWithoutSubmission");
    assertThatThrownBy(() -> tasks.complete(first, java.util.Map.of("way", "on")))
        .hasStackTraceContaining("TaskWithoutSubmission");

    assertThat(trial.task(caseNo).taskId()).isEqualTo(first);
  }

  @Test
  void the_same_key_twice_gives_the_first_result_and_nothing_more() {
    Submission one = complete("therapist", first, "same-" + first, GOOD).value();
    Submission two =
        complete("therapist", first, "same-" + first, GOOD.replace("Told", "Asked")).value();

    assertThat(two.id()).isEqualTo(one.id());
    assertThat(gate.ofCase(caseNo)).hasSize(1);
    assertThat(complete("therapist-2", first, "same-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.key");
  }

  @Test
  void the_same_key_twice_at_once_completes_once() throws Exception {
    List<Outcome<Submission>> both =
        atOnce(
            () -> complete("therapist", first, "twice-" + first, GOOD),
            () -> complete("therapist", first, "twice-" + first, GOOD));

    assertThat(both).allMatch(Outcome::isDone);
    assertThat(both.get(0).value().id()).isEqualTo(both.get(1).value().id());
    assertThat(gate.ofCase(caseNo)).hasSize(1);
  }

  @Test
  void of_two_who_claim_at_once_one_gets_the_task() throws Exception {
    String free = trial.task(trial.start()).taskId();

    List<Outcome<?>> both =
        atOnce(() -> claim("therapist", free), () -> claim("therapist-2", free));

    assertThat(both).filteredOn(Outcome::isDone).hasSize(1);
    assertThat(both)
        .filteredOn(o -> !o.isDone())
        .flatExtracting(Outcome::refusals)
        .extracting("key")
        .containsExactly("form.refusal.taken");
  }

  @Test
  @Requirement("S29")
  void who_did_the_step_before_may_not_decide_it() {
    complete("therapist", first, "k-" + first, GOOD);
    String second = trial.task(caseNo).taskId();

    assertThat(claim("therapist", second).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.same-person");
    // handed over behind the desk's back it still does not pass
    tasks.assign(second, actingAs.actor("therapist").id().value());
    assertThat(complete("therapist", second, "k-" + second, "{}").refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.same-person");

    tasks.assign(second, null);
    assertThat(claim("therapist-2", second).isDone()).isTrue();
    assertThat(complete("therapist-2", second, "k2-" + second, "{\"note\":\"Seen\"}").isDone())
        .isTrue();
  }

  @Test
  void a_form_without_a_handler_completes_and_keeps_its_answers() {
    complete("therapist", first, "k-" + first, GOOD);
    String second = trial.task(caseNo).taskId();
    claim("therapist-2", second);

    complete("therapist-2", second, "k-" + second, "{\"note\":\"Seen\"}");

    assertThat(tasks.ofCase(caseNo.value())).isEmpty();
    assertThat(gate.ofCase(caseNo).get(1).text("note")).isEqualTo("Seen");
  }

  @Test
  void another_than_the_assignee_is_refused_and_another_role_sees_nothing() {
    assertThat(complete("therapist-2", first, "x-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.taken");
    assertThatThrownBy(() -> claim("intake", trial.task(trial.start()).taskId()))
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
    assertThat(WebUserPage.html(port, "therapist", next))
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
  void a_task_handed_over_takes_its_draft_and_a_word_along() {
    var from = actingAs.actor("therapist").id();
    var to = actingAs.actor("therapist-2").id();
    complete("therapist", first, "h-" + first, "{\"words\":\"half done\"}");

    Outcome<?> outcome =
        actingAs.user("therapist", () -> desk.handOver(first, to, "Call on Thursday"));

    assertThat(outcome.isDone()).isTrue();
    assertThat(drafts.ofTask(first, from)).isEmpty();
    assertThat(drafts.ofTask(first, to).orElseThrow().answersJson()).contains("half done");
    WebUser web = WebUser.signedIn(port, "therapist-2");
    assertThat(web.get("/tasks/" + first).body())
        .contains("Call on Thursday")
        .contains("half done");
    assertThat(complete("therapist", first, "late-" + first, GOOD).refusals())
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
  void what_was_answered_can_be_read_by_those_who_treat_and_by_no_one_else() {
    Submission done = complete("therapist", first, "r-" + first, GOOD).value();
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
    claim("therapist", open);
    complete("therapist", open, "t-" + open, "{\"words\":\"half\"}");
    complete("therapist", first, "t-" + first, "{\"words\":\"half\"}");
    trial.cancel(caseNo);

    tidy.tidy();
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id())).isPresent();

    harness.at(clock.instant().plus(DraftTidy.KEPT).plusSeconds(60));
    tidy.tidy();
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id())).isEmpty();
    assertThat(drafts.ofTask(open, actingAs.actor("therapist").id())).isPresent();
  }

  @Test
  void a_task_put_back_is_free_again() {
    assertThat(actingAs.user("therapist-2", () -> desk.release(first)).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.taken");

    assertThat(actingAs.user("therapist", () -> desk.release(first)).isDone()).isTrue();

    assertThat(trial.task(caseNo).assignee()).isNull();
    assertThat(complete("therapist", first, "free-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.unclaimed");
    assertThat(claim("therapist-2", first).isDone()).isTrue();
  }

  private String gateVersion() {
    return FormSchema.digest(tasks.form(first).orElseThrow()).substring(0, 12);
  }

  private Outcome<Submission> complete(String user, String task, String key, String answers) {
    return actingAs.user(user, () -> gate.completeTask(task, key, answers));
  }

  private Outcome<?> claim(String user, String task) {
    return actingAs.user(user, () -> desk.claim(task));
  }

  @SafeVarargs
  private static <T> List<T> atOnce(java.util.concurrent.Callable<? extends T>... work)
      throws Exception {
    var pool = Executors.newFixedThreadPool(work.length);
    try {
      var start = new CountDownLatch(1);
      List<Future<T>> futures =
          java.util.Arrays.stream(work)
              .<Future<T>>map(
                  w ->
                      pool.submit(
                          () -> {
                            start.await();
                            return (T) w.call();
                          }))
              .toList();
      start.countDown();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> f : futures) {
        results.add(f.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  /** A page read in a window of its own. */
  static final class WebUserPage {
    static String html(int port, String user, String path) {
      return WebUser.signedIn(port, user).get(path).body();
    }
  }
}
