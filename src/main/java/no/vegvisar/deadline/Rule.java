package no.vegvisar.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;

/**
 * A row of deadline-rules as it applied.
 *
 * @param length null when a person sets the date
 * @param unit WD, CD, W, M, H or D
 * @param warnUnit WD or CD (that day after the start), CD before or M before (that long before the
 *     last day), or null
 */
record Rule(
    String id,
    Integer length,
    String unit,
    List<Integer> warnAt,
    String warnUnit,
    DeadlineClocks.Kind kind,
    String base,
    String mark,
    LocalText name) {

  private static final LocalTime WARNING_HOUR = LocalTime.of(7, 0);

  /** The dates that follow: last day, last instant in time, first late instant, warnings. */
  record Dates(
      LocalDate startedOn,
      LocalDate dueOn,
      Instant dueAt,
      Instant overAt,
      List<Instant> warnings) {}

  Dates from(Instant start, WorkingDays calendar) {
    LocalDate day0 = OsloTime.dateOf(start);
    if (length == null) {
      throw new IllegalArgumentException("rule " + id + " needs a date set by a person");
    }
    if (unit.equals("H")) {
      // hours are hours, whatever the clocks in Norway are set to meanwhile
      Instant end = start.plus(length, ChronoUnit.HOURS);
      return new Dates(day0, OsloTime.dateOf(end), end, end, List.of());
    }
    LocalDate due =
        switch (unit) {
          case "WD" -> calendar.plus(day0, length);
          case "CD" -> day0.plusDays(length);
          case "W" -> day0.plusWeeks(length);
          case "M" -> day0.plusMonths(length);
          default -> throw new IllegalStateException("unknown unit " + unit + " in rule " + id);
        };
    return until(day0, due, calendar);
  }

  Dates until(LocalDate day0, LocalDate due, WorkingDays calendar) {
    List<Instant> warnings =
        warnAt.stream()
            .map(n -> warningDay(day0, due, n, calendar))
            .map(day -> OsloTime.at(day, WARNING_HOUR))
            .sorted()
            .toList();
    return new Dates(day0, due, OsloTime.endOf(due), OsloTime.startOf(due.plusDays(1)), warnings);
  }

  private LocalDate warningDay(LocalDate day0, LocalDate due, int n, WorkingDays calendar) {
    return switch (warnUnit) {
      case "WD" -> calendar.plus(day0, n);
      case "CD" -> day0.plusDays(n);
      case "CD before" -> due.minusDays(n);
      case "M before" -> due.minusMonths(n);
      default -> throw new IllegalStateException("unknown warning unit in rule " + id);
    };
  }
}
