package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code complaint/withdraw.html} draws.
 *
 * @param version of the complaint when the page was drawn; goes along as {@code _version}
 * @param reason as typed
 * @param problems empty at first
 */
public record WithdrawView(
    PatientBannerView banner,
    String backHref,
    String action,
    String title,
    long version,
    String reason,
    List<ProblemView> problems) {

  /** What is to be fixed in this field; null when nothing is. */
  public String wrong(String field) {
    return ProblemView.at(field, problems);
  }
}
