package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code referral/act.html} draws: one thing that a person tells about a case, on a page that
 * works without script.
 *
 * @param fields empty when there is nothing to tell (any more)
 * @param key goes along as {@code _key}: one act, however often it is sent
 */
public record ActView(
    PatientBannerView banner,
    String backHref,
    String action,
    String title,
    String lead,
    List<FactView> facts,
    List<Field> fields,
    String key,
    List<ProblemView> problems) {

  /**
   * @param kind date, text, textarea or radio
   * @param options of a radio
   */
  public record Field(
      String kind,
      String name,
      String label,
      String help,
      String value,
      boolean required,
      List<ChoiceView> options) {}
}
