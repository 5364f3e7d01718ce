package no.vegvisar.access;

import java.time.Instant;
import java.util.List;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/** Who opened what of a case (rule 4; pathway-facts §6). Append-only; sealed by the minute. */
public interface ReadLog {

  /** One opening. {@code unit} is the reader's unit on that ground, or null. */
  record Reading(
      Instant at,
      UserId reader,
      UserId onBehalfOf,
      String body,
      String unit,
      String role,
      CaseNo caseNo,
      Thing thing,
      String what,
      Purpose purpose,
      String ground) {}

  /**
   * Whether the seals hold.
   *
   * @param whole the seals follow each other, no sealed minute has gained or lost a row, and the
   *     minutes with openings of this case hold what they held when they were sealed
   * @param minutes sealed minutes with openings of this case; the newest are sealed after two
   *     minutes
   */
  record SealReport(boolean whole, long minutes) {}

  /** Checks the seals as far as they concern this case. */
  SealReport checkSeals(CaseNo caseNo);

  /** All openings of a case, oldest first. */
  List<Reading> of(CaseNo caseNo);
}
