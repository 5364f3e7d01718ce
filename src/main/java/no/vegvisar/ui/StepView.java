package no.vegvisar.ui;

/**
 * One phase of the pathway.
 *
 * @param detail e.g. "3.–13. Aug · 8 working days"; may be {@code null}
 */
public record StepView(String key, String label, State state, String detail) {

  public enum State {
    DONE,
    NOW,
    NEXT
  }

  /** The state as the style sheet knows it: {@code done}, {@code now} or {@code next}. */
  public String css() {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
