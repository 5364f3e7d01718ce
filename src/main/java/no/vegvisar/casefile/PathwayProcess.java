package no.vegvisar.casefile;

import no.vegvisar.kernel.CaseNo;

/** What the case tells its process, treatment-pathway. */
public interface PathwayProcess {

  /** Starts the pathway in the transaction that opened the case. */
  void referralReceived(CaseNo caseNo, String referralId);

  void patientDied(CaseNo caseNo);

  void patientWithdrew(CaseNo caseNo);

  void caseTransferred(CaseNo caseNo);

  void consentWithdrawn(CaseNo caseNo);

  void requestOpened(CaseNo caseNo, String requestId);

  void groupOpened(CaseNo caseNo, String groupId);
}
