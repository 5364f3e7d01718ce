package no.vegvisar.organisation;

/**
 * A number in the national register of legal entities: nine digits, the last a check digit by
 * modulus 11 (S189).
 */
final class OrganisationNumber {

  private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

  private OrganisationNumber() {}

  /** Whether the digits can be a number of that register; null is not. */
  static boolean isValid(String digits) {
    if (digits == null || !digits.matches("\\d{9}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    // A remainder that would need the digit 10 is never given out.
    return check != 10 && check == digits.charAt(8) - '0';
  }
}
