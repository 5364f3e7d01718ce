package no.vegvisar.ui;

/**
 * A label and what is known under it.
 *
 * @param emphasis whether the text is drawn in bold, as for risks
 */
public record FactView(String label, String text, boolean emphasis) {

  public static FactView of(String label, String text) {
    return new FactView(label, text, false);
  }
}
