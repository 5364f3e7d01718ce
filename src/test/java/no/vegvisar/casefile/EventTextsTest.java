package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
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
