package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is deployed with what, and what stays in use. */
@VegvisarTest
class DeployedSetsTest {

  @Autowired ProcessEngine engine;
  @Autowired Models models;
  @Autowired ShippedModels shipped;
  @Autowired ErrandTrial errands;

  @Test
  void an_unchanged_set_deploys_nothing() {
    var before = models.latest();

    shipped.afterSingletonsInstantiated();

    assertThat(models.latest()).isEqualTo(before);
  }

  @Test
  void a_change_of_the_diagram_alone_keeps_the_forms_of_the_new_version() {
    String diagram = ErrandTrial.userTask("test-forms", "Do errand");

    Models.Version first = errands.deploy("test-forms", diagram);
    Models.Version same = errands.deploy("test-forms", diagram);
    Models.Version second =
        errands.deploy("test-forms", diagram.replace("Do errand", "Do the errand"));

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
            Map.of(
                "processes/test-refused.bpmn", ErrandTrial.userTask("test-refused", "Do errand")),
            "browser");

    assertThat(outcome.refusals())
        .extracting(r -> r.key() + " " + r.field())
        .containsExactly("engine.policy.form-missing UserTask_DoErrand");
    assertThat(models.versions("test-refused")).isEmpty();
  }
}
