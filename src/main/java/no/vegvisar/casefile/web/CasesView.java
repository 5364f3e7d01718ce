package no.vegvisar.casefile.web;

import java.util.List;

/**
 * What {@code casefile/list.html} draws: heads of cases.
 *
 * @param title heading in the reader's language
 * @param searched whether these are hits of a search
 */
public record CasesView(String title, boolean searched, List<Row> rows) {

  /**
   * @param bornText dd.mm.yyyy or null; never a national id
   * @param stateText phase, or why the case was closed
   */
  public record Row(
      String href,
      String caseNo,
      String patientName,
      String bornText,
      boolean protectedAddress,
      String stateText,
      String unitText,
      String openedText) {}
}
