package no.vegvisar.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** Cells of a form's dynamic list; null where nothing was filled in. */
final class Rows {

  private Rows() {}

  static String word(JsonNode row, String key) {
    JsonNode node = row.get(key);
    return node == null || node.isNull() || node.asText().isBlank() ? null : node.asText().strip();
  }

  static Integer number(JsonNode row, String key) {
    JsonNode node = row.get(key);
    return node == null || !node.isNumber() ? null : Integer.valueOf(node.intValue());
  }

  static String day(JsonNode row, String key) {
    String given = word(row, key);
    return given == null ? null : LocalDate.parse(given.substring(0, 10)).toString();
  }
}
