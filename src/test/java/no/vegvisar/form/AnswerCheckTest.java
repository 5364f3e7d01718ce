package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import no.vegvisar.form.AnswerCheck.Checked;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers are checked by the file their form was drawn from; what a browser sends besides is
 * nothing.
 */
class AnswerCheckTest {

  /** Tuesday 24 November 2026, 10.30 in Oslo. */
  private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String FORM =
      """
      {"id":"all-kinds","components":[
        {"type":"text","id":"t","text":"Read this"},
        {"type":"textfield","id":"a","key":"line","label":"Line","validate":{"required":true,"maxLength":10,"minLength":2}},
        {"type":"textarea","id":"b","key":"words","label":"Words"},
        {"type":"number","id":"c","key":"count","label":"Count","decimalDigits":1,"validate":{"min":0,"max":20}},
        {"type":"datetime","id":"d","key":"day","dateLabel":"Day","subtype":"date","properties":{"notAfter":"now","label.nn":"Dag"}},
        {"type":"datetime","id":"e","key":"moment","dateLabel":"Moment","subtype":"datetime","properties":{"notAfter":"now"}},
        {"type":"datetime","id":"f","key":"from","dateLabel":"From","subtype":"date","properties":{"notBefore":"today"}},
        {"type":"radio","id":"g","key":"way","label":"Way","values":[{"label":"On","value":"on"},{"label":"Back","value":"back"}],
         "properties":{"variable":"true"}},
        {"type":"select","id":"h","key":"who","label":"Who","valuesKey":"people","properties":{"runtimeOptions":"people"}},
        {"type":"checklist","id":"i","key":"things","label":"Things","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}]},
        {"type":"checkbox","id":"j","key":"sure","label":"Sure"},
        {"type":"textfield","id":"k","key":"why","label":"Why","conditional":{"hide":"=not(way = \\"back\\")"},"validate":{"required":true}},
        {"type":"textfield","id":"l","key":"more","label":"More","conditional":{"hide":"=why = null"}},
        {"type":"textfield","id":"m","key":"fixed","label":"Fixed","readonly":true,"validate":{"required":true}},
        {"type":"group","id":"n","label":"Group","components":[
          {"type":"textfield","id":"o","key":"inside","label":"Inside","validate":{"maxLength":5}},
          {"type":"group","id":"p","path":"box","label":"Box","components":[{"type":"textfield","id":"q","key":"deep","label":"Deep","validate":{"maxLength":5}}]}]},
        {"type":"dynamiclist","id":"r","path":"rows","label":"Rows","properties":{"minItems":"0","maxItems":"2"},"components":[
          {"type":"textfield","id":"s","key":"name","label":"Name","validate":{"required":true}},
          {"type":"checkbox","id":"u","key":"late","label":"Late"},
          {"type":"textfield","id":"v","key":"cause","label":"Cause","conditional":{"hide":"=not(late = true)"}}]}
      ]}
      """;

