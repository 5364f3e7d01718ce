package no.vegvisar.ui;

/**
 * One option in a select, a radio group or a row of filter chips.
 *
 * @param description may be {@code null}
 */
public record ChoiceView(String value, String label, String description, boolean selected) {

  public static ChoiceView of(String value, String label, boolean selected) {
    return new ChoiceView(value, label, null, selected);
  }
}
