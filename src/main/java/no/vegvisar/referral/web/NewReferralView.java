package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.form.FormView;
import no.vegvisar.ui.LinkView;

/**
 * What {@code referral/new.html} draws: which kind of referral, its form, and how complete it is.
 * Completeness counts the form's own fields: required ones, and recommended ones (property {@code
 * recommended}); the latter never block.
 *
 * @param title e.g. "Referral to addiction treatment"
 * @param kinds ordinary, LAR, next of kin …; {@code current} on the one shown; empty hides the
 *     choice
 * @param form its {@code submitText} says Send
 * @param urgentPhone number of acute detox; {@code null} leaves the number out and says 113 only
 * @param contact whom to phone with questions about this kind; {@code null} leaves it out
 * @param reading when somebody reads what is sent now
 * @param attachHref where files are posted ({@code file}, multipart, JSON {@code {id, name}} back);
 *     {@code null} hides it
 * @param attachments files already attached
 */
public record NewReferralView(
    String title,
    List<LinkView> kinds,
    FormView form,
    String urgentPhone,
    String contact,
    String reading,
    String attachHref,
    List<Attachment> attachments) {

  /**
   * @param id goes along as {@code attachment} when the referral is sent
   */
  public record Attachment(String id, String name, String href) {}
}
