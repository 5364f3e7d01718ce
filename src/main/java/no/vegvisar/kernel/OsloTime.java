package no.vegvisar.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The only door between instants (UTC, stored) and what a calendar or a page in Norway says. */
public final class OsloTime {

  public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

  private OsloTime() {}

  public static LocalDate dateOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  public static LocalDateTime dateTimeOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDateTime();
  }

  public static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(ZONE).toInstant();
  }

  /** 23:59 on that day: the last minute in which a thing due that day is in time. */
  public static Instant endOf(LocalDate date) {
    return at(date, LocalTime.of(23, 59));
  }

  /** 00:00 on that day. */
  public static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /** What was typed into a field for a day; null when it is none. */
  public static LocalDate dayTyped(String text) {
    try {
      return text == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** What was typed into a field for day and time; null when it is none. */
  public static Instant momentTyped(String text) {
    try {
      return text == null ? null : LocalDateTime.parse(text.strip()).atZone(ZONE).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** As a field for day and time shows it, to the minute. */
  public static String asTyped(Instant instant) {
    return dateTimeOf(instant).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
