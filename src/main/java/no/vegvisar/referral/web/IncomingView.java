package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.MarkView;

/**
 * What {@code referral/incoming.html} draws: referrals that nobody has registered yet.
 *
 * @param sinceText e.g. "Since Friday 20 November 16.00"
 * @param since came after the office closed
 * @param before lay there already
 */
public record IncomingView(String sinceText, List<Row> since, List<Row> before) {

  public long total() {
    return since.size() + before.size();
  }

  /**
   * @param patient as the list of work writes a name
   * @param channel web, post, phone or fhir; picks the icon
   * @param worry drawn first and as a mark
   * @param takeHref where one takes the step and goes to it
   */
  public record Row(
      String reference,
      String patient,
      String bornText,
      String caseNo,
      String channel,
      String channelText,
      String icon,
      String received,
      boolean worry,
      List<MarkView> marks,
      DeadlineView deadline,
      String takeHref) {}
}
