package no.vegvisar.audit.web;

import java.util.List;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PaginationView;
import no.vegvisar.ui.ProblemView;

/**
 * Everything done and opened, in order: what {@code audit/search.html} draws. The search is posted
 * to {@code /audit} ({@code case}, {@code purpose}), so nothing about a person ends up in an
 * address; the purpose is required and stored with the search.
 *
 * @param caseNo typed last time; may be {@code null}
 * @param seal whether the log is unbroken
 * @param rows {@code null} before the first search
 * @param total hits
 * @param exports files of this search
 */
public record AuditSearchView(
    String caseNo,
    String purpose,
    Seal seal,
    List<Row> rows,
    long total,
    List<LinkView> exports,
    PaginationView pages,
    List<ProblemView> problems) {

  /**
   * @param intact whether every link of the chain holds
   * @param title e.g. "The log is unbroken"
   * @param text when it was checked, how many events, the last checksum
   * @param href where a new check is posted; {@code null} hides the button
   */
  public record Seal(boolean intact, String title, String text, String href, String key) {}

  /**
   * @param operation in the reader's language, with {@code icon} and {@code color}
   * @param concerns what was done or opened
   * @param caseHref {@code null} when there is no case
   * @param basis task, role, purpose and reason
   * @param denied whether access was refused
   */
  public record Row(
      String when,
      String user,
      String unit,
      String operation,
      String icon,
      String color,
      String concerns,
      String caseNo,
      String caseHref,
      String basis,
      boolean denied) {}
}
