package no.vegvisar.access;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/**
 * What ties people to a case (cast §2.4). Modules tell; access remembers and forgets. Each call is
 * idempotent.
 */
public interface Relations {

  /** The case now lies in this unit (of this body); replaces the unit before. */
  void caseInUnit(CaseNo caseNo, String body, String unit);

  /** The case has left its unit for good (closed longer than the house keeps it open). */
  void caseLeftUnits(CaseNo caseNo);

  /** A user task is open for a role in a unit; content opens only after claim. */
  void taskOpened(CaseNo caseNo, String taskId, Role role, String unit);

  /** The task was claimed by, handed to or put back (null) by a user. */
  void taskAssigned(String taskId, UserId assignee);

  void taskClosed(String taskId);

  /** The user is on the team of the case (therapist, doctor, municipal coordinator …). */
  void teamMember(CaseNo caseNo, UserId user, Role as);

  void teamMemberLeft(CaseNo caseNo, UserId user, Role as);

  /** Nobody is on the team of the case any more. */
  void teamLeft(CaseNo caseNo);

  /**
   * Something was disclosed to a unit of another body about this case; key is the disclosure's id.
   */
  void disclosedTo(CaseNo caseNo, String body, String unit, String disclosureId);

  void disclosureEnded(String disclosureId);

  /** The user may see this thing of this case through a group, a mandate or their own referral. */
  void special(CaseNo caseNo, UserId user, String ground, String key);

  void specialEnded(String ground, String key);
}
