package no.vegvisar.ui;

/**
 * A link in a side list, a row of filters or a list of actions.
 *
 * @param icon a symbol of the icon sprite; may be {@code null}
 * @param count shown after the text; {@code null} shows none
 * @param alert whether the count is drawn as a warning
 * @param current whether the reader is there now
 */
public record LinkView(
    String label, String href, String icon, Integer count, boolean alert, boolean current) {

  public static LinkView to(String label, String href, String icon) {
    return new LinkView(label, href, icon, null, false, false);
  }
}
