package no.vegvisar.kernel;

import java.util.Optional;

/**
 * The number of a case: {@code C26-4817302-6} for the clinic (next of kin included), {@code M26-…}
 * for a municipality. It is neutral: nothing in it tells addiction, birth or neighbourhood
 * (decisions 21).
 *
 * @param value never null, always well formed with a correct Verhoeff digit
 */
public record CaseNo(String value) implements Comparable<CaseNo> {

  public CaseNo {
    if (!Numbers.isWellFormed(value, NumberKind.CASE, NumberKind.MUNICIPAL_CASE)) {
      throw new IllegalArgumentException("not a case number");
    }
  }

  /** Reads a case number as typed; refuses by exception, without repeating what was typed. */
  public static CaseNo parse(String text) {
    return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a case number"));
  }

  /** Reads a case number as typed (spaces and lower case forgiven); empty when it is not one. */
  public static Optional<CaseNo> tryParse(String text) {
    String tidy = text == null ? "" : text.strip().toUpperCase(java.util.Locale.ROOT);
    return Numbers.isWellFormed(tidy, NumberKind.CASE, NumberKind.MUNICIPAL_CASE)
        ? Optional.of(new CaseNo(tidy))
        : Optional.empty();
  }

  /** Whether this is the municipality's own case. */
  public boolean municipal() {
    return value.startsWith(NumberKind.MUNICIPAL_CASE.letter());
  }

  @Override
  public int compareTo(CaseNo other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
