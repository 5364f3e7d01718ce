package no.vegvisar.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.ui.FactView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes, days and labels of this module in the reader's language. */
@Component
class TreatmentWords {

  private final MessageSource messages;

  TreatmentWords(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Object... args) {
    return messages.getMessage("treatment." + key, args, LocaleContextHolder.getLocale());
  }

  /** The text of a code, e.g. ("agreed", "partly"); null for none. */
  String code(String field, String code) {
    return code == null ? null : text(field + "." + code);
  }

  FactView fact(String label, String text) {
    return FactView.of(text("label." + label), text == null ? text("none") : text);
  }

  FactView risk(String label, String text) {
    return new FactView(text("label." + label), text, true);
  }

  String day(LocalDate day) {
    return day == null
        ? null
        : DateTimeFormatter.ofPattern(english() ? "d MMMM yyyy" : "d. MMMM yyyy", locale())
            .format(day);
  }

  String day(String iso) {
    return iso == null ? null : day(LocalDate.parse(iso));
  }

  String day(Instant at) {
    return at == null ? null : day(OsloTime.dateOf(at));
  }

  String time(Instant at) {
    return at == null
        ? null
        : DateTimeFormatter.ofPattern(
                english() ? "d MMMM yyyy 'at' HH:mm" : "d. MMMM yyyy 'kl.' HH.mm", locale())
            .format(OsloTime.dateTimeOf(at));
  }

  private static boolean english() {
    return Language.of(LocaleContextHolder.getLocale()) == Language.EN;
  }

  private static Locale locale() {
    Language language = Language.of(LocaleContextHolder.getLocale());
    return language == Language.EN ? Locale.UK : language.locale();
  }
}
