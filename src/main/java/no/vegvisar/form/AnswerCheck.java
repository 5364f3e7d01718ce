package no.vegvisar.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.vegvisar.engine.Feel;
import no.vegvisar.form.FormSchema.Field;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;

/**
 * Checks answers against the very file their form was drawn from. Hidden, read-only and unknown
 * values are dropped; a hidden field is never required; every text has a limit, whatever the file
 * says. The browser checks the same and has no say.
 */
final class AnswerCheck {

  /** No text is longer than this, in any form. */
  static final int MOST_TEXT = 8000;

  static final int MOST_ROWS = 50;
  private static final int MOST_DIGITS = 15;
  private static final int ROUNDS = 10;
  private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /** What is left of the answers, and what is wrong with them. */
  record Checked(ObjectNode answers, List<Refusal> refusals) {}

  private final FormSchema schema;
  private final Map<String, Map<String, String>> runtimeOptions;
  private final Instant now;
  private final Language language;
  private final List<Refusal> refusals = new ArrayList<>();

  private AnswerCheck(
      FormSchema schema,
      Map<String, Map<String, String>> runtimeOptions,
      Instant now,
      Language language) {
    this.schema = schema;
    this.runtimeOptions = runtimeOptions;
    this.now = now;
    this.language = language;
  }

  /**
   * @param runtimeOptions options key to codes and labels, for fields that take their options at
   *     run time
   */
  static Checked check(
      FormSchema schema,
      JsonNode answers,
      Map<String, Map<String, String>> runtimeOptions,
      Instant now,
      Language language) {
    var check = new AnswerCheck(schema, runtimeOptions, now, language);
    JsonNode seen = check.visible(answers);
    ObjectNode kept = check.object(schema.fields(), seen, seen, "", null);
    return new Checked(kept, List.copyOf(check.refusals));
  }

  // ---- what the form shows

  /**
   * The answers without what is hidden, read-only or unknown; hiding one field may hide the next,
   * so until all is still.
   */
  private JsonNode visible(JsonNode answers) {
    JsonNode seen = prune(schema.fields(), answers, answers, null);
    for (int round = 0; round < ROUNDS; round++) {
      JsonNode next = prune(schema.fields(), answers, seen, null);
      if (next.equals(seen)) {
        return seen;
      }
      seen = next;
    }
    return seen;
  }

