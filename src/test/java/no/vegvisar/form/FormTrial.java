package no.vegvisar.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.vegvisar.ActingAs;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small process of its own for tests: first a form with a handler, then one that another person
 * must answer, without.
 */
@Component
public class FormTrial {

  private static final String FIRST =
      """
      {"id":"trial-first","type":"default","components":[
        {"id":"f1","type":"textarea","key":"words","label":"Words","validate":{"required":true,"maxLength":50}},
        {"id":"f2","type":"radio","key":"way","label":"Way","values":[{"label":"On","value":"on"},{"label":"Back","value":"back"}],
         "validate":{"required":true},"properties":{"variable":"true"}},
        {"id":"f3","type":"radio","key":"why","label":"Why","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}],
         "conditional":{"hide":"=not(way = \\"back\\")"},"validate":{"required":true},"properties":{"variable":"true"}},
        {"id":"f4","type":"select","key":"quiet","label":"Quiet","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}
      ],"properties":{"title":"First","title.nn":"Fyrste","title.nb":"Første"}}
      """;
  private static final String SECOND =
      """
      {"id":"trial-second","type":"default","components":[
        {"id":"g1","type":"textfield","key":"note","label":"Note","validate":{"maxLength":40}}
      ],"properties":{"title":"Second","title.nn":"Andre","title.nb":"Annen"}}
      """;

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final OpenTasks tasks;
  private final CaseFiles cases;
  private final Patients patients;
  private final FormGate gate;
  private final TaskDesk desk;
  private final ActingAs actingAs;
  private final TransactionTemplate tx;
  private boolean deployed;

  FormTrial(
      RepositoryService repository,
      RuntimeService runtime,
      OpenTasks tasks,
      CaseFiles cases,
      Patients patients,
      FormGate gate,
      TaskDesk desk,
      ActingAs actingAs,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.cases = cases;
    this.patients = patients;
    this.gate = gate;
    this.desk = desk;
    this.actingAs = actingAs;
    this.tx = new TransactionTemplate(transactions);
  }

  /** What the handler of the first form is told to do, by what was written. */
  @Configuration
  static class Handlers {
    @Bean
    FormHandler trialFirst() {
      return new FormHandler() {
        @Override
        public String formId() {
          return "trial-first";
        }

        @Override
        public List<Refusal> submit(Submission submission) {
          return switch (submission.text("words")) {
            case "refuse" -> List.of(Refusal.of("form.refusal.invalid", "Words").at("words"));
            case "fail" -> throw new IllegalStateException("broken on purpose");
            default -> List.of();
          };
        }
      };
    }
  }

  /** A new case with the first task open, for a therapist. */
  public CaseNo start() {
    return start("form-trial");
  }

  /** The same for a doctor, who is in two units. */
  public CaseNo startForDoctor() {
    return start("form-trial-doctor");
  }

  private CaseNo start(String process) {
    deploy();
    return tx.execute(
        s -> {
          var person =
              patients.register(
                  "hmr",
                  new Patients.NewPerson(
                      "Prøvd Perle", Patients.IdKind.NONE, null, null, null, null));
          CaseNo caseNo = cases.open(CaseKind.CLINIC, "hmr", "poliklinikk", person);
          Map<String, Object> variables = new HashMap<>();
          variables.put("caseNo", caseNo.value());
          runtime.startProcessInstanceByKey(process, caseNo.value(), variables);
          return caseNo;
        });
  }

  public OpenTask task(CaseNo caseNo) {
    return tasks.ofCase(caseNo.value()).get(0);
  }

  public void cancel(CaseNo caseNo) {
    tx.executeWithoutResult(
        s -> runtime.deleteProcessInstance(task(caseNo).processInstanceId(), "trial", true));
  }

