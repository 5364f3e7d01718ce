package no.vegvisar.referral;

import java.util.Optional;
import no.vegvisar.form.Submission;
import no.vegvisar.patient.Patients.Protection;

/** The answer {@code protectedAddress} of intake's forms and what it means for the person. */
final class ProtectionAnswers {

  private ProtectionAnswers() {}

  static Protection of(Submission form) {
    return switch (Optional.ofNullable(form.text("protectedAddress")).orElse("unknown")) {
      case "strictlyConfidential" -> Protection.STRICTLY_CONFIDENTIAL;
      case "confidential" -> Protection.CONFIDENTIAL;
      case "clientAddress" -> Protection.CLIENT_ADDRESS;
      case "none" -> Protection.NONE;
      default -> Protection.UNKNOWN;
    };
  }

  static String codeOf(Protection protection) {
    return switch (protection) {
      case STRICTLY_CONFIDENTIAL -> "strictlyConfidential";
      case CONFIDENTIAL -> "confidential";
      case CLIENT_ADDRESS -> "clientAddress";
      case NONE -> "none";
      case UNKNOWN -> "unknown";
    };
  }
}
