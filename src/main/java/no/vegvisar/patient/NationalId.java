package no.vegvisar.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import no.bekk.bekkopen.person.Fodselsnummer;
import no.bekk.bekkopen.person.FodselsnummerValidator;

/**
 * A national identity number as typed. It is read, never refused: a failing one is marked
 * (decisions 29). Ordinary numbers, D-numbers (day + 40) and synthetic ones (month + 80) are
 * checked by both check digits; numbers that a hospital makes itself (H, month + 40) have no
 * national check and say nothing of birth.
 *
 * @param digits without spaces; null when nothing was given
 * @param bornOn null unless the number holds
 * @param sex "m" or "f"; null unless the number holds
 */
public record NationalId(String digits, Mark mark, LocalDate bornOn, String sex) {

  /** What a look at the number tells. */
  public enum Mark {
    OK,
    /** Holds, but nobody has this number: test persons only. */
    SYNTHETIC,
    FAILING,
    ABSENT
  }

  static {
    FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
  }

  /** Reads what was typed; null and blank are absent. */
  public static NationalId read(String typed) {
    String digits = typed == null ? "" : typed.replaceAll("[\\s.\\-]", "");
    if (digits.isEmpty()) {
      return new NationalId(null, Mark.ABSENT, null, null);
    }
    if (!FodselsnummerValidator.isValid(digits)) {
      return failing(digits);
    }
    Fodselsnummer number = FodselsnummerValidator.getFodselsnummer(digits);
    int day = Integer.parseInt(digits.substring(0, 2));
    int month = Integer.parseInt(digits.substring(2, 4));
    boolean synthetic = month > 80;
    try {
      LocalDate born =
          LocalDate.of(
              Integer.parseInt(number.getBirthYear()),
              synthetic ? month - 80 : month,
              day > 40 ? day - 40 : day);
      return new NationalId(
          digits,
          synthetic ? Mark.SYNTHETIC : Mark.OK,
          born,
          number.getGenderDigit() % 2 == 0 ? "f" : "m");
    } catch (DateTimeException e) {
      // check digits that fit a day that never was
      return failing(digits);
    }
  }

  private static NationalId failing(String digits) {
    return new NationalId(digits, Mark.FAILING, null, null);
  }

  /** Whether the number holds, synthetic included. */
  public boolean holds() {
    return mark == Mark.OK || mark == Mark.SYNTHETIC;
  }
}