  private synchronized void deploy() {
    if (!deployed) {
      repository
          .createDeployment()
          .name("form-trial")
          .addString(
              "form-trial.bpmn",
              process(
                  "form-trial",
                  task("UserTask_First", "trial-first", ""),
                  task("UserTask_Second", "trial-second", "UserTask_First")))
          .addString(
              "form-trial-doctor.bpmn",
              process(
                  "form-trial-doctor",
                  task("UserTask_First", "trial-first", "").replace("\"therapist\"", "\"doctor\"")))
          .addString("trial-first.form", FIRST)
          .addString("trial-second.form", SECOND)
          .deploy();
      deployed = true;
    }
  }

  static String task(String id, String form, String notSame) {
    String property =
        notSame.isEmpty()
            ? ""
            : "<camunda:property name=\"notSamePersonAs\" value=\"" + notSame + "\"/>";
    return "<userTask id=\""
        + id
        + "\" name=\""
        + id.substring(9)
        + "\" camunda:candidateGroups=\"therapist\" camunda:formRef=\""
        + form
        + "\" camunda:formRefBinding=\"deployment\"><documentation>Who does it, what they decide.</documentation><extensionElements><camunda:properties>"
        + "<camunda:property name=\"label.nn\" value=\""
        + id.substring(9)
        + " nn\"/>"
        + property
        + "</camunda:properties></extensionElements></userTask>";
  }

  /** Tasks one after the other, with the picture that every model needs. */
  static String process(String key, String... elements) {
    StringBuilder xml =
        new StringBuilder(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
             xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
             xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="trial"><process id="KEY" name="Trial" isExecutable="true"
             camunda:historyTimeToLive="P1D" camunda:versionTag="trial"><startEvent id="StartEvent_Start" name="Start"/>
            """
                .replace("KEY", key));
    StringBuilder picture = new StringBuilder(shape("StartEvent_Start", 0, 36));
    String before = "StartEvent_Start";
    int n = 0;
    for (String element : elements) {
      String id = element.replaceFirst("(?s).*?id=\"([^\"]+)\".*", "$1");
      xml.append(element).append(flow(n, before, id));
      picture.append(shape(id, 160 * (n + 1), 100)).append(edge(n));
      before = id;
      n++;
    }
    xml.append("<endEvent id=\"EndEvent_End\" name=\"End\"/>")
        .append(flow(n, before, "EndEvent_End"));
    picture.append(shape("EndEvent_End", 160 * (n + 1), 36)).append(edge(n));
    return xml.append(
            "</process><bpmndi:BPMNDiagram id=\"Diagram\"><bpmndi:BPMNPlane id=\"Plane\" bpmnElement=\"")
        .append(key)
        .append("\">")
        .append(picture)
        .append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>")
        .toString();
  }

  private static String flow(int n, String from, String to) {
    return "<sequenceFlow id=\"Flow_"
        + n
        + "\" sourceRef=\""
        + from
        + "\" targetRef=\""
        + to
        + "\"/>";
  }

  private static String shape(String id, int x, int width) {
    return "<bpmndi:BPMNShape id=\"S_"
        + id
        + "\" bpmnElement=\""
        + id
        + "\"><dc:Bounds x=\""
        + x
        + "\" y=\"0\" width=\""
        + width
        + "\" height=\"80\"/></bpmndi:BPMNShape>";
  }

  private static String edge(int n) {
    return "<bpmndi:BPMNEdge id=\"E_"
        + n
        + "\" bpmnElement=\"Flow_"
        + n
        + "\"><di:waypoint x=\""
        + 160 * n
        + "\" y=\"0\"/><di:waypoint x=\""
        + 160 * (n + 1)
        + "\" y=\"0\"/></bpmndi:BPMNEdge>";
  }

  Outcome<Submission> complete(String user, String task, String key, String answers) {
    return actingAs.user(user, () -> gate.completeTask(task, key, answers));
  }

  Outcome<?> claim(String user, String task) {
    return actingAs.user(user, () -> desk.claim(task));
  }

  /** All of them begin at the same moment. */
  @SafeVarargs
  static <T> List<T> atOnce(java.util.concurrent.Callable<? extends T>... work) throws Exception {
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
}
