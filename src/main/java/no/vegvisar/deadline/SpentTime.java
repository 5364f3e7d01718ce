package no.vegvisar.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Where the time of a clock went, in words: working days that passed while somebody was waited for,
 * and what else was noted. It explains a date and never moves it (rule 6).
 */
@Component
class SpentTime {

  private static final String LASTS = "waiting-for-";

  private final CauseRows causes;
  private final WorkingDays calendar;
  private final MessageSource messages;
  private final Clock clock;

  SpentTime(CauseRows causes, WorkingDays calendar, MessageSource messages, Clock clock) {
    this.causes = causes;
    this.calendar = calendar;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * One sentence for each cause of each clock, in the order in which they came; a clock without a
   * cause is left out.
   */
  Map<UUID, List<String>> of(Collection<ClockEntity> clocks, Language language) {
    Map<UUID, List<CauseEntity>> causesOf =
        causes.findByClockIdInOrderByAt(clocks.stream().map(c -> c.id).toList()).stream()
            .collect(Collectors.groupingBy(c -> c.clockId));
    return clocks.stream()
        .filter(c -> causesOf.containsKey(c.id))
        .collect(Collectors.toMap(c -> c.id, c -> of(c, causesOf.get(c.id), language)));
  }

  private List<String> of(ClockEntity entity, List<CauseEntity> rows, Language language) {
    Map<String, List<CauseEntity>> byCause = new LinkedHashMap<>();
    rows.forEach(c -> byCause.computeIfAbsent(c.cause, key -> new ArrayList<>()).add(c));
    return byCause.entrySet().stream()
        .map(e -> sentence(entity, e.getKey(), e.getValue(), language))
        .toList();
  }

  private String sentence(
      ClockEntity entity, String cause, List<CauseEntity> rows, Language language) {
    if (!cause.startsWith(LASTS)) {
      return messages.getMessage(
          "deadline.spent." + cause, new Object[] {rows.size()}, language.locale());
    }
    int days = workingDays(entity, rows);
    boolean goesOn = entity.running() && !rows.get(rows.size() - 1).ends;
    return messages.getMessage(
        "deadline.spent." + cause,
        new Object[] {days, goesOn && days > 0 ? 1 : 0},
        language.locale());
  }

  /** Working days on which somebody was waited for; a day is counted once. */
  private int workingDays(ClockEntity entity, List<CauseEntity> rows) {
    TreeSet<LocalDate> days = new TreeSet<>();
    Instant from = null;
    for (CauseEntity row : rows) {
      if (row.ends) {
        add(days, from, row.at);
        from = null;
      } else if (from == null) {
        from = row.at;
      }
    }
    if (from != null) {
      add(days, from, entity.running() ? clock.instant() : entity.stoppedAt);
    }
    return days.size();
  }

  private void add(TreeSet<LocalDate> days, Instant from, Instant until) {
    LocalDate last = OsloTime.dateOf(until);
    for (LocalDate day = OsloTime.dateOf(from).plusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        days.add(day);
      }
    }
  }
}
