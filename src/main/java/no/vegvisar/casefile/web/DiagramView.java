package no.vegvisar.casefile.web;

import java.util.List;
import java.util.Map;
import no.vegvisar.ui.LinkView;

/**
 * The way a case has taken through one process, as a diagram and as a list with the same content:
 * what {@code casefile/parts/diagram.html} draws.
 *
 * @param processes the case's processes, {@code current} on the one shown
 * @param xmlHref answers the BPMN of exactly the version this case runs on
 * @param active ids of the elements where the case is now
 * @param done ids of the elements and flows it has passed
 * @param counts a short note per element id, e.g. "8 wd" or "×2"; drawn under the element
 * @param steps the same in words, in the order it happened
 * @param historyHref full history for auditors; {@code null} hides the link
 */
public record DiagramView(
    List<LinkView> processes,
    String xmlHref,
    List<String> active,
    List<String> done,
    Map<String, String> counts,
    List<Step> steps,
    String historyHref) {

  /**
   * @param now whether the case is here; else it has been
   */
  public record Step(String name, String detail, boolean now) {}

  public String activeIds() {
    return String.join(" ", active);
  }

  public String doneIds() {
    return String.join(" ", done);
  }
}
