package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.Patients;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine under the house's rules: what runs, what is heard, what waits, what is deployed. */
@VegvisarTest
class EngineTest {

  private static final String FORM =
      """
      {"id":"test-errand","type":"default","schemaVersion":16,"components":[
        {"type":"radio","id":"Field_Way","key":"way","label":"Way","values":[{"label":"Left","value":"left"},{"label":"Right","value":"right"}],
         "properties":{"variable":"true"}}]}
      """;

  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired TaskService taskService;
  @Autowired Models models;
  @Autowired OpenTasks tasks;
  @Autowired Correlations correlations;
  @Autowired ShippedModels shipped;
  @Autowired HeardChanges heard;
  @Autowired HeardUncaught uncaught;
  @Autowired Harness harness;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired TaskDesk desk;
  @Autowired FormGate gate;
  @Autowired ActingAs actingAs;

  private CaseNo caseNo;

  @BeforeEach
  void openCase() {
    caseNo =
        cases.open(
            CaseKind.CLINIC,
            "hmr",
            "vurdering",
            patients.register(
                "hmr", new Patients.NewPerson("Ny Prøve", null, null, null, null, null)));
  }

  // --- what an expression reaches when it runs

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${environment.getProperty('java.home')}",
        "${dataSource}",
        "${''.getClass().forName('java.lang.System')}",
        "${caseFiles}",
        "${deadlines.getClass()}",
        "${deadlines.class}",
        "${runDecision.execute(null)}",
        "${processEngine.getRepositoryService()}"
      })
  void an_expression_that_got_past_every_check_still_reaches_nothing_when_it_runs(
      String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void an_expression_reaches_the_clock_of_the_catalogue() {
    assertThat(evaluate("${deadlines.over('T01', '" + caseNo + "')}"))
        .isInstanceOf(java.util.Date.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript", "groovy", "python"})
  void no_script_runs_in_any_language(String language) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThatThrownBy(
            () -> configuration.getScriptingEngines().getScriptEngineForLanguage(language))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void whoever_deploys_past_the_editor_meets_the_same_policy() {
    var unsafe =
        Bpmn.convertToString(
            errand("test-unsafe")
                .startEvent()
                .serviceTask("ServiceTask_Run")
                .name("Run")
                .camundaClass("java.lang.Object")
                .endEvent()
                .done());

    assertThatThrownBy(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addString("test-unsafe.bpmn", unsafe)
                    .deploy())
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("ServiceTask_Run");
  }

  // --- deployment

  @Test
  void an_unchanged_set_deploys_nothing() {
    var before = models.latest();

    shipped.afterSingletonsInstantiated();

    assertThat(models.latest()).isEqualTo(before);
  }

  @Test
  void a_change_of_the_diagram_alone_keeps_the_forms_of_the_new_version() {
    String diagram = userTask("test-forms", "Do errand");

    Models.Version first = deploy("test-forms", diagram);
    Models.Version same = deploy("test-forms", diagram);
    Models.Version second = deploy("test-forms", diagram.replace("Do errand", "Do the errand"));

    assertThat(same.version()).isEqualTo(first.version());
    assertThat(second.version()).isEqualTo(first.version() + 1);
    assertThat(models.forms("test-forms", second.version())).containsOnlyKeys("test-errand");
    assertThat(models.source("test-forms", first.version()).orElseThrow()).contains("Do errand");
  }

  @Test
  @Requirement("S29")
  void what_a_coordinator_published_stays_in_use_after_a_restart() {
    Models.Version ours = models.versions("responsibility-group").get(0);
    String changed =
        models
            .source("responsibility-group", ours.version())
            .orElseThrow()
            .replaceFirst("<bpmn:documentation>", "<bpmn:documentation>Changed. ");
    Map<String, String> set = new LinkedHashMap<>();
    set.put("processes/responsibility-group.bpmn", changed);
    models
        .forms("responsibility-group", ours.version())
        .forEach((id, json) -> set.put("forms/" + id + ".form", json));

    Models.Version theirs = models.deploy("responsibility-group", set, "browser").value();
    shipped.afterSingletonsInstantiated();

    assertThat(theirs.version()).isEqualTo(ours.version() + 1);
    assertThat(models.versions("responsibility-group").get(0)).isEqualTo(theirs);
  }

  @Test
  void a_refused_set_answers_with_element_and_reason_and_deploys_nothing() {
    var outcome =
        models.deploy(
            "test-refused",
            Map.of("processes/test-refused.bpmn", userTask("test-refused", "Do errand")),
            "browser");

    assertThat(outcome.refusals())
        .extracting(r -> r.key() + " " + r.field())
        .containsExactly("engine.policy.form-missing UserTask_DoErrand");
    assertThat(models.versions("test-refused")).isEmpty();
  }

  // --- the feed of task changes (decisions 8)

  @Test
  void a_new_task_a_claim_and_a_completion_are_heard_in_the_engines_transaction() {
    start("test-feed", userTask("test-feed", "Do errand"));
    OpenTask task = onlyTask();

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
    start("test-feed-back", userTask("test-feed-back", "Do errand"));
    OpenTask task = onlyTask();
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
    String instance = start("test-feed-gone", userTask("test-feed-gone", "Do errand"));
    OpenTask task = onlyTask();

    runtime.deleteProcessInstance(instance, "entered in error", true);

    assertThat(heard.of(task.taskId())).endsWith(new TaskChange.Closed(task.taskId(), false));
  }

  @Test
  void a_migration_is_heard_with_the_new_version() {
    String instance = start("test-feed-moved", userTask("test-feed-moved", "Do errand"));
    OpenTask task = onlyTask();
    Models.Version second = deploy("test-feed-moved", userTask("test-feed-moved", "Do the errand"));

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
    start("test-gate", userTask("test-gate", "Do errand"));
    OpenTask task = onlyTask();

    assertThatThrownBy(() -> taskService.complete(task.taskId(), Map.of("way", "left")))
        .hasRootCauseInstanceOf(TaskWithoutSubmission.class);
    assertThat(tasks.find(task.taskId())).isPresent();
  }

  // --- variables and time

  @Test
  void a_variable_that_a_gateway_asks_always_exists() {
    var model =
        errand("test-nulls")
            .startEvent("StartEvent_Errand")
            .exclusiveGateway("Gateway_Way")
            .name("Which way?")
            .sequenceFlowId("Flow_Ahead")
            .receiveTask("ReceiveTask_Wait")
            .name("Wait")
            .message("test.nulls")
            .endEvent("EndEvent_Done")
            .moveToNode("Gateway_Way")
            .condition("Left", "${way == 'left'}")
            .endEvent("EndEvent_Left")
            .done();
    ExclusiveGateway gateway = model.getModelElementById("Gateway_Way");
    gateway.setDefault(model.getModelElementById("Flow_Ahead"));

    String instance = start("test-nulls", Bpmn.convertToString(model));

    assertThat(runtime.getVariables(instance))
        .containsEntry("way", null)
        .containsEntry("caseNo", caseNo.value());
  }

  @Test
  @Requirement("S32")
  void the_engine_follows_the_clock() {
    harness.at(Instant.parse("2027-03-01T08:00:00Z"));

    start("test-clock", userTask("test-clock", "Do errand"));

    assertThat(onlyTask().created()).isEqualTo("2027-03-01T08:00:00Z").isEqualTo(clock.instant());
  }

  // --- messages

  @Test
  void a_message_that_comes_before_its_catcher_waits_for_it() {
    String instance = start("test-early", twoMessages("test-early"));
    runtime.setVariable(instance, "requestId", instance);

    correlations.toWaiting(
        "test-early.second", "requestId", instance, Map.of("municipalAnswer", "granted"));
    harness.runDueJobs(caseNo);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count())
        .isEqualTo(1);

    correlations.toWaiting("test-early.first", "requestId", instance, Map.of());
    harness.runDueJobs(caseNo);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
  }

  @Test
  void a_message_leaves_only_with_the_transaction_that_sent_it() {
    String instance = start("test-undone", twoMessages("test-undone"));

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              correlations.toCase("test-undone.first", caseNo.value(), Map.of());
              status.setRollbackOnly();
            });
    harness.runDueJobs(caseNo);

    assertThat(runtime.getActiveActivityIds(instance)).containsExactly("ReceiveTask_First");
  }

  @Test
  void a_message_whose_target_is_gone_is_handed_to_whoever_knows_what_to_do() {
    String instance = start("test-late", twoMessages("test-late"));
    runtime.setVariable(instance, "requestId", instance);
    runtime.deleteProcessInstance(instance, "ended");

    correlations.toWaiting("test-late.first", "requestId", instance, Map.of());
    harness.runDueJobs(caseNo);

    assertThat(uncaught.ids()).contains(instance);
  }

  @Test
  void a_message_the_root_no_longer_listens_for_does_not_wait_for_ever() {
    start("test-deaf", twoMessages("test-deaf"));

    correlations.toCase("test-deaf.never", caseNo.value(), Map.of());
    for (int attempt = 0; attempt < 6; attempt++) {
      harness.runDueJobs(caseNo);
    }

    assertThat(uncaught.cases()).contains(caseNo.value());
  }

  @Test
  void two_open_requests_of_one_case_keep_their_ids_apart() {
    var process = errand("test-requests");
    process
        .eventSubProcess("EventSubProcess_Opened")
        .name("Request opened")
        .startEvent("StartEvent_Opened")
        .name("Request opened")
        .interrupting(false)
        .message("test.request.opened")
        .receiveTask("ReceiveTask_Answer")
        .name("Answer")
        .message("test.request.answered")
        .endEvent("EndEvent_Answered");
    String instance =
        start(
            "test-requests",
            Bpmn.convertToString(
                process
                    .startEvent("StartEvent_Errand")
                    .receiveTask("ReceiveTask_Root")
                    .name("Root")
                    .message("test.root")
                    .endEvent("EndEvent_Root")
                    .done()));

    correlations.toCase("test.request.opened", caseNo.value(), Map.of("requestId", "one"));
    correlations.toCase("test.request.opened", caseNo.value(), Map.of("requestId", "two"));
    harness.runDueJobs(caseNo);

    assertThat(
            runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("requestId")
                .list())
        .extracting(VariableInstance::getValue)
        .containsExactlyInAnyOrder("one", "two");
  }

  // --- helpers

  private Object evaluate(String expression) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(StartProcessVariableScope.getSharedInstance()));
  }

  private OpenTask onlyTask() {
    List<OpenTask> open = tasks.ofCase(caseNo.value());
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private String start(String key, String model) {
    deploy(key, model);
    return runtime
        .startProcessInstanceByKey(key, caseNo.value(), Map.of("caseNo", caseNo.value()))
        .getId();
  }

  private Models.Version deploy(String key, String model) {
    var outcome =
        models.deploy(
            key,
            Map.of("processes/" + key + ".bpmn", model, "forms/test-errand.form", FORM),
            "browser");
    assertThat(outcome.refusals()).isEmpty();
    return outcome.value();
  }

  private static ProcessBuilder errand(String key) {
    return Bpmn.createExecutableProcess(key)
        .name("Errand")
        .camundaHistoryTimeToLiveString("P1D")
        .camundaVersionTag("1");
  }

  private static String userTask(String key, String name) {
    BpmnModelInstance model =
        errand(key)
            .startEvent("StartEvent_Errand")
            .userTask("UserTask_DoErrand")
            .name(name)
            .camundaFormRef("test-errand")
            .camundaFormRefBinding("deployment")
            .camundaCandidateGroups("intake")
            .endEvent("EndEvent_Done")
            .done();
    return Bpmn.convertToString(model);
  }

  private static String twoMessages(String key) {
    return Bpmn.convertToString(
        errand(key)
            .startEvent("StartEvent_Errand")
            .receiveTask("ReceiveTask_First")
            .name("First")
            .message(key + ".first")
            .receiveTask("ReceiveTask_Second")
            .name("Second")
            .message(key + ".second")
            .endEvent("EndEvent_Done")
            .done());
  }
}