  private ObjectNode prune(List<Field> fields, JsonNode from, JsonNode root, JsonNode row) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Field field : fields) {
      if (hidden(field, root, row) || readOnly(field, root, row)) {
        continue;
      }
      if (field.container()) {
        if (field.key() == null) {
          kept.setAll(prune(field.children(), from, root, row));
        } else {
          kept.set(field.key(), prune(field.children(), from.path(field.key()), root, row));
        }
      } else if (field.list() && field.key() != null && from.path(field.key()).isArray()) {
        ArrayNode rows = kept.putArray(field.key());
        int count = 0;
        for (JsonNode one : from.path(field.key())) {
          // one row too many is kept, so that the check sees it
          if (count++ > MOST_ROWS) {
            break;
          }
          rows.add(prune(field.children(), one, root, one));
        }
      } else if (field.key() != null && from.has(field.key())) {
        kept.set(field.key(), from.get(field.key()));
      }
    }
    return kept;
  }

  private boolean hidden(Field field, JsonNode root, JsonNode row) {
    return field.hide() != null
        && Boolean.TRUE.equals(Feel.evaluate(field.hide(), facts(root, row)));
  }

  private boolean readOnly(Field field, JsonNode root, JsonNode row) {
    JsonNode readonly = field.json().path("readonly");
    if (field.json().path("disabled").asBoolean(false)
        || readonly.isBoolean() && readonly.asBoolean()) {
      return true;
    }
    return readonly.isTextual()
        && Boolean.TRUE.equals(Feel.evaluate(readonly.asText(), facts(root, row)));
  }

  /**
   * Every key of the form is there, null when not answered, so that an expression always can be
   * told.
   */
  private Map<String, Object> facts(JsonNode root, JsonNode row) {
    Map<String, Object> facts = new HashMap<>();
    keys(schema.fields(), facts, row != null);
    facts.putAll(map(root));
    if (row != null) {
      facts.putAll(map(row));
      facts.put("this", map(row));
      facts.put("parent", map(root));
    }
    return facts;
  }

  private static void keys(List<Field> fields, Map<String, Object> facts, boolean inRows) {
    for (Field field : fields) {
      if (field.key() != null) {
        facts.putIfAbsent(field.key(), null);
      }
      if (field.container() || field.list() && inRows) {
        keys(field.children(), facts, inRows);
      }
    }
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.fields().forEachRemaining(e -> map.put(e.getKey(), plain(e.getValue())));
    return map;
  }

  private static Object plain(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isNumber()) {
      // 1e999 is read as infinity
      return Double.isFinite(node.doubleValue()) ? node.decimalValue() : null;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(n -> list.add(plain(n)));
      return list;
    }
    return node.isObject() ? map(node) : null;
  }

  // ---- what was answered

  private ObjectNode object(
      List<Field> fields, JsonNode from, JsonNode root, String path, JsonNode row) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Field field : fields) {
      if (field.type().equals("text") || hidden(field, root, row) || readOnly(field, root, row)) {
        continue;
      }
      if (field.container()) {
        if (field.key() == null) {
          kept.setAll(object(field.children(), from, root, path, row));
        } else {
          kept.set(
              field.key(),
              object(
                  field.children(), from.path(field.key()), root, path + field.key() + ".", row));
        }
      } else if (field.key() != null) {
        JsonNode value = value(field, from.path(field.key()), root, path + field.key());
        if (value != null) {
          kept.set(field.key(), value);
        }
      }
    }
    return kept;
  }

  private JsonNode value(Field field, JsonNode given, JsonNode root, String path) {
    boolean empty =
        empty(given) || field.type().equals("checkbox") && given.isBoolean() && !given.asBoolean();
    if (empty) {
      if (field.required()) {
        refuse(
            field.choice() || field.type().equals("checklist") || field.type().equals("checkbox")
                ? "choose"
                : "required",
            field,
            path);
      } else if (field.list()) {
        return rows(field, JsonNodeFactory.instance.arrayNode(), root, path);
      }
      return field.type().equals("checkbox") && given.isBoolean() ? given : null;
    }
    return switch (field.type()) {
      case "textfield", "textarea" -> text(field, given, path);
      case "number" -> number(field, given, path);
      case "datetime" -> time(field, given, path);
      case "radio", "select" -> choice(field, given, path);
      case "checklist" -> choices(field, given, path);
      case "checkbox" -> given.isBoolean() ? given : refuse("invalid", field, path);
      case "dynamiclist" ->
          given.isArray() ? rows(field, given, root, path) : refuse("invalid", field, path);
      default -> null;
    };
  }

  private static boolean empty(JsonNode given) {
    return given.isMissingNode()
        || given.isNull()
        || given.isTextual() && given.asText().isBlank()
        || given.isArray() && given.isEmpty();
  }

  private JsonNode text(Field field, JsonNode given, String path) {
    if (!given.isTextual()) {
      return refuse("invalid", field, path);
    }
    String text = given.asText().strip();
    JsonNode rules = field.json().path("validate");
    int most = Math.min(rules.path("maxLength").asInt(MOST_TEXT), MOST_TEXT);
    if (text.length() > most) {
      return refuse("long", field, path, most);
    }
    if (text.length() < rules.path("minLength").asInt(0)) {
      return refuse("short", field, path, rules.path("minLength").asInt());
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
        || field.type().equals("textfield") && text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      return refuse("invalid", field, path);
    }
    return JsonNodeFactory.instance.textNode(text);
  }

  private JsonNode number(Field field, JsonNode given, String path) {
    BigDecimal number;
    try {
      number =
          given.isNumber()
              ? given.decimalValue()
              : given.isTextual() ? new BigDecimal(given.asText().strip()) : null;
    } catch (NumberFormatException e) {
      number = null;
    }
    // the exponent is looked at before anything is written out
    if (number == null
        || number.precision() > MOST_DIGITS
        || Math.abs(number.scale()) > MOST_DIGITS) {
      return refuse("number", field, path);
    }
    JsonNode rules = field.json().path("validate");
    int decimals = field.json().path("decimalDigits").asInt(MOST_DIGITS);
    if (number.stripTrailingZeros().scale() > decimals) {
      return refuse("decimals", field, path, decimals);
    }
    if (rules.path("min").isNumber() && number.compareTo(rules.path("min").decimalValue()) < 0) {
      return refuse("min", field, path, rules.path("min").asText());
    }
    if (rules.path("max").isNumber() && number.compareTo(rules.path("max").decimalValue()) > 0) {
      return refuse("max", field, path, rules.path("max").asText());
    }
    return JsonNodeFactory.instance.numberNode(number);
  }

  private JsonNode time(Field field, JsonNode given, String path) {
    boolean both = "datetime".equals(field.json().path("subtype").asText());
    String text = given.asText();
    if (!given.isTextual()
        || !text.matches(
            both ? "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:00)?" : "\\d{4}-\\d{2}-\\d{2}")) {
      return refuse(both ? "time" : "date", field, path);
    }
    LocalDateTime at;
    try {
      at = both ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
    } catch (DateTimeParseException e) {
      return refuse(both ? "time" : "date", field, path);
    }
    if (at.toLocalDate().isBefore(EARLIEST) || at.toLocalDate().isAfter(LATEST)) {
      return refuse("date-range", field, path);
    }
    LocalDateTime clock = OsloTime.dateTimeOf(now);
    if (field.property("notAfter") != null
        && (both ? at.isAfter(clock) : at.toLocalDate().isAfter(clock.toLocalDate()))) {
      return refuse("future", field, path);
    }
    if (field.property("notBefore") != null && at.toLocalDate().isBefore(clock.toLocalDate())) {
      return refuse("past", field, path);
    }
    return JsonNodeFactory.instance.textNode(text);
  }

  private JsonNode choice(Field field, JsonNode given, String path) {
    return given.isTextual() && codes(field).contains(given.asText())
        ? given
        : refuse("option", field, path);
  }

  private JsonNode choices(Field field, JsonNode given, String path) {
    Set<String> codes = codes(field);
    Set<String> chosen = new HashSet<>();
    if (given.isArray()) {
      for (JsonNode one : given) {
        if (!one.isTextual() || !codes.contains(one.asText()) || !chosen.add(one.asText())) {
          return refuse("option", field, path);
        }
      }
      return given;
    }
    return refuse("option", field, path);
  }

  private Set<String> codes(Field field) {
    return FormSchema.valuesKey(field)
        .map(key -> runtimeOptions.getOrDefault(key, Map.of()).keySet())
        .orElseGet(() -> FormSchema.options(field).keySet());
  }

  private JsonNode rows(Field field, JsonNode given, JsonNode root, String path) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    int most = Math.min(limit(field, "maxItems", MOST_ROWS), MOST_ROWS);
    if (given.size() > most) {
      return refuse("rows-most", field, path, most);
    }
    for (int i = 0; i < given.size(); i++) {
      JsonNode one = given.get(i);
      if (!one.isObject()) {
        return refuse("invalid", field, path);
      }
      ObjectNode row = object(field.children(), one, root, path + "." + i + ".", one);
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    if (rows.size() < limit(field, "minItems", 0)) {
      return refuse("rows-least", field, path, limit(field, "minItems", 0));
    }
    return rows.isEmpty() ? null : rows;
  }

  private static int limit(Field field, String name, int otherwise) {
    String text = field.property(name);
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
  }

  private JsonNode refuse(String rule, Field field, String path, Object... more) {
    Object[] args = new Object[more.length + 1];
    args[0] = field.label().in(language);
    System.arraycopy(more, 0, args, 1, more.length);
    refusals.add(Refusal.of("form.refusal." + rule, args).at(path));
    return null;
  }
}
