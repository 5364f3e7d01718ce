package no.vegvisar.casefile;

import java.time.LocalDate;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/**
 * What somebody owes a person beside the tasks of the case's process, and after it: it lies in the
 * worklist until it is settled. Implemented by {@code worklist}.
 */
public interface CaseDuties {

  /**
   * @param kind word for what it is, e.g. child-duty
   * @param caseNo null when the one who owes it must not know the case's number
   * @param role whose queue it lies in, with the unit of the case; null when only the assignee's
   * @param assignee or null for whoever has the role
   * @param titleKey message key of the title; never a person's name
   * @param due last day, or null
   * @param link where it is settled
   * @param key unique: owed twice it stands once
   * @param byCause whether only {@link #settled} takes it off, and nobody by hand
   */
  record Duty(
      String kind,
      CaseNo caseNo,
      Role role,
      UserId assignee,
      String titleKey,
      LocalDate due,
      String link,
      String key,
      boolean byCause) {}

  /** Puts it in the list, in the caller's transaction. */
  void owed(Duty duty);

  /** Takes it off; nothing when it is off already. */
  void settled(String key);
}
