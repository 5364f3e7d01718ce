package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.vegvisar.ActingAs;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
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
  @Autowired ActingAs actingAs;

  private CaseNo caseNo;
  private String first;

  @BeforeEach
  void a_case_with_its_first_task_claimed() {
    caseNo = trial.start();
    first = trial.task(caseNo).taskId();
    assertThat(trial.claim("therapist", first).isDone()).isTrue();
  }

  @Test
  void answers_are_stored_told_to_the_ledger_and_complete_the_task() {
    Outcome<Submission> outcome = trial.complete("therapist", first, "k-" + first, GOOD);

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
    trial.complete(
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
        trial.complete(
            "therapist", first, "k-" + first, GOOD.replace("Told the patient", "refuse"));

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
                trial.complete(
                    "therapist", first, "k-" + first, GOOD.replace("Told the patient", "fail")))
        .isInstanceOf(IllegalStateException.class);

    assertNothingHappened(before);
    assertThat(drafts.ofTask(first, actingAs.actor("therapist").id())).isPresent();
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
    Submission one = trial.complete("therapist", first, "same-" + first, GOOD).value();
    Submission two =
        trial.complete("therapist", first, "same-" + first, GOOD.replace("Told", "Asked")).value();

    assertThat(two.id()).isEqualTo(one.id());
    assertThat(gate.ofCase(caseNo)).hasSize(1);
    assertThat(trial.complete("therapist-2", first, "same-" + first, GOOD).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.key");
  }

  @Test
  void the_same_key_twice_at_once_completes_once() throws Exception {
    List<Outcome<Submission>> both =
        FormTrial.atOnce(
            () -> trial.complete("therapist", first, "twice-" + first, GOOD),
            () -> trial.complete("therapist", first, "twice-" + first, GOOD));

    assertThat(both).allMatch(Outcome::isDone);
    assertThat(both.get(0).value().id()).isEqualTo(both.get(1).value().id());
    assertThat(gate.ofCase(caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S29")
  void who_did_the_step_before_may_not_decide_it() {
    trial.complete("therapist", first, "k-" + first, GOOD);
    String second = trial.task(caseNo).taskId();

    assertThat(trial.claim("therapist", second).refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.same-person");
    // handed over behind the desk's back it still does not pass
    tasks.assign(second, actingAs.actor("therapist").id().value());
    assertThat(trial.complete("therapist", second, "k-" + second, "{}").refusals())
        .extracting(Refusal::key)
        .containsExactly("form.refusal.same-person");

    tasks.assign(second, null);
    assertThat(trial.claim("therapist-2", second).isDone()).isTrue();
    assertThat(
            trial.complete("therapist-2", second, "k2-" + second, "{\"note\":\"Seen\"}").isDone())
        .isTrue();
  }

  @Test
  void a_form_without_a_handler_completes_and_keeps_its_answers() {
    trial.complete("therapist", first, "k-" + first, GOOD);
    String second = trial.task(caseNo).taskId();
    trial.claim("therapist-2", second);

    trial.complete("therapist-2", second, "k-" + second, "{\"note\":\"Seen\"}");

    assertThat(tasks.ofCase(caseNo.value())).isEmpty();
    assertThat(gate.ofCase(caseNo).get(1).text("note")).isEqualTo("Seen");
  }

  private void assertNothingHappened(long entries) {
    assertThat(trial.task(caseNo).taskId()).isEqualTo(first);
    assertThat(gate.ofCase(caseNo)).isEmpty();
    assertThat(ledger.entries(caseNo)).hasSize((int) entries);
  }
}
