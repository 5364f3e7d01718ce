package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code complaint/upheld-part.html} draws.
 *
 * @param words what is to be done; null when it stands in the reason only
 * @param noted what was noted as done, or null while it is owed
 * @param done as typed
 * @param problems empty at first
 */
public record UpheldPartView(
    PatientBannerView banner,
    String backHref,
    String action,
    String words,
    String noted,
    String done,
    List<ProblemView> problems) {

  /** What is to be fixed in this field; null when nothing is. */
  public String wrong(String field) {
    return ProblemView.at(field, problems);
  }
}
