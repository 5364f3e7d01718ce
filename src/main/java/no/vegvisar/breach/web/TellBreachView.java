package no.vegvisar.breach.web;

import java.util.List;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code breach/tell.html} draws: saying that the start deadline cannot be kept.
 *
 * @param deadline in words; null when none runs any more
 * @param version the deadline as this page shows it; goes along as {@code _version}
 * @param cause as chosen; empty at first
 * @param words as typed
 */
public record TellBreachView(
    PatientBannerView banner,
    String backHref,
    String action,
    String deadline,
    String version,
    String cause,
    String words,
    List<ProblemView> problems) {

  /** What is to be fixed in this field; null when nothing is. */
  public String wrong(String field) {
    return ProblemView.at(field, problems);
  }
}
