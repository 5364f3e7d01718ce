package no.vegvisar.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a form may hold (decisions 16, 25, 26): the server must be able to check every answer of it.
 */
final class FormPolicy {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> CHOICES = Set.of("radio", "checkbox", "select");
  private static final Set<String> WITH_PARTS = Set.of("group", "dynamiclist");
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
  private static final Set<String> KEYLESS = Set.of("text", "group", "dynamiclist");
  private static final Set<String> VALIDATIONS =
      Set.of("required", "minLength", "maxLength", "min", "max");
  private static final Pattern KEY = Pattern.compile("[a-zA-Z][A-Za-z0-9]{0,60}");
  private static final Pattern FORM_ID = Pattern.compile("[a-z][a-z0-9-]{1,60}");
  private static final Pattern MARKUP =
      Pattern.compile("<[a-zA-Z!/]|javascript:", Pattern.CASE_INSENSITIVE);
  private static final int MOST_PARTS = 400;
  private static final int DEEPEST = 6;

  private FormPolicy() {}

  static void check(String name, String json, Findings findings) {
    JsonNode form;
    try {
      form = STRICT.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      findings.add("", line, "unreadable", "JSON");
      return;
    }
    if (!form.isObject()
        || !form.path("components").isArray()
        || !form.path("type").asText().equals("default")) {
      findings.add("", 1, "not-a-model", "form");
      return;
    }
    String id = form.path("id").asText();
    if (!id.equals(name) || !FORM_ID.matcher(id).matches()) {
      findings.add(id, 1, "form-id", id, name);
    }
    int[] parts = {0};
    Set<String> keys = new HashSet<>();
    form.fields()
        .forEachRemaining(
            entry -> {
              if (!entry.getKey().equals("components")) {
                texts(id, entry.getKey(), entry.getValue(), findings);
              }
            });
    form.path("components").forEach(part -> component(part, keys, 1, parts, findings));
    if (parts[0] > MOST_PARTS) {
      findings.add(id, 0, "too-many", MOST_PARTS);
    }
  }

  private static void component(
      JsonNode part, Set<String> keys, int depth, int[] parts, Findings findings) {
    parts[0]++;
    String type = part.path("type").asText();
    String id = part.path("key").asText(part.path("path").asText(part.path("id").asText()));
    if (depth > DEEPEST) {
      findings.add(id, 0, "too-many", DEEPEST);
      return;
    }
    if (!TYPES.contains(type)) {
      findings.add(id, 0, "form-type", type);
      return;
    }
    String key =
        type.equals("dynamiclist") ? part.path("path").asText() : part.path("key").asText();
    if (!KEYLESS.contains(type) || type.equals("dynamiclist")) {
      if (!KEY.matcher(key).matches()) {
        findings.add(id, 0, "form-key", key);
      } else if (!keys.add(key)) {
        findings.add(id, 0, "same-id", key);
      }
    }
    if (part.path("properties").path("variable").asText().equals("true")
        && !CHOICES.contains(type)) {
      findings.add(id, 0, "form-variable", type);
    }
    part.path("validate")
        .fieldNames()
        .forEachRemaining(
            v -> {
              if (!VALIDATIONS.contains(v)) {
                findings.add(id, 0, "form-validation", v);
              }
            });
    if (part.has("valuesExpression")) {
      findings.add(id, 0, "attribute", "valuesExpression", type);
    }
    JsonNode hide = part.path("conditional").path("hide");
    if (!hide.isMissingNode()) {
      hide(id, hide.asText(), findings);
    }
    part.fields()
        .forEachRemaining(
            (Map.Entry<String, JsonNode> entry) -> {
              if (!entry.getKey().equals("components") && !entry.getKey().equals("conditional")) {
                texts(id, entry.getKey(), entry.getValue(), findings);
              }
            });
    if (WITH_PARTS.contains(type)) {
      Set<String> scope = type.equals("dynamiclist") ? new HashSet<>() : keys;
      part.path("components").forEach(child -> component(child, scope, depth + 1, parts, findings));
    }
  }

  private static void hide(String id, String expression, Findings findings) {
    String feel = expression.strip();
    if (!feel.startsWith("=")) {
      findings.add(id, 0, "feel", feel);
      return;
    }
    FeelWords.refused(feel.substring(1), FeelWords.IN_FORMS)
        .ifPresent(word -> findings.add(id, 0, "feel-word", word));
    Feel.problemOf(feel).ifPresent(p -> findings.add(id, 0, "feel", feel));
  }

  /** Anywhere else a text is a text: no expression, no template, no markup. */
  private static void texts(String id, String name, JsonNode value, Findings findings) {
    if (value.isTextual()) {
      String text = value.asText();
      if (text.strip().startsWith("=") || text.contains("{{")) {
        findings.add(id, 0, "expression-here", text, name);
      }
      if (MARKUP.matcher(text).find()) {
        findings.add(id, 0, "form-markup", name);
      }
    } else {
      value.forEach(inner -> texts(id, name, inner, findings));
    }
  }
}
