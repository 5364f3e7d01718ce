package no.vegvisar.form.web;

import java.util.List;
import no.vegvisar.form.FormView;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.DueView;
import no.vegvisar.ui.EventView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PatientBannerView;

/**
 * What {@code form/task.html} draws: the form to the left, the case to the right, the actions at
 * the bottom.
 *
 * @param title the task in the reader's language
 * @param banner {@code null} when the task is about no person yet
 * @param caseHref where the patient's name leads; {@code null} makes no link
 * @param deadline {@code null} when the task has none
 * @param about one quiet line, e.g. "Assigned to you by NN, today 08.55"
 * @param description who does this, what they decide, what happens if nobody does; may be {@code
 *     null}
 * @param process a link with the process name and version; {@code null} shows none
 * @param pager {@code null} when not reached from a list
 * @param form {@code null} when the reader may see the task and not do it; {@code note} then says
 *     why
 * @param note shown in place of or above the form; may be {@code null}
 * @param claim where Claim posts when nobody has the task; {@code null} hides it
 * @param handOver {@code null} hides it
 * @param putBack where Put back posts; {@code null} hides it
 * @param slots texts of the server that the form places where it has a text view with the property
 *     {@code slot}
 * @param context the right column; {@code null} leaves it out
 */
public record TaskView(
    String title,
    PatientBannerView banner,
    String caseHref,
    DeadlineView deadline,
    String about,
    String description,
    LinkView process,
    Pager pager,
    FormView form,
    String note,
    Post claim,
    HandOver handOver,
    Post putBack,
    List<Slot> slots,
    Context context) {

  /**
   * Back to the list, and to the tasks before and after this one; hrefs are {@code null} at the
   * ends.
   */
  public record Pager(
      String backText, String backHref, String position, String previousHref, String nextHref) {}

  /** A form of one button. */
  public record Post(String href, String version, String key) {}

  /**
   * @param people value and name of those who may take over
   */
  public record HandOver(String href, String version, String key, List<ChoiceView> people) {}

  /**
   * Facts that belong beside a question, e.g. the guidance for a deadline next to its empty field.
   *
   * @param name as in the form's property {@code slot}
   */
  public record Slot(String name, String heading, List<String> paragraphs, List<FactView> facts) {}

  /** The case beside the form. Empty lists leave their section out. */
  public record Context(
      List<DueView> deadlines,
      List<Section> sections,
      List<Document> documents,
      List<EventView> events,
      List<Comment> comments,
      Post comment) {}

  /**
   * @param meta when and from whom; may be {@code null}
   * @param missing what is missing, drawn as a warning list
   * @param more leads to the whole; may be {@code null}
   */
  public record Section(
      String heading, String meta, List<FactView> facts, List<String> missing, LinkView more) {}

  public record Document(String title, String meta, String href) {}

  public record Comment(String initials, String who, String when, String text) {}
}
