package no.vegvisar.treatment.web;

import java.util.List;
import no.vegvisar.ui.FactView;

/**
 * What {@code treatment/plan.html} draws: the newest version in full and those before it in short.
 * Texts are in the reader's language.
 *
 * @param facts evaluation date, whether the patient agrees, copy, crisis plan, who made it and
 *     when; empty without a plan
 * @param changes what an evaluation changed, in words, or null
 * @param versions newest first, one line each; also for who may see no content
 */
public record PlanView(
    List<Goal> goals, List<FactView> facts, String changes, List<String> versions) {

  /**
   * @param by last day in words, or null
   */
  public record Goal(String goal, String measure, String owner, String by) {}

  public boolean hasContent() {
    return !goals.isEmpty();
  }
}
