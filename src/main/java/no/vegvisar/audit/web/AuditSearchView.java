package no.vegvisar.audit.web;

import java.util.List;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PaginationView;
import no.vegvisar.ui.ProblemView;

/**
 * The newest cases and the search: what {@code audit/search.html} draws. The search is posted to
 * {@code /audit} ({@code case}, {@code purpose}), so nothing about a person ends up in an address;
 * the purpose is required and stored with the search.
 *
 * @param caseNo typed last time; may be {@code null}
 * @param seal whether the log is unbroken
 * @param rows newest first
 * @param total how many
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
   * A case, by number and times only.
   *
   * @param phase where it is, in the reader's language
   * @param closed {@code null} while it is open
   */
  public record Row(
      String opened, String caseNo, String caseHref, String phase, String unit, String closed) {}
}