  @ParameterizedTest(name = "{0} is refused as {2} at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|line|required",
        "{'line':'   '}|line|required",
        "{'line':'x'}|line|short",
        "{'line':'12345678901'}|line|long",
        "{'line':'two\\nlines'}|line|invalid",
        "{'line':'nul\\u0000'}|line|invalid",
        "{'line':7}|line|invalid",
        "{'line':{'a':1}}|line|invalid",
        "{'line':['ab']}|line|invalid",
        "{'line':'ok','count':-1}|count|min",
        "{'line':'ok','count':21}|count|max",
        "{'line':'ok','count':1.25}|count|decimals",
        "{'line':'ok','count':'many'}|count|number",
        "{'line':'ok','count':1e999999999}|count|number",
        "{'line':'ok','day':'24.11.2026'}|day|date",
        "{'line':'ok','day':'2026-02-30'}|day|date",
        "{'line':'ok','day':'2026-11-25'}|day|future",
        "{'line':'ok','day':'0001-01-01'}|day|date-range",
        "{'line':'ok','moment':'2026-11-24'}|moment|time",
        "{'line':'ok','moment':'2026-11-24T10:31'}|moment|future",
        "{'line':'ok','moment':'2026-11-24T10:00Z'}|moment|time",
        "{'line':'ok','from':'2026-11-23'}|from|past",
        "{'line':'ok','way':'sideways'}|way|option",
        "{'line':'ok','who':true}|who|option",
        "{'line':'ok','who':'u-3'}|who|option",
        "{'line':'ok','things':['a','c']}|things|option",
        "{'line':'ok','things':['a','a']}|things|option",
        "{'line':'ok','things':'a'}|things|option",
        "{'line':'ok','sure':'yes'}|sure|invalid",
        "{'line':'ok','way':'back'}|why|required",
        "{'line':'ok','inside':'123456'}|inside|long",
        "{'line':'ok','box':{'deep':'123456'}}|box.deep|long",
        "{'line':'ok','rows':{'name':'a'}}|rows|invalid",
        "{'line':'ok','rows':['a']}|rows.0.name|required",
        "{'line':'ok','rows':[{'name':'a'},{'late':false}]}|rows.1.name|required",
        "{'line':'ok','rows':[{'name':'a'},{'name':'b'},{'name':'c'}]}|rows|rows-most",
      })
  void a_rule_broken_is_refused_at_its_field(String answers, String field, String rule) {
    Checked checked = check(answers);

    assertThat(checked.refusals()).extracting(Refusal::field).containsExactly(field);
    assertThat(checked.refusals()).extracting(Refusal::key).containsExactly("form.refusal." + rule);
  }

  @Test
  void good_answers_pass_as_they_are() {
    Checked checked =
        check(
            "{'line':' ok ','words':'a\\nb','count':19.5,'day':'2026-11-24','moment':'2026-11-24T10:30','from':'2026-11-24','way':'back',"
                + "'who':'u-1','things':['b','a'],'sure':true,'why':'because','more':'m','inside':'in','box':{'deep':'d'},"
                + "'rows':[{'name':'n','late':true,'cause':'c'}]}");

    assertThat(checked.refusals()).isEmpty();
    assertThat(checked.answers().toString())
        .isEqualTo(
            json("{'line':'ok','words':'a\\nb','count':19.5,'day':'2026-11-24','moment':'2026-11-24T10:30','from':'2026-11-24','way':'back',"
                    + "'who':'u-1','things':['b','a'],'sure':true,'why':'because','more':'m','inside':'in','box':{'deep':'d'},"
                    + "'rows':[{'name':'n','late':true,'cause':'c'}]}")
                .toString());
  }

  @Test
  void hidden_read_only_and_unknown_values_are_dropped() {
    Checked checked =
        check(
            "{'line':'ok','why':'hidden','fixed':'mine','unknown':'x','people':[{'value':'u-3'}],'rows':[{'name':'n','cause':'hidden','x':1}]}");

    assertThat(checked.refusals()).isEmpty();
    assertThat(checked.answers()).isEqualTo(json("{'line':'ok','box':{},'rows':[{'name':'n'}]}"));
  }

  @Test
  void what_hangs_on_a_hidden_field_is_hidden_too() {
    assertThat(
            check("{'line':'ok','way':'on','why':'sent all the same','more':'m'}")
                .answers()
                .has("more"))
        .isFalse();
    assertThat(
            check("{'line':'ok','way':'back','why':'because','more':'m'}")
                .answers()
                .path("more")
                .asText())
        .isEqualTo("m");
  }

  @Test
  void a_text_without_a_limit_has_the_limit_of_the_house() {
    String long8001 = "x".repeat(AnswerCheck.MOST_TEXT + 1);

    assertThat(check("{'line':'ok','words':'" + long8001 + "'}").refusals())
        .extracting(Refusal::field)
        .containsExactly("words");
    assertThat(check("{'line':'ok','words':'" + long8001.substring(1) + "'}").refusals()).isEmpty();
  }

  @Test
  void a_refusal_names_the_field_in_the_readers_language() {
    Checked checked =
        AnswerCheck.check(
            schema(), json("{'line':'ok','day':'2027-01-01'}"), Map.of(), NOW, Language.NN);

    assertThat(checked.refusals().get(0).args()).containsExactly("Dag");
  }

  @Test
  void only_marked_choices_are_variables_and_nothing_stands_for_an_empty_one() {
    assertThat(FormGateService.variables(schema(), check("{'line':'ok','way':'on'}").answers()))
        .containsExactly(Map.entry("way", "on"));
    assertThat(FormGateService.variables(schema(), check("{'line':'ok'}").answers()))
        .containsOnlyKeys("way")
        .containsValue(null);
  }

  private static Checked check(String answers) {
    return AnswerCheck.check(
        schema(),
        json(answers),
        Map.of("people", Map.of("u-1", "One", "u-2", "Two")),
        NOW,
        Language.EN);
  }

  private static FormSchema schema() {
    return FormSchema.parse(FORM, MAPPER);
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"').replace("\n", "\\n"));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
