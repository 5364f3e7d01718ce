package no.vegvisar.kernel;

/**
 * One text in three languages, as models and forms carry it. A missing text falls back to the other
 * Norwegian standard, then to English (architecture §4).
 *
 * @param en never null
 * @param nn may be null
 * @param nb may be null
 */
public record LocalText(String en, String nn, String nb) {

  public String in(Language language) {
    return switch (language) {
      case NN -> first(nn, nb);
      case NB -> first(nb, nn);
      case EN -> en;
    };
  }

  private String first(String wanted, String other) {
    return wanted != null ? wanted : other != null ? other : en;
  }
}
