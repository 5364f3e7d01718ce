package no.vegvisar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What people read is complete in nynorsk, bokmål and English (decisions 32). */
class MessagesTest {

  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z0-9]+[^}]*}");

  /** Names and words that are the same in English and Norwegian. */
  private static final Set<String> SAME =
      Set.of(
          "Vegvisar",
          "Nynorsk",
          "Bokmål",
          "English",
          "LAR",
          "NAV",
          "NORSE",
          "AUDIT",
          "DUDIT",
          "Filter",
          "Status",
          "System",
          "Video",
          "Plan",
          "Person",
          "Type",
          "Parameter",
          "Version",
          "Adresse",
          "OK",
          "Test",
          "Start",
          "Send",
          "SMS",
          "DMN",
          "BPMN",
          "Norway",
          "Helsenorge",
          "HelseID",
          "ID-porten",
          "DPS",
          "TSB",
          "GP",
          "Program",
          "Total",
          "Post",
          "open",
          "Open",
          "Administrator",
          "Ålesund",
          "Molde");

  static Stream<Path> bundles() throws IOException {
    return Files.list(FOLDER)
        .filter(file -> file.getFileName().toString().matches("[^_]+\\.properties"))
        .sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void a_bundle_has_every_text_in_all_three_languages(Path english) throws IOException {
    var en = read(english);

    for (var language : Set.of("nn", "nb")) {
      var norwegian = read(sibling(english, language));
      assertThat(norwegian.keySet()).as(language).isEqualTo(en.keySet());
      assertThat(norwegian.values()).as("empty texts in " + language).noneMatch(String::isBlank);
    }
    var module = english.getFileName().toString().replaceAll("(-.*)?\\.properties", "");
    assertThat(en.keySet())
        .allMatch(key -> key.startsWith(module + "."), "starts with " + module + ".");
  }

  /** The later of two would win without a word, and two branches each bring their own. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void no_text_stands_twice_in_a_bundle(Path english) throws IOException {
    for (Path file : Set.of(english, sibling(english, "nn"), sibling(english, "nb"))) {
      assertThat(Files.readAllLines(file))
          .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
          .extracting(line -> line.substring(0, line.indexOf('=')).strip())
          .as(file.getFileName().toString())
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void norwegian_is_translated_and_keeps_the_placeholders(Path english) throws IOException {
    var en = read(english);

    for (var language : Set.of("nn", "nb")) {
      var norwegian = read(sibling(english, language));
      var untranslated = new TreeMap<String, String>();
      en.forEach(
          (key, text) -> {
            var translated = norwegian.getOrDefault(key, "");
            if (text.equals(translated)
                && text.chars().anyMatch(Character::isLetter)
                && !SAME.contains(text)) {
              untranslated.put(key, text);
            }
            assertThat(placeholders(translated))
                .as(language + " " + key)
                .isEqualTo(placeholders(text));
          });
      assertThat(untranslated).as("same text in English and " + language).isEmpty();
    }
  }

  @Test
  void a_missing_text_falls_back_to_the_other_standard_and_then_to_english() {
    var messages = new UiMessages(new PathMatchingResourcePatternResolver());

    assertThat(messages.getMessage("ui.signout", null, Locale.forLanguageTag("no")))
        .isEqualTo("Logg ut");
    assertThat(
            messages.getMessage("ui.deadline.left", new Object[] {8}, Locale.forLanguageTag("nn")))
        .isEqualTo("8 virkedagar att");
    assertThat(messages.getMessage("ui.signout", null, Locale.GERMAN)).isEqualTo("Sign out");
  }

  @Test
  void every_letter_has_a_name_in_the_lists_that_show_it() throws IOException {
    Set<String> texts = read(FOLDER.resolve("correspondence.properties")).keySet();
    try (Stream<Path> letters = Files.list(FOLDER.resolveSibling("letters"))) {
      assertThat(
              letters
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith("_en.html") && !name.startsWith("parts"))
                  .map(name -> "correspondence.template." + name.replace("_en.html", "")))
          .isNotEmpty()
          .isSubsetOf(texts);
    }
  }

  private static Path sibling(Path english, String language) {
    return english.resolveSibling(
        english.getFileName().toString().replace(".properties", "_" + language + ".properties"));
  }

  private static Set<String> placeholders(String text) {
    var found = new TreeSet<String>();
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(match -> found.add(match.group().replaceAll(",.*", "}")));
    return found;
  }

  private static Map<String, String> read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var texts = new TreeMap<String, String>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }
}
