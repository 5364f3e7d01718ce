package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.Requirement;
import no.vegvisar.kernel.LocalText;
import org.junit.jupiter.api.Test;

class RuleTest {

  private final WorkingDays calendar = new WorkingDays(false);

  @Test
  @Requirement("S32")
  void the_assessment_is_warned_of_on_working_days_five_and_eight_and_late_after_the_tenth() {
    // given a referral received on Friday 18 December 2026 at 15.40 in Norway
    Instant received = Instant.parse("2026-12-18T14:40:00Z");

    Rule.Dates dates = rule(10, "WD", List.of(5, 8), "WD").from(received, calendar);

    // then Christmas is left out, and warnings come in the morning
    assertThat(dates.startedOn()).isEqualTo(LocalDate.of(2026, 12, 18));
    assertThat(dates.dueOn()).isEqualTo(LocalDate.of(2027, 1, 5));
    assertThat(dates.warnings())
        .containsExactly(
            Instant.parse("2026-12-28T06:00:00Z"), Instant.parse("2026-12-31T06:00:00Z"));
    assertThat(dates.dueAt()).isEqualTo(Instant.parse("2027-01-05T22:59:00Z"));
    assertThat(dates.overAt()).isEqualTo(Instant.parse("2027-01-05T23:00:00Z"));
  }

  @Test
  void a_day_is_a_day_across_the_change_to_summer_time() {
    // given a start before 29 March 2026, when clocks in Norway go forward
    Rule.Dates dates =
        rule(7, "CD", List.of(5), "CD").from(Instant.parse("2026-03-25T10:00:00Z"), calendar);

    assertThat(dates.dueAt()).isEqualTo(Instant.parse("2026-04-01T21:59:00Z"));
    assertThat(dates.warnings()).containsExactly(Instant.parse("2026-03-30T05:00:00Z"));
  }

  @Test
  void hours_are_hours_across_the_change_to_winter_time() {
    // given a start the evening before 25 October 2026, when one hour comes twice
    Instant start = Instant.parse("2026-10-24T20:00:00Z");

    Rule.Dates dates = rule(48, "H", List.of(), null).from(start, calendar);

    assertThat(dates.dueAt()).isEqualTo(Instant.parse("2026-10-26T20:00:00Z"));
    assertThat(dates.overAt()).isEqualTo(dates.dueAt());
  }

  @Test
  void late_in_the_evening_in_utc_is_the_next_day_in_norway() {
    assertThat(
            rule(1, "CD", List.of(), null)
                .from(Instant.parse("2026-06-30T22:30:00Z"), calendar)
                .startedOn())
        .isEqualTo(LocalDate.of(2026, 7, 1));
  }

  @Test
  void weeks_and_months_follow_the_calendar() {
    Instant start = Instant.parse("2026-01-31T12:00:00Z");

    assertThat(rule(1, "M", List.of(21), "CD").from(start, calendar).dueOn())
        .isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(rule(4, "W", List.of(), null).from(start, calendar).dueOn())
        .isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @Test
  void a_date_set_by_a_person_is_warned_of_before_its_end() {
    Rule.Dates dates =
        rule(null, "D", List.of(14), "CD before")
            .until(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 10, 1), calendar);

    assertThat(dates.dueOn()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(dates.warnings()).containsExactly(Instant.parse("2026-09-17T05:00:00Z"));
  }

  @Test
  void a_rule_without_a_length_waits_for_a_person() {
    assertThatThrownBy(
            () ->
                rule(null, "D", List.of(), null)
                    .from(Instant.parse("2026-08-03T08:00:00Z"), calendar))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rule rule(Integer length, String unit, List<Integer> warnAt, String warnUnit) {
    return new Rule(
        "X",
        length,
        unit,
        warnAt,
        warnUnit,
        DeadlineClocks.Kind.BINDING,
        null,
        null,
        new LocalText("x", "x", "x"));
  }
}
