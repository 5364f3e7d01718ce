package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Harness;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.Patients;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is typed, and what a failing step holds, reaches neither the engine's tables nor the log
 * (rule 2, decisions 10).
 */
@VegvisarTest
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalInTheEngineTest {

  private static final String FORM =
      """
      {"id":"test-personal","type":"default","schemaVersion":16,"components":[
        {"type":"textfield","id":"F1","key":"name","label":"Name"},
        {"type":"textarea","id":"F2","key":"words","label":"Words"},
        {"type":"number","id":"F3","key":"amount","label":"Amount"},
        {"type":"dynamiclist","id":"F4","path":"people","label":"People","components":[{"type":"textfield","id":"F5","key":"who","label":"Who"}]},
        {"type":"radio","id":"F6","key":"way","label":"Way","values":[{"label":"Left","value":"left"}],"properties":{"variable":"true"}},
        {"type":"radio","id":"F7","key":"concern","label":"Concern","values":[{"label":"Concern","value":"concernedVery7261"}]}]}
      """;

  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired Models models;
  @Autowired OpenTasks tasks;
  @Autowired TaskDesk desk;
  @Autowired FormGate gate;
  @Autowired ActingAs actingAs;
  @Autowired Harness harness;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcTemplate jdbc;

  @Test
  void what_is_typed_and_what_a_failing_step_holds_stays_out_of_the_engine_and_the_log(
      CapturedOutput log) {
    String marker = "Kjennemerke" + UUID.randomUUID().toString().replace("-", "");
    CaseNo caseNo =
        cases.open(
            CaseKind.CLINIC,
            "hmr",
            "vurdering",
            patients.register(
                "hmr", new Patients.NewPerson("Ny " + marker, null, null, null, null, null)));
    deploy();
    runtime.startProcessInstanceByKey(
        "test-personal", caseNo.value(), Map.of("caseNo", caseNo.value()));
    String task = tasks.ofCase(caseNo.value()).get(0).taskId();
    FailForTest.personal = marker;

    // when somebody answers with personal words, and the step after breaks on them
    String answers =
        "{\"name\":\"%1$s\",\"words\":\"%1$s\",\"amount\":73829164,\"people\":[{\"who\":\"%1$s\"}],\"way\":\"left\",\"concern\":\"concernedVery7261\"}"
            .formatted(marker);
    actingAs.user("intake", () -> assertThat(desk.claim(task).isDone()).isTrue());
    actingAs.user(
        "intake",
        () ->
            assertThat(gate.completeTask(task, UUID.randomUUID().toString(), answers).refusals())
                .isEmpty());
    var job = harness.jobs(caseNo).get(0);
    assertThatThrownBy(() -> management.executeJob(job.getId()))
        .isInstanceOf(RuntimeException.class);

    // then the engine knows that it failed, and the code a gateway asks, and nothing of the words
    assertThat(management.createJobQuery().jobId(job.getId()).withException().count()).isEqualTo(1);
    assertThat(runtime.getVariables(job.getProcessInstanceId()))
        .containsEntry("way", "left")
        .doesNotContainKeys("name", "words", "concern");
    assertThat(found("left")).isNotEmpty();
    assertThat(found(marker)).isEmpty();
    assertThat(found("73829164")).isEmpty();
    assertThat(found("concernedVery7261")).isEmpty();
    assertThat(log.getAll()).doesNotContain(marker).doesNotContain("73829164");
  }

  private void deploy() {
    String model =
        Bpmn.convertToString(
            Bpmn.createExecutableProcess("test-personal")
                .name("Personal")
                .camundaHistoryTimeToLiveString("P1D")
                .camundaVersionTag("1")
                .startEvent("StartEvent_Errand")
                .userTask("UserTask_Answer")
                .name("Answer")
                .camundaFormRef("test-personal")
                .camundaFormRefBinding("deployment")
                .camundaCandidateGroups("intake")
                .serviceTask("ServiceTask_Fail")
                .name("Fail")
                .camundaDelegateExpression("${failForTest}")
                .camundaAsyncBefore()
                .endEvent("EndEvent_Done")
                .done());
    var outcome =
        models.deploy(
            "test-personal",
            Map.of("processes/test-personal.bpmn", model, "forms/test-personal.form", FORM),
            "browser");
    assertThat(outcome.refusals()).isEmpty();
  }

  /**
   * Every text and every byte of the engine's tables that holds these words; the deployed files
   * aside.
   */
  private List<String> found(String words) {
    List<String> places = new ArrayList<>();
    jdbc.query(
        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'"
            + " and table_name like 'act\\_%' and data_type in ('text', 'character varying', 'bytea')",
        row -> {
          String table = row.getString(1);
          String column = row.getString(2);
          boolean bytes = row.getString(3).equals("bytea");
          String deployed = table.equals("act_ge_bytearray") ? " and deployment_id_ is null" : "";
          Object wanted = bytes ? words.getBytes(StandardCharsets.UTF_8) : words;
          if (jdbc.queryForObject(
                  "select count(*) from "
                      + table
                      + " where position(? in "
                      + column
                      + ") > 0"
                      + deployed,
                  Long.class,
                  wanted)
              > 0) {
            places.add(table + "." + column);
          }
        });
    return places;
  }
}
