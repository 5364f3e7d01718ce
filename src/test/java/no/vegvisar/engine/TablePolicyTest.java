package no.vegvisar.engine;

import static no.vegvisar.engine.PolicyTrial.POLICY;
import static no.vegvisar.engine.PolicyTrial.keys;
import static no.vegvisar.engine.PolicyTrial.routing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table is FEEL only, and FEEL that can be read (rule 8, decisions 12). */
class TablePolicyTest {

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

    assertThat(keys(POLICY.check(Map.of("processes/referral-routing.dmn", table))))
        .contains(reason);
  }

  @Test
  void a_table_tells_its_hit_policy_and_its_time_to_live() {
    assertThat(keys(POLICY.check(Map.of("a.dmn", routing().replace(" hitPolicy=\"FIRST\"", "")))))
        .contains("hit-policy");
    assertThat(
            keys(
                POLICY.check(
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

    assertThat(keys(POLICY.check(Map.of("a.dmn", literal)))).contains("element", "no-table");
  }
}
