package no.vegvisar.referral;

import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.form.Drafts;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a referral: the form, its attachments and the end of its draft in one transaction. Sent
 * again with the same key it gives the same receipt; another referral under that key, from a second
 * tab, is refused in words and kept as a draft of its own.
 */
@Component
public class Sending {

  private final FormGate gate;
  private final SentReferrals sent;
  private final Drafts drafts;
  private final CurrentActor actor;
  private final TransactionTemplate transaction;

  Sending(
      FormGate gate,
      SentReferrals sent,
      Drafts drafts,
      CurrentActor actor,
      PlatformTransactionManager transactions) {
    this.gate = gate;
    this.sent = sent;
    this.drafts = drafts;
    this.actor = actor;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The reference of the referral. */
  public Outcome<String> send(ReferralKind kind, String key, String answersJson) {
    Outcome<String> outcome = transaction.execute(status -> sent(kind, key, answersJson, status));
    if (outcome.refusals().stream().anyMatch(r -> r.key().equals(FormGate.SENT_BEFORE))) {
      drafts.save(actor.get().id(), kind.formId(), null, 0, answersJson);
      return Outcome.refused(Refusal.of("referral.refusal.sent-before"));
    }
    return outcome;
  }

  private Outcome<String> sent(
      ReferralKind kind, String key, String answersJson, TransactionStatus status) {
    Outcome<Submission> outcome = gate.submit(kind.formId(), null, key, answersJson);
    if (!outcome.isDone()) {
      status.setRollbackOnly();
      return new Outcome.Refused<>(outcome.refusals());
    }
    return Outcome.done(sent.received(outcome.value().id(), draftOf(key)));
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
