package no.vegvisar.assessment;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.referral.RightOnRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The right as the signed decision has it. */
@Component
class SignedRight implements RightOnRecord {

  private final RightsAssessments assessments;

  SignedRight(RightsAssessments assessments) {
    this.assessments = assessments;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean granted(CaseNo caseNo) {
    return assessments
        .findById(caseNo.value())
        .filter(a -> a.signedAt() != null && "granted".equals(a.outcome()))
        .isPresent();
  }
}
