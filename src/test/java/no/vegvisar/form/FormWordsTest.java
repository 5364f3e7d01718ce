package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.vegvisar.kernel.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form arrives in one language; the page chooses nothing. */
class FormWordsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Path> forms() throws IOException {
    return Files.list(Path.of("forms")).filter(f -> f.toString().endsWith(".form")).sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void every_text_of_a_form_is_in_the_readers_language(Path file) throws IOException {
    FormSchema schema = FormSchema.parse(Files.readString(file), MAPPER);

    for (Language language : Language.values()) {
      JsonNode shown = FormWords.in(schema, language);
      assertThat(shown.toString())
          .as("other languages")
          .doesNotContain(".nn\":")
          .doesNotContain(".nb\":");
      compare(schema.json().path("components"), shown.path("components"), language);
      assertThat(shown.path("properties").path("title").asText())
          .isEqualTo(schema.title().in(language));
    }
  }

  private static void compare(JsonNode file, JsonNode shown, Language language) {
    assertThat(shown).hasSameSizeAs(file);
    for (int i = 0; i < file.size(); i++) {
      JsonNode p = file.get(i).path("properties");
      for (String text : new String[] {"label", "description", "text", "timeLabel"}) {
        if (file.get(i).path(text).isTextual()) {
          String wanted =
              language == Language.EN
                  ? file.get(i).path(text).asText()
                  : p.path(text + "." + language.code()).asText();
          assertThat(shown.get(i).path(text).asText())
              .as(file.get(i).path("id").asText())
              .isEqualTo(wanted);
        }
      }
      for (int o = 0; o < file.get(i).path("values").size(); o++) {
        JsonNode option = file.get(i).path("values").get(o);
        String wanted =
            language == Language.EN
                ? option.path("label").asText()
                : p.path("option." + option.path("value").asText() + "." + language.code())
                    .asText();
        assertThat(shown.get(i).path("values").get(o).path("label").asText()).isEqualTo(wanted);
        assertThat(shown.get(i).path("values").get(o).path("value"))
            .isEqualTo(option.path("value"));
      }
      compare(file.get(i).path("components"), shown.get(i).path("components"), language);
    }
  }
}
