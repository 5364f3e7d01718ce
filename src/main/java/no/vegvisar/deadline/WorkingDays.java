package no.vegvisar.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The clinic's calendar: Monday to Friday without Norway's public holidays, which are computed,
 * never listed by year. 24 and 31 December and the Wednesday before Easter are working days.
 * Whether a Saturday counts is stated in no text we could read, so it is a parameter ({@code
 * vegvisar.deadline.saturday-is-working-day}, default false).
 */
@Component
public class WorkingDays {

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
  private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();
  private final boolean saturdayWorks;

  WorkingDays(@Value("${vegvisar.deadline.saturday-is-working-day:false}") boolean saturdayWorks) {
    this.saturdayWorks = saturdayWorks;
  }

  /** Whether offices are open that day. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY
        && (saturdayWorks || day.getDayOfWeek() != DayOfWeek.SATURDAY)
        && !holidaysOf(day.getYear()).contains(day);
  }

  /** The n-th working day after the day, which itself is day 0; n is 0 or more. */
  public LocalDate plus(LocalDate day, int n) {
    LocalDate reached = day;
    for (int left = n; left > 0; ) {
      reached = reached.plusDays(1);
      left -= isWorkingDay(reached) ? 1 : 0;
    }
    return reached;
  }

  /**
   * Working days after {@code from} up to and with {@code to}; negative when {@code to} lies
   * before.
   */
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      // overdue by the working days since; at least one, also over a weekend
      return -Math.max(1, between(to, from));
    }
    int count = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      count += isWorkingDay(day) ? 1 : 0;
    }
    return count;
  }

  private Set<LocalDate> holidaysOf(int year) {
    return byYear.computeIfAbsent(
        year,
        y ->
            holidays.getHolidays(java.time.Year.of(y)).stream()
                .map(h -> h.getDate())
                .collect(Collectors.toUnmodifiableSet()));
  }
}
