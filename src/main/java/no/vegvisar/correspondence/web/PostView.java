package no.vegvisar.correspondence.web;

import java.util.List;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.MarkView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code correspondence/post.html} draws: the clinic's letters on paper.
 *
 * @param byHand whether people post here; else the print service does
 * @param on day of posting as typed, today at first
 * @param notice what was just done, or null
 */
public record PostView(
    boolean byHand,
    List<Row> toPost,
    List<Row> held,
    List<Row> returned,
    List<Row> gone,
    String on,
    String latest,
    List<ProblemView> problems,
    String notice) {

  /**
   * @param title kind of letter; neutral when the reader may not know the case
   * @param patient null when the reader may not know the case
   * @param address for the envelope; null when it is not known or not to be
   * @param when written, or gone
   * @param deadline nearest date of the case, or null
   * @param why it is held, or null
   * @param mayPost whether it may be noted as posted
   * @param toldHref where one says that the receiver was told another way; null unless it came back
   * @param caseHref null when the reader may not open the case
   */
  public record Row(
      String id,
      String title,
      String to,
      String patient,
      String address,
      String caseNo,
      String caseHref,
      String when,
      DeadlineView deadline,
      List<MarkView> marks,
      String why,
      boolean mayPost,
      String toldHref,
      boolean chosen) {}
}
