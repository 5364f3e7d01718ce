package no.vegvisar.referral;

import java.util.List;
import no.vegvisar.kernel.Refusal;

/** What every act on a case page asks for. */
final class Acts {

  static final int LONGEST_REASON = 1000;

  private Acts() {}

  /** An individual reason, always (decisions 28). */
  static List<Refusal> reason(String reason) {
    if (reason == null || reason.isBlank()) {
      return List.of(Refusal.of("referral.refusal.reason").at("reason"));
    }
    return reason.length() > LONGEST_REASON
        ? List.of(Refusal.of("referral.refusal.reason-long", LONGEST_REASON).at("reason"))
        : List.of();
  }
}
