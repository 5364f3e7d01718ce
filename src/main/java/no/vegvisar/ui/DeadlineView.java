package no.vegvisar.ui;

/**
 * A deadline as people read it: how close it is, in words, the date, and what kind of promise it
 * is. Days are working days, counted on the server by the calendar the engine uses; the page only
 * draws.
 *
 * @param level how close, which picks icon and tone
 * @param words e.g. "2 working days left", in the reader's language
 * @param dateText e.g. "tors. 26. nov."
 * @param kindText e.g. "Lovfrist"; empty or {@code null} shows none
 * @param kind {@link Kind#LAW} only where the law sets the date; such a date is never editable
 */
public record DeadlineView(Level level, String words, String dateText, String kindText, Kind kind) {

  /** Working days left: over &lt; 0, now 0, soon 1–2, near 3–5, ok &gt; 5. */
  public enum Level {
    OVER("over", "XMarkOctagonFill"),
    NOW("now", "ExclamationmarkTriangleFill"),
    SOON("soon", "HourglassBottomFilled"),
    NEAR("near", "Clock"),
    OK("ok", "Calendar");

    private final String css;
    private final String icon;

    Level(String css, String icon) {
      this.css = css;
      this.icon = icon;
    }

    /** The level for a number of working days left; negative means overdue. */
    public static Level of(long workingDaysLeft) {
      if (workingDaysLeft < 0) {
        return OVER;
      }
      if (workingDaysLeft == 0) {
        return NOW;
      }
      return workingDaysLeft <= 2 ? SOON : workingDaysLeft <= 5 ? NEAR : OK;
    }

    public String css() {
      return css;
    }

    public String icon() {
      return icon;
    }
  }

  /** Who set the date: the law, the national pathway, or the house. */
  public enum Kind {
    LAW,
    PATH,
    INTERNAL
  }

  public boolean law() {
    return kind == Kind.LAW;
  }
}
