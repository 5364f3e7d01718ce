package no.vegvisar.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes, days and receivers of this module in the reader's language. */
@Component
class CoordinationWords {

  private final MessageSource messages;
  private final Organisations organisations;

  CoordinationWords(MessageSource messages, Organisations organisations) {
    this.messages = messages;
    this.organisations = organisations;
  }

  String text(String key, Object... args) {
    return messages.getMessage("coordination." + key, args, LocaleContextHolder.getLocale());
  }

  /** The text of a code; a dash for none. */
  String word(String code) {
    return code == null || code.isBlank()
        ? "–"
        : messages.getMessage(
            "coordination.word." + code, null, code, LocaleContextHolder.getLocale());
  }

  String words(String codes) {
    return codes == null || codes.isBlank()
        ? "–"
        : Arrays.stream(codes.split(",")).map(this::word).collect(Collectors.joining(", "));
  }

  String day(LocalDate day) {
    return day == null ? "–" : language().day(day);
  }

  String time(Instant at) {
    return at == null ? "–" : language().moment(at);
  }

  /** Unit and body by name. */
  String receiver(String body, String unit) {
    String bodyName =
        organisations.body(body).map(b -> b.name()).orElseGet(() -> text("receiver.other"));
    if (unit == null || unit.equals(body)) {
      return bodyName;
    }
    boolean nb = language() == Language.NB;
    return organisations.unit(unit).map(u -> nb ? u.nameNb() : u.nameNn()).orElse(unit)
        + ", "
        + bodyName;
  }

  private static Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }
}
