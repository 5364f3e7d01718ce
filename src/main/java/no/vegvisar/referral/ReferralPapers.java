package no.vegvisar.referral;

import java.time.format.DateTimeFormatter;
import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;

/** What lies with a referral as files: the scanned letter of a sender on paper, or attachments. */
public final class ReferralPapers {

  /** A scan bears the reference as its name, so that no name of a person stands in one. */
  private static final String SCAN = "R\\d{2}-\\d{7}-\\d\\..*";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private ReferralPapers() {}

  /**
   * @param href opening it is logged
   */
  public record Paper(String name, String when, String href, boolean scan) {}

  /** Oldest first. */
  public static List<Paper> of(Documents documents, CaseNo caseNo) {
    return documents.ofCase(caseNo).stream()
        .filter(d -> d.thing() == Thing.REFERRAL)
        .map(
            d ->
                new Paper(
                    d.name(),
                    DAY.format(OsloTime.dateOf(d.at())),
                    "/cases/" + caseNo + "/documents/" + d.id(),
                    d.name().matches(SCAN)))
        .toList();
  }
}
