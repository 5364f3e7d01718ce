package no.vegvisar.referral;

import java.util.Map;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import org.springframework.stereotype.Component;

/**
 * How a sender hears from us: a neutral notice to those who read on the status page, a letter by
 * post to those who have no user here, in words that tell neither whom nor what it is about.
 */
@Component
class SenderLetters {

  private static final String LETTERHEAD = "abs";

  private final Letters letters;
  private final Outbox outbox;
  private final Organisations organisations;

  SenderLetters(Letters letters, Outbox outbox, Organisations organisations) {
    this.letters = letters;
    this.outbox = outbox;
    this.organisations = organisations;
  }

  /** Something is lacking; who has no status page is asked to phone. */
  void askForMore(Referral referral) {
    tell(referral, "ask-sender-by-post");
  }

  /** Another place sees to it from now on. */
  void sentOn(Referral referral) {
    tell(referral, "sender-sent-on");
  }

  private void tell(Referral referral, String template) {
    referral
        .postalSender()
        .ifPresentOrElse(
            sender -> letters.send(letters.write(draft(referral, sender, template))),
            () ->
                outbox.enqueue(
                    new Outbox.Item(
                        "notice",
                        referral.caseNo(),
                        referral.reference(),
                        "something-waits",
                        null,
                        null)));
  }

  private Letters.Draft draft(Referral referral, PostalSender sender, String template) {
    return new Letters.Draft(
        referral.caseNo(),
        template,
        Letters.To.REFERRER,
        organisations.body(IntakeDesk.BODY).map(Body::language).orElse(Language.NN),
        LETTERHEAD,
        sender.recipient(),
        sender.addressLines(),
        null,
        Map.of("reference", referral.reference()));
  }
}
