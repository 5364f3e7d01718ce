package no.vegvisar.coordination;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.vegvisar.coordination.web.GroupView.Typed;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;

/**
 * Reads what a member typed on the group's page: times in Oslo, codes of the page's own choices,
 * lengths that fit. What it cannot read it refuses at the field; nothing is dropped in silence.
 */
final class TypedMeeting {

  /** Who may take part and own a promise, in the order of the page. */
  static final List<String> PEOPLE =
      List.of("patient", "therapist", "gp", "municipality", "nav", "housing", "nextOfKin", "other");

  private static final int LONG = 4000;
  private static final int SHORT = 120;

  /**
   * @param at null when none was typed
   * @param place null when none was typed
   */
  record Call(Instant at, String place) {}

  private final Typed typed;
  private final List<Refusal> refusals = new ArrayList<>();

  private TypedMeeting(Typed typed) {
    this.typed = typed;
  }

  static Outcome<Call> call(Typed typed) {
    var reading = new TypedMeeting(typed);
    var call =
        new Call(reading.time(typed.at(), "at"), reading.text(typed.place(), SHORT, "place"));
    return reading.come(call);
  }

  static Outcome<GroupMeetings.Held> held(Typed typed) {
    var reading = new TypedMeeting(typed);
    Instant heldAt = reading.time(typed.heldAt(), "heldAt");
    if (typed.heldAt().isBlank()) {
      reading.refuse("held-when", "heldAt");
    }
    String minutes = reading.text(typed.minutes(), LONG, "minutes");
    if (minutes == null) {
      reading.refuse("minutes", "minutes");
    }
    if (!Set.copyOf(PEOPLE).containsAll(typed.attended())) {
      reading.refuse("attended", "attended");
    }
    return reading.come(
        new GroupMeetings.Held(
            heldAt,
            typed.attended(),
            minutes,
            reading.promises(),
            reading.time(typed.nextMeeting(), "nextMeeting"),
            reading.text(typed.noNextReason(), LONG, "noNextReason")));
  }

  private <T> Outcome<T> come(T value) {
    return refusals.isEmpty() ? Outcome.done(value) : new Outcome.Refused<>(refusals);
  }

  /** A row without anything is passed over; an owner or a day that is none is not there. */
  private List<GroupMeetings.PromiseMade> promises() {
    List<GroupMeetings.PromiseMade> made = new ArrayList<>();
    for (int i = 0; i < Typed.ROWS; i++) {
      String what = text(typed.what().get(i), SHORT, "promises");
      String owner = typed.owner().get(i);
      String by = typed.by().get(i);
      if (what != null || !owner.isBlank() || !by.isBlank()) {
        made.add(
            new GroupMeetings.PromiseMade(what, PEOPLE.contains(owner) ? owner : null, day(by)));
      }
    }
    return made;
  }

  private Instant time(String text, String field) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.strip()).atZone(OsloTime.ZONE).toInstant();
    } catch (DateTimeException e) {
      refuse("no-time", field);
      return null;
    }
  }

  private static LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String text(String text, int most, String field) {
    if (text.length() > most) {
      refusals.add(Refusal.of("coordination.refusal.too-long", most).at(field));
    }
    return text.isBlank() ? null : text.strip();
  }

  private void refuse(String key, String field) {
    refusals.add(Refusal.of("coordination.refusal." + key).at(field));
  }
}
