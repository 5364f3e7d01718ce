package no.vegvisar.assessment;

import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.stereotype.Component;

/**
 * Care that stops before the patient was told of a decision: the assessment clock keeps the cause.
 * Who does not want to go on gets that in writing with the way back, and the referrer is answered;
 * after a death nothing is written.
 */
@Component
class AssessmentStop implements CaseStop {

  private final RightsAssessments assessments;
  private final ReferralRecords referrals;
  private final DecisionLetters decisionLetters;
  private final Letters letters;
  private final DeadlineClocks clocks;
  private final Clock clock;

  AssessmentStop(
      RightsAssessments assessments,
      ReferralRecords referrals,
      DecisionLetters decisionLetters,
      Letters letters,
      DeadlineClocks clocks,
      Clock clock) {
    this.assessments = assessments;
    this.referrals = referrals;
    this.decisionLetters = decisionLetters;
    this.letters = letters;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    boolean running =
        clocks
            .find("T01", caseNo.value())
            .filter(DeadlineClocks.DeadlineClock::running)
            .isPresent();
    if (!running) {
      return;
    }
    clocks.stop("T01", caseNo.value(), clock.instant(), reason.name().toLowerCase(Locale.ROOT));
    boolean signed =
        assessments.findById(caseNo.value()).filter(a -> a.signedAt() != null).isPresent();
    if (reason == Reason.WITHDREW && !signed) {
      letters.send(letters.write(decisionLetters.withdrawal(caseNo)));
      Stream.concat(referrals.find(caseNo).stream(), referrals.joined(caseNo).stream())
          .forEach(
              r -> {
                if (!r.fromPatient()) {
                  letters.send(letters.write(decisionLetters.withdrawalToReferrer(r)));
                }
                referrals.referrerAnswered(r.caseNo());
              });
    }
  }
}
