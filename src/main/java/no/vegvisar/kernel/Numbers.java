package no.vegvisar.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.springframework.stereotype.Component;

/**
 * Draws neutral numbers: kind, year opened (Oslo), seven random digits, Verhoeff digit. Random, so
 * that neighbours in number do not link a patient and a relative; the database refuses a repeat.
 */
@Component
public class Numbers {

  private static final Pattern SHAPE = Pattern.compile("[CMRQA]\\d{2}-\\d{7}-\\d");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;

  Numbers(Clock clock) {
    this.clock = clock;
  }

  /** A number of this kind that nobody has seen before, with overwhelming likelihood. */
  public String draw(NumberKind kind) {
    String year = "%02d".formatted(LocalDate.now(clock.withZone(OsloTime.ZONE)).getYear() % 100);
    String digits = "%07d".formatted(RANDOM.nextInt(10_000_000));
    return kind.letter() + year + "-" + digits + "-" + checkDigit(year + digits);
  }

  /** A case number of the clinic. */
  public CaseNo drawCaseNo() {
    return new CaseNo(draw(NumberKind.CASE));
  }

  /** A case number of the municipality. */
  public CaseNo drawMunicipalCaseNo() {
    return new CaseNo(draw(NumberKind.MUNICIPAL_CASE));
  }

  /** Whether the text is a number of one of these kinds with a correct check digit; null is not. */
  public static boolean isWellFormed(String text, NumberKind... kinds) {
    if (text == null || !SHAPE.matcher(text).matches()) {
      return false;
    }
    boolean kindFits = false;
    for (NumberKind kind : kinds) {
      kindFits |= text.startsWith(kind.letter());
    }
    String digits = text.substring(1, 3) + text.substring(4, 11) + text.substring(12);
    return kindFits && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits);
  }

  private static String checkDigit(String digits) {
    try {
      return VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(digits);
    } catch (CheckDigitException e) {
      throw new IllegalStateException("a number of digits has a check digit", e);
    }
  }
}
