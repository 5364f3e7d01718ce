package no.vegvisar.worklist.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.MarkView;
import no.vegvisar.ui.PaginationView;

/**
 * What {@code worklist/list.html} draws: open tasks, grouped by how close their deadline is. The
 * template's fragment {@code tasks} is the part that htmx swaps when a filter changes, {@code
 * row(row, unassigned)} one row after a claim.
 *
 * @param title name of the view, e.g. "My tasks"; also the heading and the table's caption
 * @param viewKey value of the {@code view} parameter, kept by the filter form
 * @param total tasks in the view with the filter on
 * @param hidden tasks the filter hides; 0 when no filter is on
 * @param updated e.g. "Updated at 09.42"
 * @param personal views of the reader's own work
 * @param teams views of the reader's units, and the unassigned ones
 * @param covers one sentence per colleague the reader stands in for
 * @param filter what is chosen now
 * @param groups only groups with rows, most urgent first
 * @param bulk {@code null} when tasks of this view cannot be handled together
 * @param pages {@code null} when everything fits on the page
 */
public record WorklistView(
    String title,
    String viewKey,
    long total,
    long hidden,
    String updated,
    List<LinkView> personal,
    List<LinkView> teams,
    List<String> covers,
    Filter filter,
    List<Group> groups,
    Bulk bulk,
    PaginationView pages) {

  /** The first choice of each list is "all" with an empty value. Sort always has a choice. */
  public record Filter(
      List<ChoiceView> due,
      List<ChoiceView> kind,
      List<ChoiceView> step,
      List<ChoiceView> sort,
      boolean active) {}

  /**
   * Rows that are about equally urgent.
   *
   * @param key {@code over}, {@code today}, {@code week} or {@code later}; the heading is {@code
   *     worklist.group.<key>}
   */
  public record Group(String key, List<Row> rows) {}

  /**
   * One task. Shows a birth date, never a national id, and no address.
   *
   * @param id the task's own id, used in addresses
   * @param href {@code /tasks/<id>}
   * @param title the task in the reader's language
   * @param step where in the pathway, e.g. "Rights assessment"
   * @param deadline {@code null} when the task has none
   * @param patientName family name, given name; {@code null} when there is no person yet
   * @param bornText dd.mm.yyyy or {@code null}
   * @param caseNo {@code null} when there is no case yet
   * @param marks drawn as icons with a text alternative
   * @param owner {@code null} when nobody has it
   * @param updated short, e.g. "20 min" or "yesterday"
   * @param flags small notes, e.g. draft, new, manager alerted
   * @param claimHref where Claim posts; {@code null} hides the button
   * @param version goes along as {@code _version}
   * @param key goes along as {@code _key}
   */
  public record Row(
      String id,
      String href,
      String title,
      String step,
      DeadlineView deadline,
      String patientName,
      String bornText,
      String caseNo,
      List<MarkView> marks,
      Owner owner,
      String updated,
      List<Flag> flags,
      String claimHref,
      String version,
      String key) {}

  /**
   * Who has the task.
   *
   * @param text "You", "You, for Marit" or a name
   * @param onBehalf whether it is held for an absent colleague
   */
  public record Owner(String initials, String text, boolean onBehalf) {}

  /**
   * @param color {@code neutral}, {@code info} or {@code danger}
   * @param icon a symbol or {@code null}
   */
  public record Flag(String text, String color, String icon) {}

  /**
   * Handling several tasks at once. The form posts {@code task} (one per row) with the pressed
   * button.
   *
   * @param claimHref where Claim posts; {@code null} hides it
   * @param assignHref where Assign posts, with {@code to} and {@code note}; {@code null} hides it
   * @param people whom tasks can be given to
   */
  public record Bulk(String claimHref, String assignHref, List<ChoiceView> people) {}
}
