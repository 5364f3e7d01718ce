package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every table we ship, read for every combination of the values it knows, of nothing, and of the
 * numbers around each bound: no gap, no overlap that its hit policy does not allow, no row that
 * nothing reaches. The engine is asked along the way and answers what the reading says.
 */
class DecisionTablesCoverTest {

  /** How often the engine is asked about one table; it takes its time. */
  private static final int ASKED = 400;

  @ParameterizedTest
  @MethodSource(ProcessFiles.TABLES)
  @Requirement({"S8", "S28", "S32", "S41"})
  void no_combination_is_without_a_row_and_none_has_two_where_one_is_promised(Path file) {
    TableReading table = new TableReading(contentOf(file));

    for (Map<String, Object> facts : table.combinations()) {
      List<String> matching = table.matching(facts);
      if (table.policy() == HitPolicy.UNIQUE) {
        assertThat(matching).as("overlap at " + facts).hasSizeLessThan(2);
      }
      if (table.policy() == HitPolicy.FIRST || !outside(table, facts)) {
        assertThat(matching).as("gap at " + facts).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ProcessFiles.TABLES)
  void the_engine_answers_as_the_hit_policy_promises(Path file) {
    TableReading table = new TableReading(contentOf(file));
    List<Map<String, Object>> all = table.combinations();
    int step = Math.max(1, all.size() / ASKED);

    for (int i = 0; i < all.size(); i += step) {
      Map<String, Object> facts = all.get(i);
      List<String> matching = table.matching(facts);
      List<String> promised =
          table.policy() == HitPolicy.COLLECT
              ? matching
              : matching.subList(0, Math.min(1, matching.size()));
      assertThat(table.answeredByTheEngine(facts)).as("at " + facts).isEqualTo(promised);
    }
  }

  @ParameterizedTest
  @MethodSource(ProcessFiles.TABLES)
  void no_row_stands_behind_others_where_nothing_reaches_it(Path file) {
    TableReading table = new TableReading(contentOf(file));
    Set<String> reached = new HashSet<>();

    for (Map<String, Object> facts : table.combinations()) {
      List<String> matching = table.matching(facts);
      reached.addAll(
          table.policy() == HitPolicy.FIRST && !matching.isEmpty()
              ? matching.subList(0, 1)
              : matching);
    }

    assertThat(table.rows()).hasSizeGreaterThan(2);
    assertThat(reached).containsExactlyInAnyOrderElementsOf(table.rows());
  }

  /** What a person can choose in a form is a value that the table was written for. */
  @ParameterizedTest(name = "{2} of {3}")
  @CsvSource({
    "referral-routing, openCase, sameAsOpen, register-referral",
    "referral-routing, unit, unit, register-referral",
    "referral-routing, identity, identity, register-referral",
    "referral-routing, senderAuthority, senderAuthority, register-referral",
    "referral-completeness, referrerKind, referrerKind, refer-patient",
    "referral-completeness, referrerKind, referrerKind, refer-lar",
    "referral-completeness, referrerKind, referrerKind, refer-next-of-kin",
    "referral-completeness, referrerKind, referrerKind, take-down-referral"
  })
  void no_answer_of_a_form_is_unknown_to_its_table(
      String table, String input, String field, String form) throws IOException {
    JsonNode options =
        field(
                new ObjectMapper().readTree(new File("forms/" + form + ".form")).path("components"),
                field)
            .path("values");

    assertThat(options).isNotEmpty();
    assertThat(
            new TableReading(contentOf(ProcessFiles.PROCESSES.resolve(table + ".dmn")))
                .words(input))
        .containsAll(options.findValuesAsText("value"));
  }

  @Test
  void a_table_with_a_gap_or_an_overlap_would_be_found() {
    String rules = contentOf(ProcessFiles.PROCESSES.resolve("deadline-rules.dmn"));

    assertThat(overlaps(new TableReading(rules))).isZero();
    assertThat(
            overlaps(
                new TableReading(
                    rules.replaceFirst("<text>\"inpatient\"</text>", "<text>-</text>"))))
        .as("one row made wider")
        .isPositive();
    TableReading narrowed =
        new TableReading(rules.replaceFirst("<text>false, null</text>", "<text>false</text>"));
    assertThat(narrowed.combinations())
        .as("one row made narrower")
        .anyMatch(facts -> !outside(narrowed, facts) && narrowed.matching(facts).isEmpty());
  }

  /** Asked about nothing, or with a word it was not written for: it need not answer. */
  private static boolean outside(TableReading table, Map<String, Object> facts) {
    return facts.get(table.firstInput()) == null || facts.containsValue(TableReading.UNHEARD_OF);
  }

  private static long overlaps(TableReading table) {
    return table.combinations().stream().filter(f -> table.matching(f).size() > 1).count();
  }

  private static JsonNode field(JsonNode components, String key) {
    for (JsonNode c : components) {
      JsonNode found = c.path("key").asText().equals(key) ? c : field(c.path("components"), key);
      if (!found.isMissingNode()) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
