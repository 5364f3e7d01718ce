package no.vegvisar.engine;

import static no.vegvisar.engine.PolicyTrial.POLICY;
import static no.vegvisar.engine.PolicyTrial.keys;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form holds only what the server can check (rule 8, decisions 12). */
class FormPolicyTest {

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
    assertThat(keys(POLICY.check(Map.of("forms/other.form", formOf(field("textfield", ""))))))
        .contains("form-id");
    assertThat(keys(POLICY.check(Map.of("forms/mine.form", "{ not json"))))
        .containsExactly("unreadable");
  }

  private List<String> form(String components) {
    return keys(POLICY.check(Map.of("forms/mine.form", formOf(components))));
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
}
