package no.vegvisar.referral;

import java.util.Optional;
import java.util.regex.Pattern;
import no.vegvisar.form.Submission;

/** When the home address of a referral is one that letters can be sent to (S16). */
final class HomeAddress {

  /** Free words may name a town alone; post is delivered with a post code. */
  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)\\d{4}\\s+\\p{L}");

  private HomeAddress() {}

  /** Empty also when the patient stays elsewhere or has no home: others would open the letter. */
  static Optional<String> forLetters(Submission referral) {
    return referral.text("stayAddress") != null || referral.is("housing", "homeless")
        ? Optional.empty()
        : Optional.ofNullable(referral.text("homeAddress"))
            .filter(home -> POSTCODE.matcher(home).find());
  }
}
