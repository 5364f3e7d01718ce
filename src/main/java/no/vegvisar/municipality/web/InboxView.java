package no.vegvisar.municipality.web;

import java.util.List;
import no.vegvisar.form.FormView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.MarkView;

/**
 * What a municipal user has been asked: what {@code municipality/inbox.html} draws. The reader sees
 * only what was disclosed; a request the sender closed says "closed by sender" and no more, and
 * "received" is not "granted". The fragment {@code message} is what htmx swaps when another one is
 * picked.
 *
 * @param tabs new, in progress, done; {@code current} on the one shown
 * @param messages newest or most urgent first
 * @param selected {@code null} shows an invitation to pick one
 */
public record InboxView(List<LinkView> tabs, List<Row> messages, Message selected) {

  /**
   * @param deadline {@code null} for none
   */
  public record Row(
      String href,
      String from,
      String subject,
      String patientName,
      List<MarkView> marks,
      String when,
      DeadlineView deadline,
      boolean unread,
      boolean current) {}

  /**
   * @param patientName {@code null} when the disclosure has ended
   * @param sharedText the base, the date and what it covers, e.g. "Shared by consent 14 Sep: plan,
   *     appointments"
   * @param closedText "Closed by sender" with date; {@code null} while open
   * @param paragraphs the need, in the sender's words
   * @param facts measures, wishes, period …
   * @param documents snapshots that were disclosed
   * @param answered what was answered and when; {@code null} before
   * @param answer the form to answer with; {@code null} when there is nothing to answer
   * @param actions where the reader can go on, e.g. the task or the municipal case
   */
  public record Message(
      String id,
      String subject,
      String from,
      DeadlineView deadline,
      String patientName,
      String patientFacts,
      List<MarkView> marks,
      String sharedText,
      String closedText,
      List<String> paragraphs,
      List<FactView> facts,
      List<LinkView> documents,
      String answered,
      FormView answer,
      List<LinkView> actions) {}
}
