package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private final WorkingDays calendar = new WorkingDays(false);

  @ParameterizedTest(name = "{0}: ten working days are {1}, {2}")
  @CsvSource({
    "2026-03-30, 2026-04-16, Easter",
    "2026-05-08, 2026-05-26, Ascension and Whit Monday",
    "2026-12-18, 2027-01-05, Christmas",
    "2026-08-22, 2026-09-04, received on a Saturday",
    "2026-08-03, 2026-08-17, plain",
    "2027-03-19, 2027-04-07, Easter of 2027"
  })
  void ten_working_days_after_receipt(LocalDate received, LocalDate due, String why) {
    assertThat(calendar.plus(received, 10)).isEqualTo(due);
    assertThat(calendar.between(received, due)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-24", "2026-12-31", "2026-04-01"})
  void the_days_before_a_feast_are_working_days(LocalDate day) {
    assertThat(calendar.isWorkingDay(day)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-02",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2027-05-17",
        "2038-04-26"
      })
  void public_holidays_are_computed_for_any_year(LocalDate day) {
    assertThat(calendar.isWorkingDay(day)).isFalse();
  }

  @Test
  void a_saturday_counts_only_where_the_parameter_says_so() {
    LocalDate saturday = LocalDate.of(2026, 8, 22);

    assertThat(calendar.isWorkingDay(saturday)).isFalse();
    assertThat(new WorkingDays(true).isWorkingDay(saturday)).isTrue();
  }

  @Test
  void what_is_overdue_is_negative_also_over_a_weekend() {
    LocalDate friday = LocalDate.of(2026, 8, 21);

    assertThat(calendar.between(friday, friday)).isZero();
    assertThat(calendar.between(friday.plusDays(1), friday)).isEqualTo(-1);
    assertThat(calendar.between(friday.plusDays(4), friday)).isEqualTo(-2);
  }
}
