package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.OpeningHours;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * When somebody at the assessment unit reads what comes now, said honestly: outside opening hours
 * nobody does before it opens again, and 113 is the number when life is in danger (S40).
 */
@Component
class ReadingHours {

  private static final OpeningHours.Hours OFFICE =
      new OpeningHours.Hours(LocalTime.of(8, 0), LocalTime.of(15, 45));
  private static final int LONGEST_CLOSED = 30;

  private final OpeningHours hours;
  private final WorkingDays calendar;
  private final MessageSource messages;
  private final Clock clock;

  ReadingHours(OpeningHours hours, WorkingDays calendar, MessageSource messages, Clock clock) {
    this.hours = hours;
    this.calendar = calendar;
    this.messages = messages;
    this.clock = clock;
  }

  /** Now when the unit is open, else when it opens next. */
  Instant readFrom(Instant at) {
    LocalDate day = OsloTime.dateOf(at);
    for (int n = 0; n <= LONGEST_CLOSED; n++, day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        OpeningHours.Hours open = on(day);
        Instant opens = OsloTime.at(day, open.opens());
        if (at.isBefore(opens)) {
          return opens;
        }
        if (at.isBefore(OsloTime.at(day, open.closes()))) {
          return at;
        }
      }
    }
    throw new IllegalStateException("no opening day within a month");
  }

  /** When the unit closes on the day of this instant. */
  Instant closing(Instant at) {
    LocalDate day = OsloTime.dateOf(at);
    return OsloTime.at(day, on(day).closes());
  }

  private OpeningHours.Hours on(LocalDate day) {
    return hours.on(IntakeDesk.UNIT, day.getDayOfWeek()).orElse(OFFICE);
  }

  /** For whoever is about to send, or has sent: when a doctor reads it. */
  String inWords(Language language) {
    Instant now = clock.instant();
    Instant from = readFrom(now);
    ZonedDateTime local = from.atZone(OsloTime.ZONE);
    if (from.equals(now)) {
      return message(
          "referral.reading.today",
          language,
          time(OsloTime.dateTimeOf(closing(now)).toLocalTime()));
    }
    if (OsloTime.dateOf(from).equals(OsloTime.dateOf(now))) {
      return message("referral.reading.later-today", language, time(local.toLocalTime()));
    }
    String day =
        DateTimeFormatter.ofPattern(
                language == Language.EN ? "EEEE d MMMM" : "EEEE d. MMMM", language.locale())
            .format(local);
    return message("referral.reading.next", language, day, time(local.toLocalTime()));
  }

  private static String time(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH.mm").format(time);
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
