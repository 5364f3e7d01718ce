package no.vegvisar.treatment;

import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.kernel.Language;
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
    return language().day(day);
  }

  String day(String iso) {
    return iso == null ? null : day(LocalDate.parse(iso));
  }

  String day(Instant at) {
    return language().day(at);
  }

  String time(Instant at) {
    return language().moment(at);
  }

  private static Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }
}
