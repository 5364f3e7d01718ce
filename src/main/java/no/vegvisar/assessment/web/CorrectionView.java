package no.vegvisar.assessment.web;

import java.util.List;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code assessment/correction.html} draws: a decision letter put right.
 *
 * @param caseHref where the reader goes on
 * @param outcome code of the decision, which stands
 * @param appointment as a date-and-time field has it
 * @param version goes along as {@code _version}
 * @param key goes along as {@code _key}
 * @param problems empty at first
 */
public record CorrectionView(
    PatientBannerView banner,
    String caseHref,
    String action,
    String outcome,
    Typed typed,
    String version,
    String key,
    List<ProblemView> problems) {

  /** As typed; empty where nothing was. */
  public record Typed(
      String why,
      String reason,
      String elsewhere,
      String place,
      String placeDiffers,
      String appointment) {}
}
