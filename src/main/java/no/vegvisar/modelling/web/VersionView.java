package no.vegvisar.modelling.web;

import java.util.List;
import no.vegvisar.ui.ProblemView;

/**
 * Two versions side by side, what changed in words, and the decision of the second person: what
 * {@code modelling/version.html} draws.
 *
 * @param name of the process
 * @param label of this version, e.g. "v9"
 * @param backHref the process
 * @param drawn whether it is a diagram; a table is read as its file
 * @param before the version it is compared with; {@code null} for the first
 * @param after this version
 * @param changes in words; the same as the two diagrams show
 * @param reason why it was changed
 * @param by who made it, and who approved it once approved
 * @param problems of the model, from the server's own checks
 * @param approval {@code null} when this reader cannot decide; {@code note} then says why
 * @param note may be {@code null}
 * @param migration {@code null} when no running case would be moved
 */
public record VersionView(
    String name,
    String label,
    String backHref,
    boolean drawn,
    Side before,
    Side after,
    List<Change> changes,
    String reason,
    String by,
    List<ProblemView> problems,
    Approval approval,
    String note,
    Migration migration) {

  /**
   * @param caption e.g. "v8, in use"
   */
  public record Side(String caption, String xmlHref) {}

  /**
   * @param kind {@code added}, {@code changed} or {@code removed}
   */
  public record Change(String kind, String text) {}

  /** Posts {@code decision} = {@code approve} or {@code return} and {@code comment}. */
  public record Approval(String href, String version, String key) {}

  /**
   * Running cases and where each step leads; posts {@code trial=true} for one case, else all that
   * can move.
   */
  public record Migration(
      String title,
      long movable,
      long waiting,
      List<Row> rows,
      String href,
      String version,
      String key) {

    /**
     * @param blocked whether those cases must wait
     */
    public record Row(String from, String to, long cases, String note, boolean blocked) {}
  }

  /** Changes of one kind, for the template. */
  public List<Change> changesOf(String kind) {
    return changes.stream().filter(change -> change.kind().equals(kind)).toList();
  }
}
