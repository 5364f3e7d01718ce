package no.vegvisar.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.kernel.OsloTime;

/**
 * The demo's calendar: T is today or the next working day; everything else is counted from it (cast
 * §4).
 */
final class DemoTime {

  private final WorkingDays calendar;
  private final LocalDate t;

  DemoTime(WorkingDays calendar, LocalDate today) {
    this.calendar = calendar;
    LocalDate day = today;
    while (!calendar.isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    this.t = day;
  }

  LocalDate t() {
    return t;
  }

  /** T plus or minus working days. */
  LocalDate working(int n) {
    LocalDate day = t;
    for (int left = Math.abs(n); left > 0; ) {
      day = day.plusDays(n < 0 ? -1 : 1);
      if (calendar.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /** T plus or minus calendar days; a day off gives the working day before. */
  LocalDate calendar(int n) {
    LocalDate day = t.plusDays(n);
    while (!calendar.isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The last Friday before T. */
  LocalDate friday() {
    LocalDate day = t.minusDays(1);
    while (day.getDayOfWeek() != java.time.DayOfWeek.FRIDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  static Instant at(LocalDate day, int hour, int minute) {
    return OsloTime.at(day, LocalTime.of(hour, minute));
  }
}
