package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class EventTextsTest {

  @Test
  void every_kind_of_event_has_a_sentence_for_the_timeline() throws IOException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
    List<String> silent = new ArrayList<>();
    for (var found : scanner.findCandidateComponents("no.vegvisar")) {
      String type =
          (String)
              ((org.springframework.beans.factory.annotation.AnnotatedBeanDefinition) found)
                  .getMetadata()
                  .getAnnotationAttributes(EventType.class.getName())
                  .get("value");
      String module = type.substring(0, type.indexOf('.'));
      String fact = type.substring(module.length() + 1, type.indexOf('/'));
      // what tests make up has no reader
      if (!fact.startsWith("of-tomorrow")
          && !texts(module).containsKey(module + ".event." + fact)) {
        silent.add(type);
      }
    }

    assertThat(silent).isEmpty();
  }

  /** A code that a table gives is written in the reader's language, or it stands there bare. */
  @ParameterizedTest
  @CsvSource({"deadline-rules, deadline", "referral-routing, referral"})
  void every_code_of_a_table_has_a_word_for_the_timeline(String table, String module)
      throws IOException {
    String dmn = Files.readString(Path.of("processes", table + ".dmn"));
    var codes =
        Pattern.compile("<rule .*?<outputEntry[^>]*>\\s*<text>\"(\\w+)\"</text>", Pattern.DOTALL)
            .matcher(dmn)
            .results()
            .map(found -> module + ".word." + found.group(1))
            .toList();

    assertThat(codes).hasSizeGreaterThan(5);
    assertThat(texts(module).stringPropertyNames()).containsAll(codes);
  }

  @Test
  void one_is_told_from_many_and_a_deadline_has_its_name() {
    var messages = new ResourceBundleMessageSource();
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    for (var module : List.of("assessment", "casefile", "deadline", "organisation", "referral")) {
      messages.addBasenames("messages/" + module);
    }
    var words = new EventWords(messages, mock(Users.class), mock(Organisations.class));

    assertThat(words.sentence(entry("assessment.deadline-suggested/1", 1), Language.NN))
        .endsWith("(1 rad gjeld)");
    assertThat(words.sentence(entry("assessment.deadline-suggested/1", 2), Language.NN))
        .endsWith("(2 rader gjeld)");
    assertThat(words.sentence(entry("deadline.started/1", "T05", "2026-12-01"), Language.NN))
        .startsWith("Fristen «Utgreiing, poliklinikk» byrja å gå");
    assertThat(words.sentence(entry("referral.route-proposed/1", "ordinary"), Language.NN))
        .endsWith("vanleg tilvising");
  }

  private static LedgerEntry entry(String type, Object... words) {
    CaseEvent event =
        new CaseEvent() {
          @Override
          public Object[] words() {
            return words;
          }
        };
    return new LedgerEntry(
        null, 1, type, Instant.EPOCH, UserId.SYSTEM, null, null, event.thing(), event, false, "");
  }

  private static Properties texts(String module) throws IOException {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources/messages", module + ".properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    }
    return texts;
  }
}
