package no.vegvisar.modelling.web;

import java.util.List;

/**
 * All processes in use: what {@code modelling/list.html} draws.
 *
 * @param newHref where a new process starts; {@code null} when the reader may only look
 */
public record ProcessListView(String newHref, List<Row> rows) {

  /**
   * @param name in the reader's language
   * @param version in use, e.g. "v8"; {@code null} before the first
   * @param running cases running now
   * @param older of those, on an older version
   * @param incidents jobs that stopped
   * @param draft e.g. "v9 awaits approval"; {@code null} for none
   * @param draftHref where that draft is; {@code null} for none
   * @param draftWaits whether it awaits approval
   */
  public record Row(
      String name,
      String href,
      String version,
      long running,
      long older,
      long incidents,
      String draft,
      String draftHref,
      boolean draftWaits,
      String owner,
      String changed) {}
}
