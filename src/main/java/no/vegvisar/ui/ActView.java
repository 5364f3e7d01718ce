package no.vegvisar.ui;

import java.util.List;

/**
 * What {@code layout/act.html} draws: one thing that a person tells about a case, on a page that
 * works without script.
 *
 * @param banner null when the reader may not know whom it is about
 * @param fields empty when there is nothing to tell (any more)
 * @param version goes along as {@code _version}: who sends on an older look is told so
 * @param key goes along as {@code _key}: one act, however often it is sent
 */
public record ActView(
    PatientBannerView banner,
    String backHref,
    String action,
    String title,
    String lead,
    List<FactView> facts,
    List<Field> fields,
    String version,
    String key,
    List<ProblemView> problems) {

  /**
   * @param kind date, datetime-local, text, textarea, file, radio or checkbox
   * @param options of a radio or of check boxes
   */
  public record Field(
      String kind,
      String name,
      String label,
      String help,
      String value,
      boolean required,
      List<ChoiceView> options) {

    public boolean chosen() {
      return kind.equals("radio") || kind.equals("checkbox");
    }
  }

  /** Whether a file may go along. */
  public boolean withFile() {
    return fields.stream().anyMatch(f -> f.kind().equals("file"));
  }

  /** What is to be fixed in this field; null when nothing is. */
  public String wrong(String field) {
    return ProblemView.at(field, problems);
  }
}
