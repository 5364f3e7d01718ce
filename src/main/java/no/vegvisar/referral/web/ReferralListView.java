package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.LinkView;

/**
 * The referrals a sender has made, newest first: what {@code referral/list.html} draws.
 *
 * @param newHref where a new one starts
 * @param drafts unfinished ones
 */
public record ReferralListView(String newHref, List<LinkView> drafts, List<Row> rows) {

  /**
   * @param patient as the sender wrote it
   * @param color of the status: {@code neutral}, {@code info}, {@code success}, {@code warning}
   * @param deadline {@code null} once answered
   */
  public record Row(
      String reference,
      String href,
      String patient,
      String kind,
      String sent,
      String status,
      String color,
      DeadlineView deadline) {}
}
