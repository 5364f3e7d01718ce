package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code complaint/elsewhere.html} draws.
 *
 * @param weeks time to complain by the general act (T04b)
 * @param where who decides such complaints, with address
 * @param typed as typed; empty at first
 */
public record ElsewhereView(
    PatientBannerView banner,
    String backHref,
    String action,
    String key,
    long weeks,
    String where,
    Typed typed,
    List<ProblemView> problems) {

  /** What is to be fixed in this field; null when nothing is. */
  public String wrong(String field) {
    return ProblemView.at(field, problems);
  }

  /** Fields of the form as text; none is null on the page. */
  public record Typed(String receivedOn, String about, String way, String doneOn, String toWhom) {

    /** What a browser leaves out is empty. */
    public Typed {
      receivedOn = receivedOn == null ? "" : receivedOn;
      about = about == null ? "" : about;
      way = way == null ? "" : way;
      doneOn = doneOn == null ? "" : doneOn;
      toWhom = toWhom == null ? "" : toWhom;
    }
  }
}
