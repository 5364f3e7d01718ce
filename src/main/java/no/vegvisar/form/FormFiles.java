package no.vegvisar.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form files that come with the application, for forms without a task. */
@Component
class FormFiles {

  private final ObjectMapper mapper;

  FormFiles(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The file's text; empty for an unknown id. */
  Optional<String> text(String formId) {
    if (!formId.matches("[a-z][a-z0-9-]{0,79}")) {
      return Optional.empty();
    }
    var file = new ClassPathResource("forms/" + formId + ".form");
    if (!file.exists()) {
      return Optional.empty();
    }
    try (var in = file.getInputStream()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FormSchema parse(String text) {
    return FormSchema.parse(text, mapper);
  }
}
