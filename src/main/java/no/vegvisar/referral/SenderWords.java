package no.vegvisar.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What was found out about a sender, in words: for intake beside its question, and for the sender.
 */
@Component
public class SenderWords {

  private final SenderCheck check;
  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;

  SenderWords(SenderCheck check, Users users, Organisations organisations, MessageSource messages) {
    this.check = check;
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
            name(referral, language),
            office(referral, language),
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

  /** What the form of this kind is filled in with about who sends it. */
  public Map<String, Object> prefill(UserId sender, String body, ReferralKind form) {
    return check
        .likely(sender, body)
        .filter(form::offers)
        .<Map<String, Object>>map(kind -> Map.of("referrerKind", kind.code()))
        .orElse(Map.of());
  }

  /** Where the sender works; of one who is not of any office, how the referral came. */
  private String office(Referral referral, Language language) {
    return referral
        .postalSender()
        .map(
            s ->
                s.office() == null
                    ? message("referral.word." + referral.channel(), language)
                    : s.office())
        .or(() -> organisations.body(referral.senderBody()).map(Body::name))
        .orElse("");
  }

  private String name(Referral referral, Language language) {
    return referral
        .postalSender()
        .map(s -> s.name() == null ? message("referral.taken-down.no-name", language) : s.name())
        .orElseGet(() -> users.displayName(referral.sentBy()));
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
