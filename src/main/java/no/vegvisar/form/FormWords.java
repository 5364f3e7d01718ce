package no.vegvisar.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.LocalText;

/** Writes a form's texts in one language into it, so that the page needs no choice of its own. */
final class FormWords {

  private FormWords() {}

  static JsonNode in(FormSchema schema, Language language) {
    ObjectNode form = schema.json().deepCopy();
    each(form.path("components"), language);
    if (form.path("properties") instanceof ObjectNode properties) {
      properties.put("title", schema.title().in(language));
      withoutOtherLanguages(properties);
    }
    return form;
  }

  private static void each(JsonNode components, Language language) {
    for (JsonNode component : components) {
      if (component instanceof ObjectNode c) {
        one(c, language);
        each(c.path("components"), language);
      }
    }
  }

  private static void one(ObjectNode c, Language language) {
    if (!(c.path("properties") instanceof ObjectNode p)) {
      return;
    }
    text(c, "label", p, "label", language);
    text(c, "dateLabel", p, "label", language);
    text(c, "timeLabel", p, "timeLabel", language);
    text(c, "description", p, "description", language);
    text(c, "text", p, "text", language);
    for (JsonNode value : c.path("values")) {
      if (value instanceof ObjectNode option) {
        String key = "option." + option.path("value").asText();
        text(option, "label", p, key, language);
        if (p.path(key + ".hint").isTextual()) {
          option.put(
              "description", local(p.path(key + ".hint").asText(), p, key + ".hint").in(language));
        }
      }
    }
    withoutOtherLanguages(p);
  }

  private static void text(
      ObjectNode at, String name, ObjectNode p, String key, Language language) {
    if (at.path(name).isTextual()) {
      at.put(name, local(at.path(name).asText(), p, key).in(language));
    }
  }

  private static LocalText local(String en, ObjectNode p, String key) {
    return new LocalText(en, p.path(key + ".nn").textValue(), p.path(key + ".nb").textValue());
  }

  private static void withoutOtherLanguages(ObjectNode p) {
    List<String> names = new ArrayList<>();
    p.fieldNames().forEachRemaining(names::add);
    names.stream()
        .filter(n -> n.endsWith(".nn") || n.endsWith(".nb") || n.endsWith(".hint"))
        .forEach(p::remove);
  }
}
