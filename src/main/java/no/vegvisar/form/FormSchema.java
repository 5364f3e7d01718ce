package no.vegvisar.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.LocalText;

/**
 * A form as its file says: fields with their rules, texts in three languages. Read leniently (what
 * the house does not know is passed over); what may stand in a form at all is decided at
 * deployment.
 *
 * @param sha256 hex of the file's bytes
 */
record FormSchema(String id, String sha256, JsonNode json, List<Field> fields) {

  private static final int SHORT = 12;

  /** A task without a form is completed by an empty one. */
  static final String NONE = "{\"id\":\"no-form\",\"type\":\"default\",\"components\":[]}";

  /**
   * One component; {@code key} is the last step of its path, null for groups without a path and for
   * texts.
   */
  record Field(
      String id, String type, String key, String hide, JsonNode json, List<Field> children) {

    boolean required() {
      return json.path("validate").path("required").asBoolean(false);
    }

    String property(String name) {
      JsonNode value = json.path("properties").path(name);
      return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    boolean variable() {
      return "true".equals(property("variable")) && (choice() || type.equals("checkbox"));
    }

    boolean choice() {
      return type.equals("radio") || type.equals("select");
    }

    boolean list() {
      return type.equals("dynamiclist");
    }

    boolean container() {
      return type.equals("group");
    }

    LocalText label() {
      String en = json.path("dateLabel").asText("");
      en = en.isBlank() ? json.path("label").asText(key == null ? id : key) : en;
      return new LocalText(en, property("label.nn"), property("label.nb"));
    }
  }

  static FormSchema parse(String text, ObjectMapper mapper) {
    try {
      JsonNode json = mapper.readTree(text);
      return new FormSchema(
          json.path("id").asText(), digest(text), json, fields(json.path("components")));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a form file", e);
    }
  }

  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String version() {
    return sha256.substring(0, SHORT);
  }

  LocalText title() {
    JsonNode p = json.path("properties");
    return new LocalText(p.path("title").asText(id), text(p, "title.nn"), text(p, "title.nb"));
  }

  /**
   * Choices whose answer gateways ask: those that stand at the top or in a group that only gathers.
   */
  List<Field> variables() {
    List<Field> found = new ArrayList<>();
    collect(fields, found);
    return found;
  }

  private static void collect(List<Field> fields, List<Field> found) {
    for (Field field : fields) {
      if (field.variable()) {
        found.add(field);
      }
      if (field.container() && field.key() == null) {
        collect(field.children(), found);
      }
    }
  }

  /** Codes and labels that stand in the file; empty when they come at run time. */
  static Map<String, LocalText> options(Field field) {
    Map<String, LocalText> options = new LinkedHashMap<>();
    for (JsonNode option : field.json().path("values")) {
      String value = option.path("value").asText();
      options.put(
          value,
          new LocalText(
              option.path("label").asText(value),
              field.property("option." + value + ".nn"),
              field.property("option." + value + ".nb")));
    }
    return options;
  }

  static Optional<String> valuesKey(Field field) {
    JsonNode key = field.json().path("valuesKey");
    return key.isTextual() && !key.asText().isBlank()
        ? Optional.of(key.asText())
        : Optional.ofNullable(field.property("runtimeOptions"));
  }

  private static List<Field> fields(JsonNode components) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode c : components) {
      String type = c.path("type").asText();
      String key = text(c, type.equals("dynamiclist") || type.equals("group") ? "path" : "key");
      String hide = text(c.path("conditional"), "hide");
      fields.add(
          new Field(
              c.path("id").asText(),
              type,
              key == null || key.isBlank() ? null : key,
              hide == null || hide.isBlank() ? null : hide,
              c,
              fields(c.path("components"))));
    }
    return List.copyOf(fields);
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.asText() : null;
  }
}
