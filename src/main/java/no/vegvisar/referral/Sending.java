package no.vegvisar.referral;

import java.util.UUID;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a referral: the form, its attachments and the end of its draft in one transaction. Sent
 * again with the same key it gives the same receipt.
 */
@Component
public class Sending {

  private final FormGate gate;
  private final SentReferrals sent;
  private final TransactionTemplate transaction;

  Sending(FormGate gate, SentReferrals sent, PlatformTransactionManager transactions) {
    this.gate = gate;
    this.sent = sent;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The reference of the referral. */
  public Outcome<String> send(ReferralKind kind, String key, String answersJson) {
    return transaction.execute(
        status -> {
          Outcome<Submission> outcome = gate.submit(kind.formId(), null, key, answersJson);
          if (!outcome.isDone()) {
            status.setRollbackOnly();
            return new Outcome.Refused<>(outcome.refusals());
          }
          return Outcome.done(sent.received(outcome.value().id(), draftOf(key)));
        });
  }

  /** The key is the draft's id; another one has no draft. */
  private static UUID draftOf(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }
}
