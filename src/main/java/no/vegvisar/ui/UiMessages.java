package no.vegvisar.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import no.vegvisar.kernel.Language;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * All texts of {@code messages/*.properties}, read once. A text missing in nynorsk is looked for in
 * bokmål and the other way round, then in English; a key nobody has is an error and never shown as
 * text (decisions 32).
 */
final class UiMessages extends AbstractMessageSource {

  private static final Map<String, List<String>> ORDER =
      Map.of("nn", List.of("nn", "nb", "en"), "nb", List.of("nb", "nn", "en"), "en", List.of("en"));

  private final Map<String, Map<String, String>> texts = new HashMap<>();

  UiMessages(ResourcePatternResolver resources) {
    ORDER.keySet().forEach(language -> texts.put(language, new HashMap<>()));
    try {
      for (Resource file : resources.getResources("classpath*:messages/*.properties")) {
        read(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Resource file) throws IOException {
    var name = file.getFilename();
    var language =
        name.endsWith("_nn.properties") ? "nn" : name.endsWith("_nb.properties") ? "nb" : "en";
    var properties = new Properties();
    try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    properties.forEach((key, text) -> texts.get(language).put((String) key, (String) text));
  }

  private String text(String code, Locale locale) {
    for (var language : ORDER.getOrDefault(Language.of(locale).code(), List.of("en"))) {
      var found = texts.get(language).get(code);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  protected String resolveCodeWithoutArguments(String code, Locale locale) {
    return text(code, locale);
  }

  @Override
  protected MessageFormat resolveCode(String code, Locale locale) {
    var found = text(code, locale);
    return found == null ? null : new MessageFormat(found, locale);
  }
}
