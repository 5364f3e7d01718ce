package no.vegvisar.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.engine.DecisionTables;
import no.vegvisar.kernel.LocalText;
import org.springframework.stereotype.Component;

/** Finds the row of {@code processes/deadline-rules.dmn} that applies. */
@Component
class Rules {

  private final DecisionTables tables;

  Rules(DecisionTables tables) {
    this.tables = tables;
  }

  /** The one row for these facts; a fault when the family is unknown. */
  Rule find(String family, DeadlineClocks.Facts facts, LocalDate validOn) {
    Map<String, Object> given = new HashMap<>();
    given.put("family", family);
    given.put("level", facts.level());
    given.put("pregnant", facts.pregnant());
    given.put("ordinal", facts.ordinal());
    given.put("date", validOn.toString());
    List<Map<String, Object>> rows = tables.evaluate("deadline-rules", given).rows();
    if (rows.size() != 1) {
      throw new IllegalArgumentException(
          "deadline-rules has " + rows.size() + " rows for family " + family);
    }
    Map<String, Object> row = rows.get(0);
    Number length = (Number) row.get("length");
    List<Integer> warnAt =
        row.get("warnAt") instanceof Collection<?> list
            ? list.stream().map(n -> ((Number) n).intValue()).toList()
            : List.of();
    return new Rule(
        text(row, "ruleId"),
        length == null ? null : length.intValue(),
        text(row, "unit"),
        warnAt,
        text(row, "warnUnit"),
        DeadlineClocks.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
        text(row, "base"),
        text(row, "mark"),
        new LocalText(text(row, "name"), text(row, "nameNn"), text(row, "nameNb")));
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) row.get(column);
  }
}
