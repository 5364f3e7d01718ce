package no.vegvisar.referral.web;

import java.util.List;
import java.util.Map;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code referral/register.html} draws: a referral on paper or by phone, on one screen.
 * Labels, options and limits are those of the form that keeps the answers.
 *
 * @param fields by key
 * @param sections headings of the form's groups by id
 * @param typed what stands in each field; never null for a key
 * @param problems empty at first
 * @param wrong words at each field that must be fixed
 * @param fileLost a chosen file must be chosen again
 * @param done the referral that was just taken down, or null
 */
public record TakeDownView(
    Map<String, Field> fields,
    Map<String, String> sections,
    Map<String, String> typed,
    List<ProblemView> problems,
    Map<String, String> wrong,
    boolean fileLost,
    String version,
    String key,
    Done done) {

  /**
   * @param options empty for a field that is written
   * @param most characters; 0 when it is chosen
   */
  public record Field(
      String label, String description, boolean required, int most, List<ChoiceView> options) {}

  /**
   * @param idFails whether the national id that was typed does not add up
   * @param takeHref where one goes on with it
   */
  public record Done(String reference, boolean idFails, String takeHref) {}
}
