package no.vegvisar.ui;

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
}
