package no.vegvisar.ui;

/**
 * Something to know about a patient before anything else. Marks are shown in the order of {@link
 * Kind}.
 *
 * @param text in the reader's language, e.g. "Children as next of kin: 2"
 */
public record MarkView(Kind kind, String text) {

  public enum Kind {
    ADDRESS("PadlockLockedFill", "brand2"),
    CRITICAL("ExclamationmarkTriangleFill", "danger"),
    CHILDREN("ChildEyes", "info"),
    OVERDOSE("HeartFill", "danger"),
    LAR("Stethoscope", "neutral"),
    INTERPRETER("Language", "neutral");

    private final String icon;
    private final String color;

    Kind(String icon, String color) {
      this.icon = icon;
      this.color = color;
    }

    public String icon() {
      return icon;
    }

    public String color() {
      return color;
    }
  }
}
