package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the four tables of the spine answer, asked without a server. */
class DecisionTablesTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  @Requirement("S28")
  void a_referral_with_nothing_unusual_takes_the_ordinary_way() {
    assertThat(route(Map.of()))
        .containsEntry("code", "ordinary")
        .containsEntry("engineCode", "ordinary");
  }

  @ParameterizedTest
  @Requirement("S9")
  @CsvSource({
    "urgent, true, emergency",
    "openCase, yes, duplicate",
    "openCase, unsure, duplicate",
    "unit, otherTrust, wrongUnit",
    "kind, coercion, coercion",
    "kind, prisonSentence, prisonSentence",
    "kind, lar, lar",
    "kind, nextOfKin, nextOfKin",
    "identity, failing, unclear",
    "identity, none, unclear",
    "senderAuthority, no, unclear",
    "senderAuthority, unclear, unclear"
  })
  void what_is_unusual_is_looked_at_by_a_person_and_the_engine_learns_only_that(
      String fact, String value, String code) {
    var answer = route(Map.of(fact, fact.equals("urgent") ? Boolean.TRUE : value));

    assertThat(answer).containsEntry("code", code).containsEntry("engineCode", "special");
  }

  @Test
  @Requirement("S8")
  void nobody_under_18_is_refused_they_are_routed_onward() {
    assertThat(route(Map.of("age", 17))).containsEntry("code", "minor");
    assertThat(route(Map.of("age", 18))).containsEntry("code", "ordinary");
  }

  @ParameterizedTest
  @CsvSource({
    "openCase, yes, unit, otherTrust, duplicate",
    "unit, otherTrust, kind, lar, wrongUnit",
    "kind, lar, identity, none, lar",
    "kind, coercion, senderAuthority, no, coercion",
    "kind, nextOfKin, identity, failing, nextOfKin",
    "openCase, unsure, kind, prisonSentence, duplicate"
  })
  @Requirement({"S10", "S28", "S191", "S192"})
  void where_two_rows_fit_the_first_one_counts(
      String fact, String value, String second, String secondValue, String code) {
    assertThat(route(Map.of(fact, value, second, secondValue))).containsEntry("code", code);
  }

  @Test
  @Requirement({"S8", "S9", "S28"})
  void no_combination_of_facts_is_without_a_way_and_every_way_has_its_reason_in_three_languages() {
    for (var unit : List.of("aalesund", "molde", "otherTrust")) {
      for (var open : List.of("yes", "no", "unsure")) {
        for (var kind : List.of("ordinary", "lar", "nextOfKin", "coercion", "prisonSentence")) {
          for (var age : Arrays.asList(null, 0, 17, 18, 104)) {
            for (var identity : List.of("confirmed", "failing", "none")) {
              for (var urgent : List.of(true, false)) {
                var facts = with("age", age);
                facts.putAll(
                    Map.of(
                        "unit",
                        unit,
                        "openCase",
                        open,
                        "kind",
                        kind,
                        "identity",
                        identity,
                        "urgent",
                        urgent));
                assertThat(route(facts))
                    .as(facts.toString())
                    .doesNotContainValue(null)
                    .containsKeys("code", "engineCode", "reason", "reasonNn", "reasonNb");
              }
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"T28, 2, W", "T29, 3, M", "T30, , D", "T31, , D", "T32, 12, M", "T18, 2, W"})
  @Requirement({"S39", "S191", "S192"})
  void what_another_body_decides_has_its_time_and_what_is_not_established_is_left_empty(
      String rule, Integer length, String unit) {
    assertThat(clock(rule, null, null, null))
        .containsEntry("length", length)
        .containsEntry("unit", unit)
        .containsEntry("kind", "guiding");
  }

  @ParameterizedTest
  @CsvSource({
    "5999, ",
    "6000, aalesund",
    "6299, aalesund",
    "6300, molde",
    "6699, molde",
    "6700, ",
    "0, ",
    ", "
  })
  @Requirement("S6")
  void the_clinic_near_home_follows_the_post_districts_and_elsewhere_neither_is_near(
      Integer postcode, String place) {
    var row = single("near-home", with("postcode", postcode));

    assertThat(row.get("place")).isEqualTo(place);
    assertThat(row.get("row")).asString().isNotBlank();
    assertThat(row.get("rowNn")).asString().isNotBlank();
    assertThat(row.get("rowNb")).asString().isNotBlank();
  }

  @Test
  void an_unknown_age_is_unclear_and_an_urgent_referral_comes_before_everything() {
    assertThat(route(with("age", null))).containsEntry("code", "unclear");
    assertThat(
            List.of(
                route(with("age", null)),
                route(with("identity", "failing")),
                route(with("senderAuthority", "unclear"))))
        .as("each says what is unclear")
        .extracting(row -> row.get("reason"))
        .doesNotHaveDuplicates();
    assertThat(route(Map.of("urgent", true, "openCase", "yes"))).containsEntry("code", "emergency");
  }

  @ParameterizedTest
  @CsvSource({
    "reason, empty, nav, true, must",
    "reason, inLetter, gp, false,",
    "riskConcern, unknown, gp, true, must",
    "riskConcern, unknown, nav, false, should",
    "medicines, empty, gp, true, must",
    "medicines, empty, municipality, false, should",
    "minorChildren, empty, nav, true, must",
    "hasPlan, unknown, gp, false, should",
    "partners, empty, gp, false, should"
  })
  @Requirement({"S41", "S64"})
  void only_what_is_missing_and_theirs_to_know_is_asked_of_a_referrer(
      String item, String answer, String referrer, boolean ask, String weight) {
    var row =
        single(
            "referral-completeness",
            Map.of("item", item, "answer", answer, "referrerKind", referrer));

    assertThat(row).containsEntry("ask", ask).containsEntry("weight", weight);
  }

  @Test
  @Requirement("S4")
  void all_rows_of_the_guide_that_fit_are_shown() {
    var rows =
        rows(
            "treatment-deadline",
            Map.of("mainCondition", "alcohol", "factor", "over20UnitsDaily", "under23", true));

    assertThat(rows).extracting(row -> row.get("weeks")).containsExactly(6, 2, 4);
  }

  @Test
  void where_no_guide_exists_the_clinician_decides() {
    var rows =
        rows(
            "treatment-deadline",
            Map.of("mainCondition", "ghb", "factor", "pregnancy", "under23", false));

    assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.get("weeks")).isNull());
  }

  @Test
  @Requirement("S32")
  void the_assessment_is_due_on_the_tenth_working_day_with_warnings_on_the_fifth_and_eighth() {
    assertThat(clock("T01", null, null, null))
        .containsEntry("length", 10)
        .containsEntry("unit", "WD")
        .containsEntry("warnAt", List.of(5L, 8L))
        .containsEntry("kind", "binding");
  }

  @ParameterizedTest
  @CsvSource({
    "T05, outpatient, false,, T05, 21",
    "T05, day, false,, T05, 21",
    "T05, inpatient, false,, T06, 7",
    "T05, outpatient, true,, T13, 7",
    "T05, inpatient, true,, T14, 3",
    "T07, outpatient, false,, T07, 3",
    "T07, inpatient, true,, T15, 0",
    "T09, outpatient, false, first, T09, 7",
    "T09, outpatient, true, first, T16, 14",
    "T09, inpatient, true, first, T16, 7",
    "T09, day, false, later, T11, 56",
    "T09, inpatient, false, later, T12, 42",
    "T09, outpatient, true, later, T17, 42"
  })
  @Requirement("S74")
  void a_clock_follows_level_pregnancy_and_order(
      String family, String level, boolean pregnant, String ordinal, String rule, int days) {
    assertThat(clock(family, level, pregnant, ordinal))
        .containsEntry("ruleId", rule)
        .containsEntry("length", days);
  }

  @Test
  void every_combination_of_facts_finds_exactly_one_row() {
    for (var family : List.of("T05", "T07", "T09")) {
      for (var level : Arrays.asList("outpatient", "day", "inpatient", null)) {
        for (var pregnant : Arrays.asList(true, false, null)) {
          for (var ordinal : Arrays.asList("first", "later", null)) {
            assertThat(clock(family, level, pregnant, ordinal)).isNotEmpty();
          }
        }
      }
    }
  }

  private static Map<String, Object> route(Map<String, Object> unusual) {
    var facts = with("urgent", false);
    facts.putAll(
        Map.of(
            "openCase",
            "no",
            "unit",
            "aalesund",
            "age",
            40,
            "kind",
            "ordinary",
            "identity",
            "confirmed",
            "senderAuthority",
            "yes"));
    facts.putAll(unusual);
    return single("referral-routing", facts);
  }

  private static Map<String, Object> clock(
      String family, String level, Boolean pregnant, String ordinal) {
    var facts = with("family", family);
    facts.put("level", level);
    facts.put("pregnant", pregnant);
    facts.put("ordinal", ordinal);
    facts.put("date", "2026-11-24");
    return single("deadline-rules", facts);
  }

  private static Map<String, Object> with(String fact, Object value) {
    var facts = new HashMap<String, Object>();
    facts.put(fact, value);
    return facts;
  }

  private static Map<String, Object> single(String table, Map<String, Object> facts) {
    var rows = rows(table, facts);
    assertThat(rows).as(table + " " + facts).hasSize(1);
    return rows.get(0);
  }

  private static List<Map<String, Object>> rows(String table, Map<String, Object> facts) {
    try (var file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
      return ENGINE.evaluateDecisionTable(table, file, facts).getResultList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
