package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.VegvisarTest;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is written into a form never reaches the engine's tables or the log (decisions 10 and 25):
 * every form that comes with the application is answered with a marker in every text, then all
 * columns are searched, bytes included.
 */
@VegvisarTest
@ExtendWith(OutputCaptureExtension.class)
class AnswersStayOutOfTheEngineTest {

  private static final String MARKER = "Merkelapp-7391";

  @Autowired FormTrial trial;
  @Autowired FormGate gate;
  @Autowired TaskDesk desk;
  @Autowired OpenTasks tasks;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired JdbcTemplate jdbc;
  @Autowired ObjectMapper mapper;
  @Autowired Clock clock;
  @Autowired ActingAs actingAs;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void no_text_of_any_form_is_found_in_the_engine_or_the_log(CapturedOutput log)
      throws IOException {
    // given a process of all forms, under ids of their own so that no module acts on them
    Map<String, String> forms = forms();
    var deployment = repository.createDeployment().name("form-marker");
    List<String> elements = new ArrayList<>();
    for (var form : forms.entrySet()) {
      deployment.addString(form.getKey() + ".form", form.getValue());
      elements.add(
          FormTrial.task("UserTask_" + form.getKey().replace("-", "_"), form.getKey(), ""));
    }
    deployment
        .addString(
            "form-marker.bpmn", FormTrial.process("form-marker", elements.toArray(String[]::new)))
        .deploy();
    CaseNo caseNo = trial.start();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            s ->
                runtime.startProcessInstanceByKey(
                    "form-marker", caseNo.value(), Map.of("caseNo", caseNo.value())));

    // when each is answered, a broken command among them
    String first = taskOf(caseNo, "form-trial").taskId();
    actingAs.user("therapist", () -> desk.claim(first));
    try {
      actingAs.user(
          "therapist",
          () ->
              gate.completeTask(
                  first,
                  "m-" + first,
                  "{\"words\":\"fail\",\"way\":\"on\",\"quiet\":\"" + MARKER + "\"}"));
    } catch (IllegalStateException brokenOnPurpose) {
      assertThat(brokenOnPurpose).hasMessageNotContaining(MARKER);
    }
    for (int i = 0; i < forms.size(); i++) {
      OpenTask task = taskOf(caseNo, "form-marker");
      String answers =
          answers(mapper.readTree(forms.get(task.formId())).path("components")).toString();
      actingAs.user("therapist", () -> desk.claim(task.taskId()));
      Outcome<Submission> outcome =
          actingAs.user(
              "therapist", () -> gate.completeTask(task.taskId(), "m-" + task.taskId(), answers));
      assertThat(outcome.refusals()).as(task.formId()).isEmpty();
    }

    // then the submissions hold the marker, the engine and the log do not
    assertThat(
            jdbc.queryForObject(
                "select count(*) from form_submission where case_no = ? and answers like ?",
                Long.class,
                caseNo.value(),
                "%" + MARKER + "%"))
        .isEqualTo(forms.size());
    assertThat(columnsWith(MARKER)).isEmpty();
    assertThat(log.getAll()).doesNotContain(MARKER);
  }

  private OpenTask taskOf(CaseNo caseNo, String process) {
    return tasks.ofCase(caseNo.value()).stream()
        .filter(t -> t.processKey().equals(process))
        .findFirst()
        .orElseThrow();
  }

  private List<String> columnsWith(String marker) {
    List<String> found = new ArrayList<>();
    jdbc.query(
        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' and table_name like 'act\\_%'"
            + " and data_type in ('text', 'character varying', 'bytea', 'character')",
        row -> {
          String table = row.getString(1);
          String column = row.getString(2);
          String where =
              "bytea".equals(row.getString(3))
                  ? "position(convert_to(?, 'UTF8') in \"" + column + "\") > 0"
                  : "position(? in \"" + column + "\") > 0";
          if (jdbc.queryForObject(
                  "select count(*) from " + table + " where " + where, Long.class, marker)
              > 0) {
            found.add(table + "." + column);
          }
        });
    return found;
  }

  private Map<String, String> forms() throws IOException {
    var forms = new java.util.TreeMap<String, String>();
    try (var files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".form")).toList()) {
        ObjectNode form = (ObjectNode) mapper.readTree(Files.readString(file));
        String id = "marker-" + form.path("id").asText();
        form.put("id", id);
        plainOptions(form.path("components"));
        if (hasText(form.path("components"))) {
          forms.put(id, form.toString());
        }
      }
    }
    return forms;
  }

  private static boolean hasText(JsonNode components) {
    for (JsonNode c : components) {
      if (c.path("type").asText().startsWith("text")
              && !c.path("type").asText().equals("text")
              && !c.has("conditional")
          || hasText(c.path("components"))) {
        return true;
      }
    }
    return false;
  }

  /** Options that a module gives at run time stand in the file here, since no module answers. */
  private static void plainOptions(JsonNode components) {
    for (JsonNode c : components) {
      plainOptions(c.path("components"));
      if (c.has("valuesKey")) {
        ((ObjectNode) c).remove("valuesKey");
        ((ObjectNode) c.path("properties")).remove("runtimeOptions");
        ArrayNode values = ((ObjectNode) c).putArray("values");
        values.addObject().put("label", "One").put("value", "one");
        values.addObject().put("label", "Two").put("value", "two");
      }
    }
  }

  /** Something in every field: the first choice, today, the marker in every text. */
  private ObjectNode answers(JsonNode components) {
    ObjectNode answers = mapper.createObjectNode();
    for (JsonNode c : components) {
      String key = c.path("key").asText();
      switch (c.path("type").asText()) {
        case "textfield", "textarea" ->
            answers.put(
                key,
                MARKER.substring(
                    0, Math.min(MARKER.length(), c.path("validate").path("maxLength").asInt(20))));
        case "number" -> answers.put(key, c.path("validate").path("min").asInt(1));
        case "radio", "select" -> answers.put(key, c.path("values").path(0).path("value").asText());
        case "checklist" ->
            answers.putArray(key).add(c.path("values").path(0).path("value").asText());
        case "checkbox" -> answers.put(key, true);
        case "datetime" -> {
          String today = OsloTime.dateOf(clock.instant()).toString();
          answers.put(key, c.path("subtype").asText().equals("date") ? today : today + "T00:00");
        }
        case "group" -> answers.setAll(answers(c.path("components")));
        case "dynamiclist" ->
            answers.putArray(c.path("path").asText()).add(answers(c.path("components")));
        default -> {}
      }
    }
    return answers;
  }
}
