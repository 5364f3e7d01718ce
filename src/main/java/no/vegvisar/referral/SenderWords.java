package no.vegvisar.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What was found out about a sender, in words: for intake beside its question, and for the sender.
 */
@Component
class SenderWords {

  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;

  SenderWords(Users users, Organisations organisations, MessageSource messages) {
    this.users = users;
    this.organisations = organisations;
    this.messages = messages;
  }

  /** Who sent it as what, and what register or body say of that. */
  List<String> forIntake(Referral referral, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        message(
            "referral.sender.who",
            language,
            users.displayName(referral.sentBy()),
            organisations.body(referral.senderBody()).map(Body::name).orElse(""),
            kind(referral, language)));
    SenderCheck.Found found = referral.sender();
    lines.add(
        message(
            "referral.sender.standing." + found.standing().code(),
            language,
            found.profession() == null
                ? ""
                : message("referral.profession." + found.profession(), language)));
    return lines;
  }

  /** Who can refer, in friendly words; empty when nothing was wrong with the sender. */
  Optional<String> forSender(Referral referral, Language language) {
    return referral.sender().standing().guided()
        ? Optional.of(message("referral.sender.guide", language))
        : Optional.empty();
  }

  private String kind(Referral referral, Language language) {
    return messages.getMessage(
        "referral.referrer." + ReferrerKind.of(referral.referrerKind()).code(),
        null,
        message("referral.referrer.other", language),
        language.locale());
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
