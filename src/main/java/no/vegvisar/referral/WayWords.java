package no.vegvisar.referral;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The way of a referral in words: the rule's reason, and what a person should see beside it. */
@Component
class WayWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final ReferralRecords records;
  private final ReferralSigns signs;
  private final MessageSource messages;

  WayWords(ReferralRecords records, ReferralSigns signs, MessageSource messages) {
    this.records = records;
    this.signs = signs;
    this.messages = messages;
  }

  /** Why the rules propose this way; null before they were asked. */
  String reason(Referral referral, Language language) {
    return referral.proposedReason().in(language);
  }

  /** What stands out: each a sentence of its own, never a decision. */
  List<String> notes(Referral referral, Language language) {
    List<String> notes = new ArrayList<>();
    if (signs.emergencyByOthers(referral)) {
      notes.add(text("referral.way.worry", language));
    }
    signs
        .comesOfAge(referral)
        .ifPresent(
            day ->
                notes.add(
                    text(
                        "referral.way.age",
                        language,
                        signs.ageOnSeniorityDate(referral).orElseThrow(),
                        day(OsloTime.dateOf(referral.seniorityAt())),
                        day(day))));
    if (referral.forwardedFrom() != null) {
      notes.add(
          text(
              "referral.way.forwarded-from",
              language,
              referral.forwardedFrom(),
              day(OsloTime.dateOf(referral.seniorityAt()))));
    }
    if (signs.partiesUnknown(referral)) {
      notes.add(text("referral.way.parties-unknown", language));
    }
    List<String> missing = signs.missingParties(referral);
    if (!missing.isEmpty()) {
      String without =
          missing.stream()
              .map(party -> text("referral.way.party." + party, language))
              .collect(Collectors.joining(", "));
      String why = records.answersOf(referral).path("jointReason").asText("");
      notes.add(
          why.isBlank()
              ? text("referral.way.without", language, without)
              : text("referral.way.without-because", language, without, why));
    }
    return notes;
  }

  String text(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
