package no.vegvisar.assessment;

import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who had a hand in the decision of a case, for who may not judge their own work. */
@Service
@Transactional(readOnly = true)
public class DecisionMakers {

  private final AssessmentDesk desk;
  private final CaseLedger ledger;

  DecisionMakers(AssessmentDesk desk, CaseLedger ledger) {
    this.desk = desk;
    this.ledger = ledger;
  }

  /**
   * Whether this person prepared or signed what is decided or being prepared; also what stands
   * while it is decided anew.
   */
  public boolean decided(CaseNo caseNo, UserId user) {
    return desk.begun(caseNo)
            .filter(a -> user.equals(a.preparedBy()) || user.equals(a.signedBy()))
            .isPresent()
        || desk.find(caseNo)
            .filter(d -> user.equals(d.preparedBy()) || user.equals(d.signedBy()))
            .isPresent();
  }

  /** Whether this person put right the letter of a decision of the case, once or last. */
  public boolean corrected(CaseNo caseNo, UserId user) {
    return ledger.entries(caseNo).stream()
        .anyMatch(e -> user.equals(e.actor()) && e.event() instanceof AssessmentEvent.Corrected);
  }
}
