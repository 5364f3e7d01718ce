package no.vegvisar.assessment;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Draft;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.referral.ReferralRecord;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.stereotype.Component;

/**
 * The answers to those who referred: the referral of the case and each that was joined with it
 * (decisions 20, 27). Nobody is left with two that contradict each other: a new answer takes the
 * place of the one before, and who was told no more than that there is an answer is not told again.
 */
@Component
class ReferrerAnswers {

  private final ReferralRecords referrals;
  private final DecisionLetters decisionLetters;
  private final Letters letters;

  ReferrerAnswers(ReferralRecords referrals, DecisionLetters decisionLetters, Letters letters) {
    this.referrals = referrals;
    this.decisionLetters = decisionLetters;
    this.letters = letters;
  }

  /**
   * Writes the answer to who sent the case's own referral; nothing leaves.
   *
   * @return id of the letter, or null when none is due
   */
  UUID write(RightsAssessment assessment) {
    return referrals.find(assessment.caseNo()).flatMap(r -> write(assessment, r)).orElse(null);
  }

  /** Writes and sends the answers to those whose referral was joined with the case. */
  void sendToJoined(RightsAssessment assessment) {
    for (ReferralRecord joined : referrals.joined(assessment.caseNo())) {
      write(assessment, joined).ifPresent(letters::send);
      referrals.referrerAnswered(joined.caseNo());
    }
  }

  private Optional<UUID> write(RightsAssessment assessment, ReferralRecord referral) {
    if (referral.fromPatient()) {
      return Optional.empty();
    }
    Draft draft = decisionLetters.toReferrer(assessment, referral);
    Optional<Letter> before = standing(referral.caseNo(), draft);
    if (before.isEmpty()) {
      return Optional.of(letters.write(draft));
    }
    return before
        .filter(b -> referral.dueFullAnswer())
        .map(
            b ->
                letters.replace(
                    b.id(),
                    Ids.next(),
                    draft,
                    decisionLetters.afterComplaint(draft.caseNo(), draft.language())));
  }

  /**
   * Sends the corrected words to everybody who got the first; only health personnel did.
   *
   * @return id of the valid answer to who sent the case's own referral, or null
   */
  UUID correct(RightsAssessment assessment, String why) {
    referrals.joined(assessment.caseNo()).forEach(r -> correct(assessment, r, why));
    return referrals
        .find(assessment.caseNo())
        .flatMap(r -> correct(assessment, r, why))
        .orElse(assessment.referrerLetter());
  }

  private Optional<UUID> correct(RightsAssessment assessment, ReferralRecord referral, String why) {
    if (referral.fromPatient() || !referral.dueFullAnswer()) {
      return Optional.empty();
    }
    Draft draft = decisionLetters.toReferrer(assessment, referral);
    Optional<UUID> anew =
        standing(referral.caseNo(), draft)
            .map(before -> letters.replace(before.id(), Ids.next(), draft, why));
    anew.ifPresent(letters::send);
    return anew;
  }

  private Optional<Letter> standing(CaseNo caseNo, Draft draft) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.template().equals(draft.template()) && l.supersededBy() == null)
        .max(Comparator.comparing(Letter::writtenAt));
  }
}
