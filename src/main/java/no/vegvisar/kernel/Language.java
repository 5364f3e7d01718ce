package no.vegvisar.kernel;

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
}
