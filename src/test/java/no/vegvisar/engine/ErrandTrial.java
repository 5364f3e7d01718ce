package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.Patients;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.springframework.stereotype.Component;

/** Small processes of one errand each, for tests of the engine under the house's rules. */
@Component
class ErrandTrial {

  private static final String FORM =
      """
      {"id":"test-errand","type":"default","schemaVersion":16,"components":[
        {"type":"radio","id":"Field_Way","key":"way","label":"Way","values":[{"label":"Left","value":"left"},{"label":"Right","value":"right"}],
         "properties":{"variable":"true"}}]}
      """;

  private final RuntimeService runtime;
  private final Models models;
  private final OpenTasks tasks;
  private final CaseFiles cases;
  private final Patients patients;

  ErrandTrial(
      RuntimeService runtime, Models models, OpenTasks tasks, CaseFiles cases, Patients patients) {
    this.runtime = runtime;
    this.models = models;
    this.tasks = tasks;
    this.cases = cases;
    this.patients = patients;
  }

  CaseNo openCase() {
    return cases.open(
        CaseKind.CLINIC,
        "hmr",
        "vurdering",
        patients.register("hmr", new Patients.NewPerson("Ny Prøve", null, null, null, null, null)));
  }

  OpenTask onlyTask(CaseNo caseNo) {
    List<OpenTask> open = tasks.ofCase(caseNo.value());
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  /** Id of the instance. */
  String start(CaseNo caseNo, String key, String model) {
    deploy(key, model);
    return runtime
        .startProcessInstanceByKey(key, caseNo.value(), Map.of("caseNo", caseNo.value()))
        .getId();
  }

  Models.Version deploy(String key, String model) {
    var outcome =
        models.deploy(
            key,
            Map.of("processes/" + key + ".bpmn", model, "forms/test-errand.form", FORM),
            "browser");
    assertThat(outcome.refusals()).isEmpty();
    return outcome.value();
  }

  static ProcessBuilder errand(String key) {
    return Bpmn.createExecutableProcess(key)
        .name("Errand")
        .camundaHistoryTimeToLiveString("P1D")
        .camundaVersionTag("1");
  }

  static String userTask(String key, String name) {
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

  static String twoMessages(String key) {
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
