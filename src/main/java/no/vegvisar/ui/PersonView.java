package no.vegvisar.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A person in a list of people around the patient.
 *
 * @param role role and body, e.g. "Therapist, Ålesund behandlingssenter"
 * @param phone as written; {@code null} when unknown
 */
public record PersonView(String name, String initials, String role, String phone) {

  /** The number without spaces, for a {@code tel:} link. */
  public String phoneDigits() {
    return phone == null ? null : phone.replace(" ", "");
  }

  /** The first letters of the first two names, as in a picture's place. */
  public static String initials(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
