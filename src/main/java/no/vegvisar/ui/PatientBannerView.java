package no.vegvisar.ui;

import java.util.List;

/**
 * The same banner, in the same order and place, on every page about a person. It holds what this
 * reader's role and the disclosures allow, so a field the reader may not see is {@code null}.
 *
 * @param familyName shown first and unlabelled
 * @param bornText dd.mm.yyyy; {@code null} when unknown
 * @param ageText e.g. "32 years"
 * @param sexText in the reader's language; {@code null} when not recorded
 * @param nationalIdFormatted 6 + 5 digits with a space; {@code null} when there is none or the
 *     reader may not see it
 * @param caseNo {@code null} before a referral has a case
 * @param marks in the order of {@link MarkView.Kind}
 * @param protectedAddress changes the whole banner and says what not to do
 */
public record PatientBannerView(
    String familyName,
    String givenName,
    String bornText,
    String ageText,
    String sexText,
    String nationalIdFormatted,
    String caseNo,
    List<MarkView> marks,
    boolean protectedAddress) {

  public PatientBannerView {
    marks = marks == null ? List.of() : List.copyOf(marks);
  }

  /** "Family, Given"; one name alone stands without a comma. */
  public String fullName() {
    return givenName == null || givenName.isBlank() ? familyName : familyName + ", " + givenName;
  }

  /** The id without its space, for the copy button; {@code null} when there is none. */
  public String nationalIdDigits() {
    return nationalIdFormatted == null ? null : nationalIdFormatted.replace(" ", "");
  }
}
