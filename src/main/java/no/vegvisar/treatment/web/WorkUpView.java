package no.vegvisar.treatment.web;

import java.util.List;
import no.vegvisar.ui.FactView;

/**
 * What {@code treatment/work-up.html} draws: what was found out together and decided. Texts are in
 * the reader's language.
 *
 * @param attendance first appointment, first attendance
 * @param needs the newest record of needs, empty before it is made
 * @param children the last answer, the children on record, the duty towards them
 * @param childSteps what is left of that duty; empty when none is open
 * @param childHref where a step is posted as {@code step}; null shows them only
 * @param decision the clinical decision, empty before it is made
 * @param evaluations newest first
 */
public record WorkUpView(
    List<FactView> attendance,
    List<FactView> needs,
    List<Instrument> instruments,
    List<FactView> children,
    List<ChildStep> childSteps,
    String childHref,
    List<FactView> decision,
    List<Held> evaluations) {

  /**
   * @param step value posted
   */
  public record ChildStep(String step, String text, boolean done) {}

  public record Instrument(String name, String total, String date) {}

  /**
   * @param title e.g. "Evaluation 1, 3 December 2026"
   */
  public record Held(String title, List<FactView> facts) {}
}
