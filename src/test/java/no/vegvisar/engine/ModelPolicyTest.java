package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.Requirement;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A diagram cannot run code, a table is FEEL only, a form holds what the server can check (rule 8,
 * decisions 12).
 */
class ModelPolicyTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path FORMS = Path.of("forms");

  private final ModelPolicy policy = policy();

  // --- what we ship keeps the policy

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

    assertThat(policy.check(all)).isEmpty();
  }

  @Test
  void a_changed_process_with_a_new_task_and_a_new_form_may_be_deployed_without_code() {
    var findings =
        policy.check(Map.of("processes/referral-intake.bpmn", sample("referral-intake-2.bpmn")));

    assertThat(findings).allMatch(f -> f.reasonKey().equals("engine.policy.form-missing"));
  }

  @Test
  void each_problem_of_a_file_is_told_with_element_line_and_reason() {
    var findings = policy.check(Map.of("processes/referral-intake.bpmn", sample("unsafe.bpmn")));

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

  // --- the seven that a block list let through (decisions 12)

  @Test
  void a_called_process_named_by_an_expression_is_refused() {
    refused(
        pathway().replace("calledElement=\"referral-intake\"", "calledElement=\"${which}\""),
        "expression-here",
        "called-element");
  }

  @Test
  void a_decision_named_by_reference_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "camunda:delegateExpression=\"\\$\\{runDecision}\"",
                "camunda:decisionRef=\"\\${which}\""),
        "attribute",
        "rule-task");
  }

  @Test
  void handing_over_all_variables_is_refused() {
    refused(
        pathway()
            .replaceFirst(
                "<camunda:in source=\"caseNo\" target=\"caseNo\" />",
                "<camunda:in variables=\"all\" />"),
        "attribute",
        "case-number");
  }

  @Test
  void form_fields_inside_the_diagram_are_refused() {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:userTask id=\"UserTask_RegisterReferral\".*?<bpmn:extensionElements>)",
                "$1<camunda:formData><camunda:formField id=\"name\" type=\"string\" /></camunda:formData>"),
        "element");
  }

  @Test
  void a_thrown_signal_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:endEvent id=\"EndEvent_ReadyForAssessment\".*?)</bpmn:endEvent>",
                "$1<bpmn:signalEventDefinition id=\"Signal_1\" signalRef=\"Signal_All\" /></bpmn:endEvent>"),
        "element");
  }

  @Test
  void a_step_repeated_a_million_times_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:serviceTask id=\"ServiceTask_ForwardReferral\".*?)</bpmn:serviceTask>",
                "$1<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>"),
        "element");
  }

  @Test
  void a_timer_that_repeats_each_second_is_refused() {
    refused(
        pathway()
            .replaceFirst(
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">[^<]*</bpmn:timeDate>",
                "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/PT1S</bpmn:timeCycle>"),
        "element",
        "timer-date",
        "kept-timer");
  }

  // --- attacks of the trial (spike §3)

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dangerous.rm()}",
        "${environment.getProperty('java.home')}",
        "${''.getClass().forName('java.lang.Runtime').getMethods()}",
        "${execution.getProcessEngineServices().getRepositoryService()}",
        "${deadlines.getClass()}",
        "${deadlines.due('R01', caseNo).getClass()}",
        "${deadlines.due('R01', execution)}",
        "${deadlines.due('R01', name)}",
        "${deadlines.due('R01')}",
        "${dateTime().plusDays(1)}",
        "2030-01-01T00:00:00",
        "#{dangerous.rm()}"
      })
  void a_due_date_asks_only_the_catalogue(String expression) {
    var findings = check(intake().replace("${deadlines.due('R01', caseNo)}", expression));

    assertThat(keys(findings)).containsAnyOf("clock-call", "clock-subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dangerous}",
        "${askReferrerForMore.toString()}",
        "askReferrerForMore",
        "${a.b}",
        "${runDecision}"
      })
  void a_service_task_names_a_step_of_the_catalogue(String expression) {
    var findings = check(intake().replace("${askReferrerForMore}", expression));

    assertThat(keys(findings)).containsAnyOf("unknown-step", "step-not-a-name", "rule-task-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:class",
        "camunda:expression",
        "camunda:type",
        "camunda:topic",
        "camunda:resultVariable",
        "camunda:asyncAfter"
      })
  void a_service_task_carries_no_other_way_to_run_code(String attribute) {
    refused(
        intake()
            .replace(
                "camunda:delegateExpression=\"${askReferrerForMore}\"",
                "camunda:delegateExpression=\"${askReferrerForMore}\" "
                    + attribute
                    + "=\"java.lang.Object\""),
        "attribute");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:taskListener event=\"create\" class=\"java.lang.Object\" />",
        "<camunda:taskListener event=\"create\" expression=\"${dangerous.rm()}\" />",
        "<camunda:executionListener event=\"start\" delegateExpression=\"${dangerous}\" />",
        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">${1+1}</camunda:script></camunda:inputParameter></camunda:inputOutput>",
        "<camunda:field name=\"x\" stringValue=\"y\" />",
        "<other:thing xmlns:other=\"http://example.org\" />"
      })
  void listeners_connectors_scripts_and_unknown_extensions_are_refused(String extension) {
    refused(
        intake()
            .replaceFirst(
                "(?s)(<bpmn:userTask id=\"UserTask_RegisterReferral\".*?<bpmn:extensionElements>)",
                "$1" + Matcher.quoteReplacement(extension)),
        "element");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scriptTask", "sendTask", "manualTask", "task"})
  void a_task_that_nobody_and_no_step_does_is_refused(String kind) {
    refused(
        intake()
            .replaceAll(
                "(</?bpmn:)serviceTask(?= id=\"ServiceTask_AskReferrerForMore\")", "$1" + kind)
            .replaceFirst("</bpmn:serviceTask>", "</bpmn:" + kind + ">"),
        "element");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${execution.setVariable('x', 1)}",
        "${proposedRoute.length() > 2}",
        "${dangerous.rm() == 'x'}",
        "${execution == 'x'}",
        "${true}",
        "${proposedRoute}",
        "proposedRoute == 'ordinary'",
        "${proposedRoute == 'ordinary'}${dangerous.rm()}"
      })
  void a_condition_only_compares_variables_with_codes(String condition) {
    refused(intake().replace("${proposedRoute == 'ordinary'}", condition), "condition");
  }

  @Test
  void a_condition_in_a_script_language_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "<bpmn:conditionExpression ", "<bpmn:conditionExpression language=\"groovy\" "),
        "attribute");
  }

  @Test
  void an_expression_in_a_name_or_a_documentation_is_refused_as_the_engine_would_run_it() {
    refused(
        intake().replace("name=\"Register referral\"", "name=\"${dangerous.rm()}\""),
        "expression-here");
    refused(
        intake().replaceFirst("<bpmn:documentation>", "<bpmn:documentation>\\${dangerous.rm()} "),
        "expression-here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:assignee",
        "camunda:candidateUsers",
        "camunda:formKey",
        "camunda:formHandlerClass",
        "camunda:priority",
        "camunda:followUpDate"
      })
  void a_user_task_is_offered_to_one_role_and_bound_to_one_form(String attribute) {
    refused(
        intake().replaceFirst("camunda:formRef=", attribute + "=\"demo\" camunda:formRef="),
        "attribute");
  }

  @Test
  void a_role_outside_the_closed_list_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "camunda:candidateGroups=\"intake\"", "camunda:candidateGroups=\"camunda-admin\""),
        "role");
    refused(
        intake()
            .replaceFirst(
                "camunda:candidateGroups=\"intake\"", "camunda:candidateGroups=\"intake,signer\""),
        "role");
    refused(intake().replaceFirst(" camunda:candidateGroups=\"intake\"", ""), "no-role");
  }

  @Test
  void a_task_without_a_form_or_with_one_that_is_not_sent_along_is_refused() {
    refused(intake().replaceFirst(" camunda:formRef=\"register-referral\"", ""), "no-form");
    refused(
        intake()
            .replaceFirst(
                "camunda:formRef=\"register-referral\"", "camunda:formRef=\"unheard-of\""),
        "form-missing");
    refused(
        intake()
            .replaceFirst(
                "camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\""),
        "form-binding");
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

      assertThat(keys(policy.check(Map.of(file, xml)))).containsExactly("doctype");
    }
  }

  @Test
  void a_loop_on_which_nothing_waits_is_refused() {
    refused(
        intake()
            .replaceFirst(
                "sourceRef=\"ServiceTask_AskReferrerForMore\" targetRef=\"EndEvent_ReadyForAssessment\"",
                "sourceRef=\"ServiceTask_AskReferrerForMore\" targetRef=\"Gateway_SomethingMissing\""),
        "endless");
  }

  @Test
  void a_gateway_without_a_default_way_is_refused() {
    refused(intake().replaceFirst(" default=\"Flow_RouteClearNo\"", ""), "no-default");
  }

  @Test
  void a_timer_that_interrupts_is_refused_as_no_timer_decides() {
    refused(
        pathway().replaceFirst("cancelActivity=\"false\"", "cancelActivity=\"true\""),
        "timer-interrupts");
  }

  @Test
  void history_must_have_an_end_and_the_version_a_tag() {
    refused(intake().replaceFirst(" camunda:historyTimeToLive=\"P1825D\"", ""), "time-to-live");
    refused(intake().replaceFirst(" camunda:versionTag=\"1\"", ""), "version-tag");
  }

  @Test
  void only_the_one_business_error_is_caught_never_every_fault() {
    String treatment = read(PROCESSES.resolve("treatment.bpmn"));

    refused(
        treatment.replace("errorCode=\"LEGAL_BASE_MISSING\"", "errorCode=\"java.lang.Throwable\""),
        "error-code",
        "legal-base");
  }

  @Test
  void what_the_schema_of_the_standard_refuses_is_told_too() {
    refused(
        intake()
            .replaceFirst("<bpmn:outgoing>", "<bpmn:incoming>")
            .replaceFirst("</bpmn:outgoing>", "</bpmn:incoming>")
            .replaceFirst(
                "(<bpmn:startEvent[^>]*>)", "$1<bpmn:incoming>Flow_RouteClearYes</bpmn:incoming>"),
        "schema");
  }

  @Test
  void two_models_in_one_file_and_other_kinds_of_file_are_refused() {
    refused(
        intake()
            .replace("</bpmn:definitions>", "<bpmn:process id=\"second\" /></bpmn:definitions>"),
        "one-process");
    assertThat(keys(policy.check(Map.of("shell.sh", "rm -rf /")))).containsExactly("kind");
    assertThat(keys(policy.check(Map.of("a.bpmn", "<html/>")))).containsExactly("not-a-model");
    assertThat(keys(policy.check(Map.of("a.bpmn", "no xml")))).containsExactly("unreadable");
  }

  // --- what must stay in a shipped process (process book §1, §3, §5)

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

  // --- tables

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<inputEntry id=\"x\" expressionLanguage=\"juel\"><text>${dangerous.rm()}</text></inputEntry> | feel-only",
        "<inputEntry id=\"x\"><text>[3..</text></inputEntry> | feel",
        "<inputEntry id=\"x\"><text>for i in 1..1000000000 return i</text></inputEntry> | feel-word",
        "<inputEntry id=\"x\"><text>? &lt; now()</text></inputEntry> | feel-word",
        "<inputEntry id=\"x\"><text>matches(?, \"(a+)+$\")</text></inputEntry> | feel-word",
        "<inputEntry id=\"x\"><text>random number() = 1</text></inputEntry> | feel-word"
      })
  void each_cell_of_a_table_is_feel_that_can_be_read(String entry, String reason) {
    String table =
        routing()
            .replaceFirst("(?s)<inputEntry id=.*?</inputEntry>", Matcher.quoteReplacement(entry));

    assertThat(keys(policy.check(Map.of("processes/referral-routing.dmn", table))))
        .contains(reason);
  }

  @Test
  void a_table_tells_its_hit_policy_and_its_time_to_live() {
    assertThat(keys(policy.check(Map.of("a.dmn", routing().replace(" hitPolicy=\"FIRST\"", "")))))
        .contains("hit-policy");
    assertThat(
            keys(
                policy.check(
                    Map.of(
                        "a.dmn", routing().replace(" camunda:historyTimeToLive=\"P1825D\"", "")))))
        .contains("time-to-live");
  }

  @Test
  void a_decision_that_is_no_table_is_refused() {
    String literal =
        routing()
            .replaceFirst(
                "(?s)<decisionTable.*</decisionTable>",
                "<literalExpression id=\"l\"><text>1</text></literalExpression>");

    assertThat(keys(policy.check(Map.of("a.dmn", literal)))).contains("element", "no-table");
  }

  // --- forms

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filepicker",
        "html",
        "iframe",
        "script",
        "image",
        "table",
        "button",
        "expression",
        "documentPreview"
      })
  void a_kind_of_field_outside_the_list_is_refused(String type) {
    assertThat(form(field(type, ""))).contains("form-type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=is empty(route) | feel-word",
        "=is defined(route) | feel-word",
        "=get or else(route, \"x\") = \"x\" | feel-word",
        "=today() > date(\"2026-01-01\") | feel-word",
        "=route = | feel",
        "route = \"x\" | feel"
      })
  void a_hide_condition_is_answered_alike_by_browser_and_server(String hide, String reason) {
    assertThat(
            form(
                field(
                    "textfield",
                    ",\"conditional\":{\"hide\":\"" + hide.replace("\"", "\\\"") + "\"}")))
        .contains(reason);
  }

  @Test
  void a_plain_hide_condition_is_allowed() {
    assertThat(
            form(
                field(
                    "textfield", ",\"conditional\":{\"hide\":\"=not(route = \\\"forward\\\")\"}")))
        .isEmpty();
  }

  @Test
  void only_choices_are_told_to_the_process() {
    assertThat(form(field("textfield", ",\"properties\":{\"variable\":\"true\"}")))
        .containsExactly("form-variable");
    assertThat(form(field("radio", ",\"properties\":{\"variable\":\"true\"}"))).isEmpty();
  }

  @Test
  void expressions_templates_markup_and_patterns_are_refused_in_a_form() {
    assertThat(form(field("textfield", ",\"readonly\":\"=true\""))).contains("expression-here");
    assertThat(form(field("textfield", ",\"description\":\"{{secret}}\"")))
        .contains("expression-here");
    assertThat(form("{\"type\":\"text\",\"id\":\"t\",\"text\":\"<img src=x onerror=alert(1)>\"}"))
        .contains("form-markup");
    assertThat(form(field("textfield", ",\"validate\":{\"pattern\":\"(a+)+$\"}")))
        .contains("form-validation");
    assertThat(form(field("select", ",\"valuesExpression\":\"=users\""))).contains("attribute");
  }

  @Test
  void a_form_has_one_key_for_one_field_and_the_id_of_its_file() {
    assertThat(form(field("textfield", "") + "," + field("textfield", ""))).contains("same-id");
    assertThat(keys(policy.check(Map.of("forms/other.form", formOf(field("textfield", ""))))))
        .contains("form-id");
    assertThat(keys(policy.check(Map.of("forms/mine.form", "{ not json"))))
        .containsExactly("unreadable");
  }

  // --- helpers

  private List<String> form(String components) {
    return keys(policy.check(Map.of("forms/mine.form", formOf(components))));
  }

  private static String formOf(String components) {
    return "{\"id\":\"mine\",\"type\":\"default\",\"components\":[" + components + "]}";
  }

  private static String field(String type, String more) {
    return "{\"type\":\""
        + type
        + "\",\"id\":\"f1\",\"key\":\"answer\",\"label\":\"Answer\""
        + more
        + "}";
  }

  private void refused(String bpmn, String... reasons) {
    assertThat(keys(check(bpmn))).contains(reasons);
  }

  private List<Models.Finding> check(String bpmn) {
    Matcher key = Pattern.compile("<bpmn:process id=\"([^\"]+)\"").matcher(bpmn);
    assertThat(key.find()).isTrue();
    Path shipped = PROCESSES.resolve(key.group(1) + ".bpmn");
    assertThat(bpmn).as("the attack changed the file").isNotEqualTo(read(shipped));
    Map<String, String> files = new HashMap<>();
    files.put(shipped.toString(), bpmn);
    Matcher forms = Pattern.compile("camunda:formRef=\"([^\"]+)\"").matcher(read(shipped));
    while (forms.find()) {
      String form = "forms/" + forms.group(1) + ".form";
      files.put(form, read(Path.of(form)));
    }
    return policy.check(files);
  }

  private static List<String> keys(List<Models.Finding> findings) {
    return findings.stream().map(f -> f.reasonKey().substring("engine.policy.".length())).toList();
  }

  private static String intake() {
    return read(PROCESSES.resolve("referral-intake.bpmn"));
  }

  private static String pathway() {
    return read(PROCESSES.resolve("treatment-pathway.bpmn"));
  }

  private static String routing() {
    return read(PROCESSES.resolve("referral-routing.dmn"));
  }

  private static String sample(String name) {
    return read(Path.of("src/test/resources/samples", name));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The policy with every step the shipped processes name, and the clock of the catalogue. */
  private static ModelPolicy policy() {
    var context = new GenericApplicationContext();
    try (var files = Files.list(PROCESSES)) {
      files
          .filter(f -> f.toString().endsWith(".bpmn"))
          .forEach(
              f -> {
                Matcher steps =
                    Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"").matcher(read(f));
                while (steps.find()) {
                  if (!context.containsBeanDefinition(steps.group(1))) {
                    context.registerBean(steps.group(1), JavaDelegate.class, () -> execution -> {});
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.registerBean("deadlines", Clocks.class, Clocks::new);
    context.registerBean("dangerous", Dangerous.class, Dangerous::new);
    context.registerBean("roles", RoleCatalogue.class, () -> () -> ROLES);
    context.refresh();
    return new ModelPolicy(new Catalogue(context), context.getBeanProvider(RoleCatalogue.class));
  }

  private static final Set<String> ROLES =
      Set.of(
          "intake",
          "assessor",
          "signer",
          "unit-lead",
          "therapist",
          "doctor",
          "allocation",
          "coordinating-unit",
          "municipal-coordinator");

  /** Stands for the catalogue bean of the deadlines. */
  public static class Clocks {

    @ProcessCallable
    public Date due(String rule, String subject) {
      return new Date(0);
    }

    @ProcessCallable
    public Date warn(String rule, int n, String subject) {
      return new Date(0);
    }

    @ProcessCallable
    public Date over(String rule, String subject) {
      return new Date(0);
    }
  }

  /** A bean of the application that no model may reach. */
  public static class Dangerous {

    public String rm() {
      return "gone";
    }
  }
}
