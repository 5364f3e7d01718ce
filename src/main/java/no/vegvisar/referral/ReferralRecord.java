package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * What other modules may know of a referral.
 *
 * @param kind by the form it came on, or as intake noted it from paper or phone
 * @param sentBy user who sent it, or null when it came on paper or by phone
 * @param postalSender who is answered by post, or null when the sender has a user here
 * @param referrerKind code of a {@link ReferrerKind}
 * @param answers the checklist as sent, with what was answered later laid over it
 * @param seniorityAt first receipt anywhere in specialist care (pathway-facts §1.1)
 * @param dueFullAnswer whether the sender is due decision, deadline, level and reason in short; any
 *     other hears that it was received and answered (decisions 27, cast §3)
 */
public record ReferralRecord(
    String reference,
    CaseNo caseNo,
    ReferralKind kind,
    UUID personId,
    UserId sentBy,
    PostalSender postalSender,
    String senderBody,
    String referrerKind,
    JsonNode answers,
    Instant seniorityAt,
    boolean dueFullAnswer) {

  /** Whether the patient came without a referrer (S12); the letter to the patient answers both. */
  public boolean fromPatient() {
    return "self".equals(referrerKind);
  }
}
