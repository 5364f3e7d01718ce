package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to a task is heard in the transaction of the engine (decisions 8). */
@VegvisarTest
class HeardTaskChangesTest {

  @Autowired RuntimeService runtime;
  @Autowired TaskService taskService;
  @Autowired OpenTasks tasks;
  @Autowired HeardChanges heard;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TaskDesk desk;
  @Autowired FormGate gate;
  @Autowired ActingAs actingAs;
  @Autowired ErrandTrial errands;

  private CaseNo caseNo;

  @BeforeEach
  void openCase() {
    caseNo = errands.openCase();
  }

  @Test
  void a_new_task_a_claim_and_a_completion_are_heard_in_the_engines_transaction() {
    errands.start(caseNo, "test-feed", ErrandTrial.userTask("test-feed", "Do errand"));
    OpenTask task = errands.onlyTask(caseNo);

    actingAs.user("intake", () -> assertThat(desk.claim(task.taskId()).isDone()).isTrue());
    actingAs.user(
        "intake",
        () ->
            assertThat(
                    gate.completeTask(
                            task.taskId(), UUID.randomUUID().toString(), "{\"way\":\"left\"}")
                        .refusals())
                .isEmpty());

    var changes = heard.of(task.taskId());
    assertThat(changes.get(0))
        .isInstanceOfSatisfying(
            TaskChange.Open.class,
            open -> {
              assertThat(open.caseNo()).isEqualTo(caseNo.value());
              assertThat(open.role()).isEqualTo("intake");
              assertThat(open.assignee()).isNull();
            });
    assertThat(changes)
        .anyMatch(
            c ->
                c instanceof TaskChange.Open open
                    && actingAs.actor("intake").id().value().equals(open.assignee()));
    assertThat(changes.get(changes.size() - 1))
        .isEqualTo(new TaskChange.Closed(task.taskId(), true));
  }

  @Test
  void what_is_rolled_back_is_not_heard() {
    errands.start(caseNo, "test-feed-back", ErrandTrial.userTask("test-feed-back", "Do errand"));
    OpenTask task = errands.onlyTask(caseNo);
    int before = heard.of(task.taskId()).size();

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              taskService.setAssignee(task.taskId(), actingAs.actor("intake").id().value());
              status.setRollbackOnly();
            });

    assertThat(heard.of(task.taskId())).hasSize(before);
  }

  @Test
  void a_deletion_that_skips_every_listener_is_heard() {
    String instance =
        errands.start(
            caseNo, "test-feed-gone", ErrandTrial.userTask("test-feed-gone", "Do errand"));
    OpenTask task = errands.onlyTask(caseNo);

    runtime.deleteProcessInstance(instance, "entered in error", true);

    assertThat(heard.of(task.taskId())).endsWith(new TaskChange.Closed(task.taskId(), false));
  }

  @Test
  void a_migration_is_heard_with_the_new_version() {
    String instance =
        errands.start(
            caseNo, "test-feed-moved", ErrandTrial.userTask("test-feed-moved", "Do errand"));
    OpenTask task = errands.onlyTask(caseNo);
    Models.Version second =
        errands.deploy("test-feed-moved", ErrandTrial.userTask("test-feed-moved", "Do the errand"));

    var plan =
        runtime
            .createMigrationPlan(task.processDefinitionId(), second.definitionId())
            .mapEqualActivities()
            .build();
    runtime.newMigration(plan).processInstanceIds(instance).execute();

    var changes = heard.of(task.taskId());
    assertThat(changes.get(changes.size() - 1))
        .isInstanceOfSatisfying(
            TaskChange.Open.class,
            open -> assertThat(open.processDefinitionId()).isEqualTo(second.definitionId()));
  }

  @Test
  @Requirement("S29")
  void no_form_task_completes_without_a_submission_whatever_the_client() {
    errands.start(caseNo, "test-gate", ErrandTrial.userTask("test-gate", "Do errand"));
    OpenTask task = errands.onlyTask(caseNo);

    assertThatThrownBy(() -> taskService.complete(task.taskId(), Map.of("way", "left")))
        .hasRootCauseInstanceOf(TaskWithoutSubmission.class);
    assertThat(tasks.find(task.taskId())).isPresent();
  }
}
