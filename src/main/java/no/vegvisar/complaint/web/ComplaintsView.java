package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;

/**
 * What {@code complaint/part.html} draws of the complaints of a case.
 *
 * @param registerHref null when this reader may not register one
 * @param all newest last; empty when nobody has complained
 * @param elsewhere what came about decisions of others, by the day it came
 */
public record ComplaintsView(String registerHref, List<One> all, List<FactView> elsewhere) {

  /**
   * @param deadline of what is to be done now, or null
   * @param waits task that is open, with who has it; null when none is
   * @param letters about the complaint, by title and state
   * @param paperHref where a scanned paper is posted, null when this reader may not
   * @param withdrawHref null when it cannot be withdrawn or this reader may not say so
   * @param partHref where what was upheld in part is carried out; null when nothing is owed or not
   *     by this reader
   */
  public record One(
      String id,
      String title,
      String state,
      String color,
      DeadlineView deadline,
      String waits,
      List<FactView> facts,
      List<LinkView> papers,
      String paperHref,
      String withdrawHref,
      String partHref) {}
}
