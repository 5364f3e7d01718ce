package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code complaint/counter.html} draws: a case number, and what can be done with a complaint
 * on that case.
 *
 * @param typed case number as typed
 * @param done what has just been done, or null
 * @param found null until a case is found
 */
public record CounterView(String typed, List<ProblemView> problems, String done, Found found) {

  /**
   * @param banner number and name alone where the reader has no more to do with the case
   * @param decisions that can be complained about, each with the day the patient was told
   * @param registerHref the form of a new complaint
   * @param elsewhereHref for a complaint about what a municipality decided
   * @param complaints those that are not ended
   */
  public record Found(
      PatientBannerView banner,
      List<FactView> decisions,
      String registerHref,
      String elsewhereHref,
      List<Open> complaints) {}

  /**
   * @param paperHref where a scanned paper is posted
   * @param withdrawHref null when it cannot be withdrawn any more
   */
  public record Open(
      String id, String title, String state, String paperHref, String withdrawHref) {}
}
