package no.vegvisar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import no.vegvisar.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {

  @Test
  @Requirement("S189")
  void the_municipalitys_number_has_a_right_check_digit() {
    assertThat(OrganisationNumber.isValid("942953119")).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"942953118", "94295311", "9429531190", "942 953 119", "94295311a", ""})
  void a_wrong_digit_a_wrong_length_or_a_letter_is_no_number(String number) {
    assertThat(OrganisationNumber.isValid(number)).isFalse();
  }
}
