package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.vegvisar.Requirement;
import org.junit.jupiter.api.Test;

/** Every form we ship keeps the house rules for forms; no server is started to find out. */
class FormFilesConventionsTest {

  private static final Path FORMS = Path.of("forms");

  private static final Set<String> TYPES =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "datetime",
          "radio",
          "checkbox",
          "checklist",
          "select",
          "group",
          "dynamiclist",
          "text");

  private static final Set<String> ENGINE_TYPES = Set.of("radio", "checkbox", "select");

  /** Names that are the same word in all three languages. */
  private static final Set<String> SAME_IN_ALL =
      Set.of("Ålesund", "Molde", "Cannabis", "GHB", "AUDIT", "DUDIT", "ASI", "ADAD");

  private static final Pattern HIDE =
      Pattern.compile("=(?:not\\((\\w+) = \"\\w+\"\\)|(\\w+) = \"\\w+\")");

  private static final Set<String> WAYS_OUT_OF_A_CHOICE = Set.of("unknown", "inLetter", "notAsked");

  @Test
  void the_id_of_a_form_is_the_name_of_its_file() {
    forms()
        .forEach(
            (name, form) -> {
              assertThat(form.path("id").asText()).isEqualTo(name);
              assertThat(form.path("type").asText()).isEqualTo("default");
            });
  }

  @Test
  void only_the_agreed_kinds_of_field_are_used() {
    eachComponent((place, c) -> assertThat(TYPES).as(place).contains(type(c)));
  }

  @Test
  void fields_that_are_answered_have_a_key_of_their_own() {
    forms()
        .forEach(
            (name, form) -> {
              List<JsonNode> all = components(form);
              assertThat(all.stream().map(c -> c.path("id").asText()))
                  .as(name)
                  .doesNotHaveDuplicates()
                  .doesNotContain("");
              assertThat(keysAt(form.path("components")))
                  .as(name)
                  .doesNotHaveDuplicates()
                  .doesNotContain("");
              all.stream()
                  .filter(c -> type(c).equals("dynamiclist"))
                  .forEach(
                      c ->
                          assertThat(keysAt(c.path("components")))
                              .as(name)
                              .doesNotHaveDuplicates()
                              .doesNotContain(""));
            });
  }

  @Test
  @Requirement("S186")
  void every_text_a_person_reads_is_there_in_three_languages() {
    forms()
        .forEach(
            (name, form) -> {
              threeLanguages(
                  name + " title",
                  form.path("properties").path("title"),
                  form.path("properties"),
                  "title");
              for (JsonNode c : components(form)) {
                String place = name + " " + c.path("id").asText();
                JsonNode p = c.path("properties");
                if (type(c).equals("text")) {
                  threeLanguages(place, c.path("text"), p, "text");
                  continue;
                }
                threeLanguages(place, c.path("label"), p, "label");
                optionalText(place, c.path("description"), p, "description");
                optionalText(place, c.path("timeLabel"), p, "timeLabel");
                for (JsonNode option : c.path("values")) {
                  String key = "option." + option.path("value").asText();
                  threeLanguages(place, option.path("label"), p, key);
                  optionalText(place, p.path(key + ".hint"), p, key + ".hint");
                }
              }
            });
  }

  @Test
  void a_date_field_shows_the_same_label_everywhere() {
    eachComponent(
        (place, c) -> {
          if (type(c).equals("datetime")) {
            assertThat(c.path("subtype").asText()).as(place).isIn("date", "datetime");
            assertThat(c.path("dateLabel")).as(place).isEqualTo(c.path("label"));
            assertThat(c.path("properties").path("notAfter").asText("now"))
                .as(place)
                .isEqualTo("now");
            assertThat(c.path("properties").path("notBefore").asText("today"))
                .as(place)
                .isEqualTo("today");
          }
        });
  }

  @Test
  void every_field_has_a_limit() {
    eachComponent(
        (place, c) -> {
          JsonNode v = c.path("validate");
          JsonNode p = c.path("properties");
          switch (type(c)) {
            case "textfield" -> assertThat(v.path("maxLength").asInt()).as(place).isBetween(1, 120);
            case "textarea" -> assertThat(v.path("maxLength").asInt()).as(place).isBetween(1, 8000);
            case "number" ->
                assertThat(v.path("min").asInt(Integer.MAX_VALUE))
                    .as(place)
                    .isLessThan(v.path("max").asInt(Integer.MIN_VALUE));
            case "dynamiclist" -> {
              assertThat(c.path("allowAddRemove").asBoolean()).as(place).isTrue();
              assertThat(c.path("defaultRepetitions").asInt(-1)).as(place).isZero();
              assertThat(p.path("minItems").isTextual() && p.path("maxItems").isTextual())
                  .as(place)
                  .isTrue();
              assertThat(Integer.parseInt(p.path("minItems").asText())).as(place).isNotNegative();
              assertThat(Integer.parseInt(p.path("maxItems").asText())).as(place).isBetween(1, 12);
            }
            case "radio", "checklist", "select" -> {
              boolean atRunTime = p.has("runtimeOptions");
              assertThat(c.path("values").size() > 1 || atRunTime).as(place).isTrue();
              if (atRunTime) {
                assertThat(c.path("valuesKey")).as(place).isEqualTo(p.path("runtimeOptions"));
              }
            }
            default -> {}
          }
        });
  }

  @Test
  void options_are_codes_without_duplicates() {
    eachComponent(
        (place, c) -> {
          List<String> codes = new ArrayList<>();
          c.path("values").forEach(o -> codes.add(o.path("value").asText()));
          assertThat(codes)
              .as(place)
              .doesNotHaveDuplicates()
              .allMatch(code -> code.matches("[a-z][A-Za-z0-9]*"));
        });
  }

  @Test
  void nothing_is_answered_beforehand() {
    eachComponent((place, c) -> assertThat(c.has("defaultValue")).as(place).isFalse());
  }

  @Test
  void only_a_choice_may_reach_the_engine() {
    eachComponent(
        (place, c) -> {
          if (c.path("properties").has("variable")) {
            assertThat(c.path("properties").path("variable").asText()).as(place).isEqualTo("true");
            assertThat(ENGINE_TYPES).as(place).contains(type(c));
          }
        });
  }

  @Test
  void a_field_hides_only_by_the_answer_to_one_other_choice_of_the_same_form() {
    forms()
        .forEach(
            (name, form) -> {
              Map<String, Set<String>> choices = new TreeMap<>();
              components(form).stream()
                  .filter(c -> c.has("values"))
                  .forEach(c -> choices.put(c.path("key").asText(), optionsOf(c)));
              for (JsonNode c : components(form)) {
                JsonNode hide = c.path("conditional").path("hide");
                if (c.has("conditional")) {
                  String place = name + " " + c.path("id").asText();
                  Matcher m = HIDE.matcher(hide.asText());
                  assertThat(m.matches()).as(place + " " + hide.asText()).isTrue();
                  String asked = m.group(1) == null ? m.group(2) : m.group(1);
                  String code = hide.asText().replaceAll(".*\"(\\w+)\".*", "$1");
                  assertThat(choices).as(place).containsKey(asked);
                  assertThat(choices.get(asked)).as(place).contains(code);
                  assertThat(asked).as(place).isNotEqualTo(c.path("key").asText());
                }
              }
            });
  }

  @Test
  void a_text_the_server_fills_says_which() {
    eachComponent(
        (place, c) -> {
          if (type(c).equals("text")) {
            assertThat(c.path("properties").path("slot").asText())
                .as(place)
                .matches("[a-z][A-Za-z]*");
            assertThat(c.path("text").asText())
                .as(place)
                .doesNotStartWith("=")
                .doesNotContain("<", "*", "](");
          }
        });
  }

  @Test
  void a_task_form_ends_with_a_note_to_colleagues() {
    forms()
        .forEach(
            (name, form) -> {
              JsonNode components = form.path("components");
              boolean note =
                  components.get(components.size() - 1).path("key").asText().equals("note");
              assertThat(note)
                  .as(name)
                  .isEqualTo(!name.startsWith("refer-") && !name.equals("sign-decision"));
            });
  }

  @Test
  void a_referral_asks_for_ten_answers_and_each_has_a_way_out() {
    List<JsonNode> required =
        components(forms().get("refer-patient")).stream()
            .filter(c -> c.path("validate").path("required").asBoolean())
            .toList();

    assertThat(required)
        .extracting(c -> c.path("key").asText())
        .containsExactlyInAnyOrder(
            "patientName",
            "reason",
            "helpWanted",
            "dependence",
            "riskConcern",
            "detoxNeed",
            "minorChildren",
            "medicines",
            "allergies",
            "patientAgrees");
    required.stream()
        .filter(c -> c.has("values"))
        .forEach(
            c ->
                assertThat(optionsOf(c))
                    .as(c.path("key").asText())
                    .containsAnyElementsOf(WAYS_OUT_OF_A_CHOICE));
    required.stream()
        .filter(c -> !c.has("values"))
        .forEach(
            c ->
                assertThat(c.path("description").asText()).as(c.path("key").asText()).isNotBlank());
  }

  @Test
  @Requirement({
    "S41", "S42", "S43", "S44", "S45", "S46", "S47", "S48", "S49", "S50", "S51", "S52", "S53",
    "S54", "S55", "S56", "S57", "S58", "S59", "S60", "S61", "S62", "S63", "S64"
  })
  void every_item_of_the_checklist_is_asked_for_in_the_referral() {
    Set<String> seeds = new HashSet<>();
    components(forms().get("refer-patient"))
        .forEach(
            c -> seeds.addAll(List.of(c.path("properties").path("seed").asText("").split(" "))));

    assertThat(seeds).containsAll(IntStream.rangeClosed(41, 64).mapToObj(n -> "S" + n).toList());
  }

  @Test
  @Requirement({"S66", "S93"})
  void
      a_lar_referral_is_short_documents_the_dependence_and_has_a_way_out_of_each_required_answer() {
    List<JsonNode> all = components(forms().get("refer-lar"));
    List<JsonNode> required =
        all.stream().filter(c -> c.path("validate").path("required").asBoolean()).toList();

    assertThat(all).hasSizeLessThan(components(forms().get("refer-patient")).size());
    assertThat(required)
        .extracting(c -> c.path("key").asText())
        .contains("opioidDependence")
        .doesNotContain("parties", "jointReason");
    required.stream()
        .filter(c -> c.has("values"))
        .forEach(
            c ->
                assertThat(optionsOf(c))
                    .as(c.path("key").asText())
                    .containsAnyElementsOf(WAYS_OUT_OF_A_CHOICE));
  }

  @Test
  @Requirement({"S105", "S108", "S109"})
  void a_referral_of_a_next_of_kin_has_no_field_for_the_other_person() {
    assertThat(
            components(forms().get("refer-next-of-kin")).stream()
                .map(c -> c.path("key").asText().toLowerCase(java.util.Locale.ROOT)))
        .filteredOn(key -> key.contains("name") || key.contains("id") || key.contains("relation"))
        .containsExactlyInAnyOrder("patientidkind", "nationalid", "patientname");
  }

  @Test
  @Requirement("S42")
  void the_words_of_the_patient_are_marked_as_such() {
    List<String> marked =
        components(forms().get("refer-patient")).stream()
            .filter(c -> c.path("properties").path("patientWords").asText().equals("true"))
            .map(c -> c.path("key").asText())
            .toList();

    assertThat(marked).containsExactly("helpWanted");
  }

  private static void threeLanguages(
      String place, JsonNode english, JsonNode properties, String name) {
    assertThat(english.asText()).as(place + " " + name).isNotBlank();
    for (String language : List.of("nn", "nb")) {
      String text = properties.path(name + "." + language).asText();
      assertThat(text).as(place + " " + name + "." + language).isNotBlank();
      if (!SAME_IN_ALL.contains(text)) {
        assertThat(text).as(place + " " + name + "." + language).isNotEqualTo(english.asText());
      }
    }
  }

  private static void optionalText(
      String place, JsonNode english, JsonNode properties, String name) {
    if (!english.isMissingNode()) {
      threeLanguages(place, english, properties, name);
    }
  }

  private static Set<String> optionsOf(JsonNode component) {
    Set<String> codes = new TreeSet<>();
    component.path("values").forEach(o -> codes.add(o.path("value").asText()));
    return codes;
  }

  private static String type(JsonNode component) {
    return component.path("type").asText();
  }

  /**
   * The names of the answers on one level: groups are see-through, the rows of a list are a level
   * of their own.
   */
  private static List<String> keysAt(JsonNode components) {
    List<String> keys = new ArrayList<>();
    for (JsonNode c : components) {
      switch (type(c)) {
        case "text" -> {}
        case "group" -> keys.addAll(keysAt(c.path("components")));
        case "dynamiclist" -> keys.add(c.path("path").asText());
        default -> keys.add(c.path("key").asText());
      }
    }
    return keys;
  }

  private static List<JsonNode> components(JsonNode parent) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode c : parent.path("components")) {
      all.add(c);
      all.addAll(components(c));
    }
    return all;
  }

  private interface Check {
    void accept(String place, JsonNode component);
  }

  private static void eachComponent(Check check) {
    forms()
        .forEach(
            (name, form) ->
                components(form).forEach(c -> check.accept(name + " " + c.path("id").asText(), c)));
  }

  private static Map<String, JsonNode> forms() {
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(FORMS)) {
      Map<String, JsonNode> forms =
          files
              .filter(f -> f.toString().endsWith(".form"))
              .collect(
                  Collectors.toMap(
                      f -> f.getFileName().toString().replace(".form", ""),
                      f -> read(json, f),
                      (a, b) -> a,
                      TreeMap::new));
      assertThat(forms).isNotEmpty();
      return forms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(ObjectMapper json, Path file) {
    try {
      return json.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
