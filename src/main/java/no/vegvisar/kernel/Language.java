package no.vegvisar.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language people read here: nynorsk, bokmål or English. */
public enum Language {
  NN("nn"),
  NB("nb"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public Locale locale() {
    return Locale.forLanguageTag(code);
  }

  /** The language of a locale: nn; nb and no are bokmål; all else is English. */
  public static Language of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "nn" -> NN;
      case "nb", "no" -> NB;
      default -> EN;
    };
  }

  /** The language with this code; English for an unknown one. */
  public static Language ofCode(String code) {
    return of(Locale.forLanguageTag(code == null ? "en" : code));
  }

  /** A day written out, 12 November 2026 or 12. november 2026; null for none. */
  public String day(LocalDate day) {
    return day == null ? null : format(this == EN ? "d MMMM yyyy" : "d. MMMM yyyy").format(day);
  }

  /** The day that it was in Norway, written out; null for none. */
  public String day(Instant at) {
    return at == null ? null : day(OsloTime.dateOf(at));
  }

  /** Day and time in Norway, written out; null for none. */
  public String moment(Instant at) {
    return at == null
        ? null
        : format(this == EN ? "d MMMM yyyy 'at' HH:mm" : "d. MMMM yyyy 'kl.' HH.mm")
            .format(OsloTime.dateTimeOf(at));
  }

  private DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale());
  }
}
