package no.vegvisar.engine;

import static no.vegvisar.engine.PolicyTrial.POLICY;
import static no.vegvisar.engine.PolicyTrial.PROCESSES;
import static no.vegvisar.engine.PolicyTrial.intake;
import static no.vegvisar.engine.PolicyTrial.keys;
import static no.vegvisar.engine.PolicyTrial.pathway;
import static no.vegvisar.engine.PolicyTrial.read;
import static no.vegvisar.engine.PolicyTrial.refused;
import static no.vegvisar.engine.PolicyTrial.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import no.vegvisar.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we ship keeps the policy, and what must stay in a shipped process stays (rule 8, decisions
 * 12; process book §1, §3, §5).
 */
class ModelPolicyTest {

  private static final Path FORMS = Path.of("forms");

  @Test
  @Requirement("S29")
  void every_process_table_and_form_we_ship_keeps_the_policy() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (Path folder : List.of(PROCESSES, FORMS)) {
      try (var files = Files.list(folder)) {
        files
            .filter(f -> !f.toString().endsWith(".md"))
            .forEach(f -> all.put(folder + "/" + f.getFileName(), read(f)));
      }
    }

    assertThat(POLICY.check(all)).isEmpty();
  }

  @Test
  void a_changed_process_with_a_new_task_and_a_new_form_may_be_deployed_without_code() {
    var findings =
        POLICY.check(Map.of("processes/referral-intake.bpmn", sample("referral-intake-2.bpmn")));

    assertThat(findings).allMatch(f -> f.reasonKey().equals("engine.policy.form-missing"));
  }

  @Test
  void the_sample_of_a_change_is_the_shipped_process_with_one_task_renamed() {
    String shipped = read(PROCESSES.resolve("referral-intake.bpmn"));

    assertThat(
            sample("referral-intake-2.bpmn")
                .replace("Register and sort referral", "Register referral")
                .replace("Registrer og sorter tilvising", "Registrer tilvising")
                .replace("Registrer og sorter henvisning", "Registrer henvisning"))
        .isEqualTo(shipped);
  }

  @Test
  void each_problem_of_a_file_is_told_with_element_line_and_reason() {
    var findings = POLICY.check(Map.of("processes/referral-intake.bpmn", sample("unsafe.bpmn")));

    assertThat(findings)
        .extracting(Models.Finding::elementId)
        .contains(
            "UserTask_ConfirmRoute",
            "ServiceTask_ForwardReferral",
            "ServiceTask_JoinDuplicateReferral");
    assertThat(findings).allSatisfy(f -> assertThat(f.line()).isPositive());
    assertThat(findings)
        .allSatisfy(f -> assertThat(f.reason()).isNotBlank().doesNotContain("engine.policy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
      })
  @Requirement("S29")
  void a_document_type_is_refused_in_diagrams_and_tables(String doctype) {
    for (String file : List.of("referral-intake.bpmn", "referral-routing.dmn")) {
      String xml =
          read(PROCESSES.resolve(file))
              .replaceFirst("\\?>", "?>" + Matcher.quoteReplacement(doctype));

      assertThat(keys(POLICY.check(Map.of(file, xml)))).containsExactly("doctype");
    }
  }

  @Test
  void two_models_in_one_file_and_other_kinds_of_file_are_refused() {
    refused(
        intake()
            .replace("</bpmn:definitions>", "<bpmn:process id=\"second\" /></bpmn:definitions>"),
        "one-process");
    assertThat(keys(POLICY.check(Map.of("shell.sh", "rm -rf /")))).containsExactly("kind");
    assertThat(keys(POLICY.check(Map.of("a.bpmn", "<html/>")))).containsExactly("not-a-model");
    assertThat(keys(POLICY.check(Map.of("a.bpmn", "no xml")))).containsExactly("unreadable");
  }

  @Test
  @Requirement("S32")
  void the_timers_that_watch_the_assessment_deadline_must_stay() {
    refused(
        pathway().replace("${deadlines.over('T01', caseNo)}", "${deadlines.over('T02', caseNo)}"),
        "kept-timer");
    refused(
        pathway().replace("SubProcess_FromReceiptToDecision", "SubProcess_SomethingElse"),
        "kept-timer",
        "kept-call");
  }

  @Test
  void who_prepared_cannot_be_allowed_to_sign() {
    String rights = read(PROCESSES.resolve("rights-assessment.bpmn"));

    refused(
        rights.replaceFirst("<camunda:property name=\"notSamePersonAs\"[^>]*/>", ""),
        "kept-other-person");
  }

  @Test
  void a_step_that_shares_keeps_its_way_out_when_no_legal_base_is_on_record() {
    String treatment = read(PROCESSES.resolve("treatment.bpmn"));
    String shared = intake().replace("${askReferrerForMore}", "${sendMunicipalFollowUpRequest}");

    refused(treatment.replaceFirst("<bpmn:errorEventDefinition [^>]*/>", ""), "legal-base");
    refused(shared, "legal-base");
  }
}
