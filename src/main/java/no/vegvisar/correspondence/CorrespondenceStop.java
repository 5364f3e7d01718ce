package no.vegvisar.correspondence;

import no.vegvisar.casefile.CaseStop;
import no.vegvisar.kernel.CaseNo;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Death stops what has not left (decisions 30); withdrawal and transfer do not: their answers are
 * still owed. Comes first, so that whoever goes on after death can queue its own again.
 */
@Component
@Order(0)
class CorrespondenceStop implements CaseStop {

  private final Outbox outbox;
  private final LetterDesk letters;

  CorrespondenceStop(Outbox outbox, LetterDesk letters) {
    this.outbox = outbox;
    this.letters = letters;
  }

  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    if (reason == Reason.DIED) {
      outbox.cancel(caseNo, null, "died");
      letters.holdUnposted(caseNo, "died");
    }
  }
}
