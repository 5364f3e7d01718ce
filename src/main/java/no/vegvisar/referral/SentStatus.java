package no.vegvisar.referral;

import java.time.Instant;
import java.util.Optional;
import no.vegvisar.referral.Referral.Status;

/**
 * Where a referral is, as its sender may know it. A duplicate follows the case it was joined with
 * and says no more: that the person has another one is not told (decisions 20). Who hears of
 * receipt and answer only is not told where it went either (decisions 27).
 *
 * @param status never {@code JOINED}
 * @param handled when a joined referral was handled; empty while it is not, and for any other
 */
record SentStatus(Status status, Optional<Instant> handled, boolean receiptOnly) {

  static SentStatus of(Referral referral) {
    return new SentStatus(referral.status(), Optional.empty(), hearsReceiptOnly(referral));
  }

  static SentStatus joined(Referral referral, Optional<Instant> handled) {
    return new SentStatus(
        handled.isPresent() ? Status.ANSWERED : Status.ASSESSING,
        handled,
        hearsReceiptOnly(referral));
  }

  private static boolean hearsReceiptOnly(Referral referral) {
    return ReferrerKind.of(referral.referrerKind()).hears() == ReferrerKind.Hears.RECEIPT;
  }

  boolean over() {
    return status == Status.FORWARDED || status == Status.ANSWERED;
  }

  /** Key of its words. */
  String key() {
    if (receiptOnly) {
      return over() ? "referral.status.handled" : "referral.status.received";
    }
    return switch (status) {
      case RECEIVED -> "referral.status.received";
      case ASSESSING, JOINED -> "referral.status.assessing";
      case FORWARDED -> "referral.status.forwarded";
      case ANSWERED -> "referral.status.answered";
    };
  }

  /** Key of what that means for the sender. */
  String textKey() {
    if (!receiptOnly && handled.isPresent()) {
      return "referral.status.joined-answered.text";
    }
    return receiptOnly && !over() ? "referral.status.received-only.text" : key() + ".text";
  }

  String color() {
    return switch (status) {
      case RECEIVED -> "neutral";
      case ASSESSING, JOINED -> "info";
      case FORWARDED, ANSWERED -> "success";
    };
  }

  /** How many of the four steps of the status page are done. */
  int stepsDone() {
    return switch (status) {
      case RECEIVED -> 1;
      case ASSESSING, JOINED -> 2;
      case FORWARDED, ANSWERED -> 4;
    };
  }
}
