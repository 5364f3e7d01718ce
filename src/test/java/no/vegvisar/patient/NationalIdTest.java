package no.vegvisar.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

  @ParameterizedTest
  @CsvSource({
    "148384 11313, 1984-03-14, m",
    "278991 24265, 1991-09-27, f",
    "098307 73352, 2007-03-09, m",
    "198695 41810, 1995-06-19, f",
    "088168 07981, 1968-01-08, m",
    "308486 18167, 1986-04-30, m",
    "238898 26851, 1998-08-23, f",
    "119272 33411, 1972-12-11, f",
    "058589 40984, 1989-05-05, m",
    "178276 15870, 1976-02-17, f",
    "298793 22365, 1993-07-29, m",
    "069081 35545, 1981-10-06, m",
    "218170 09104, 1970-01-21, m",
    "128462 45004, 1962-04-12, f",
    "038911 61327, 2011-09-03, m",
    "258590 37235, 1990-05-25, f",
    "168787 29068, 1987-07-16, f",
    "029179 30530, 1979-11-02, m"
  })
  void a_synthetic_number_tells_birth_date_and_sex(String typed, LocalDate born, String sex) {
    NationalId id = NationalId.read(typed);

    assertThat(id.mark()).isEqualTo(NationalId.Mark.SYNTHETIC);
    assertThat(id.digits()).isEqualTo(typed.replace(" ", ""));
    assertThat(id.bornOn()).isEqualTo(born);
    assertThat(id.sex()).isEqualTo(sex);
  }

  @Test
  void every_single_wrong_digit_of_a_number_is_found() {
    String right = "14838411313";
    for (int place = 0; place < right.length(); place++) {
      int other = (right.charAt(place) - '0' + 1) % 10;
      String wrong = right.substring(0, place) + other + right.substring(place + 1);

      assertThat(NationalId.read(wrong).holds()).as("digit %d", place).isFalse();
    }
  }

  @Test
  void a_d_number_has_its_day_moved_by_forty() {
    // given a synthetic D-number: day 14 + 40, month 3 + 80, both check digits by the ordinary rule
    String number = withCheckDigits("548384113");

    NationalId id = NationalId.read(number);

    assertThat(id.holds()).isTrue();
    assertThat(id.bornOn()).isEqualTo(LocalDate.of(1984, 3, 14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901", "123", "not known", "14 83 84 11314"})
  void a_failing_number_is_marked_and_kept(String typed) {
    NationalId id = NationalId.read(typed);

    assertThat(id.mark()).isEqualTo(NationalId.Mark.FAILING);
    assertThat(id.digits()).isNotNull();
    assertThat(id.bornOn()).isNull();
    assertThat(id.sex()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   "})
  void no_number_is_absent_and_no_fault(String typed) {
    assertThat(NationalId.read(typed).mark()).isEqualTo(NationalId.Mark.ABSENT);
  }

  private static String withCheckDigits(String nine) {
    String ten = nine + digit(nine, new int[] {3, 7, 6, 1, 8, 9, 4, 5, 2});
    return ten + digit(ten, new int[] {5, 4, 3, 2, 7, 6, 5, 4, 3, 2});
  }

  private static int digit(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    return (11 - sum % 11) % 11;
  }
}
