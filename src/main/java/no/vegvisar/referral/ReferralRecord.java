package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * What other modules may know of a referral.
 *
 * @param referrerKind municipality, nav, childWelfare, gp, privateSpecialist, specialistCare,
 *     prisonDoctor, institution, otherEntitled
 * @param answers the checklist as sent, with what was answered later laid over it
 * @param seniorityAt first receipt anywhere in specialist care (pathway-facts §1.1)
 */
public record ReferralRecord(
    String reference,
    CaseNo caseNo,
    UUID personId,
    UserId sentBy,
    String senderBody,
    String referrerKind,
    JsonNode answers,
    Instant seniorityAt) {

  /**
   * Whether the referrer is health personnel, who are due decision, deadline, level and reason
   * (cast §3).
   */
  public boolean byHealthPersonnel() {
    return switch (referrerKind) {
      case "gp", "privateSpecialist", "specialistCare", "prisonDoctor", "institution" -> true;
      default -> false;
    };
  }
}
