package no.vegvisar.audit.web;

import java.util.List;
import java.util.Map;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;

/**
 * How one case went: what {@code audit/case.html} draws. Neutral: an auditor sees the case number,
 * not the person, unless the role allows more.
 *
 * @param facts process and version, started, time so far
 * @param seal of this case's own chain
 * @param processes the case's processes, {@code current} on the one shown
 * @param xmlHref exactly the version this case ran on; {@code null} when nothing ran
 * @param active ids where it is now
 * @param done ids it has passed
 * @param counts a short note per id, e.g. how long it took
 * @param steps the same in words, in the order it happened
 * @param events of the ledger, oldest first
 * @param reads who opened the case
 */
public record AuditCaseView(
    String caseNo,
    List<FactView> facts,
    AuditSearchView.Seal seal,
    List<LinkView> processes,
    String xmlHref,
    List<String> active,
    List<String> done,
    Map<String, String> counts,
    List<Step> steps,
    List<Event> events,
    List<Read> reads,
    List<LinkView> exports) {

  /**
   * @param ended {@code null} while it goes on
   * @param late whether it took longer than its deadline
   */
  public record Step(
      String name, String who, String started, String ended, String lasted, boolean late) {}

  /**
   * @param number of the event in this case
   * @param changes what was recorded, as labels and values this reader may see
   * @param erased whether the content has been erased by order; the link of the chain still holds
   */
  public record Event(
      long number, String when, String who, String what, List<FactView> changes, boolean erased) {}

  /**
   * @param marked whether it was without a care relation (emergency access)
   */
  public record Read(
      String when, String who, String unit, String what, String basis, boolean marked) {}

  public String activeIds() {
    return String.join(" ", active);
  }

  public String doneIds() {
    return String.join(" ", done);
  }
}
