package no.vegvisar.referral;

import no.vegvisar.kernel.CaseNo;

/** Whether the right to care has been granted and signed; implemented by {@code assessment}. */
public interface RightOnRecord {

  boolean granted(CaseNo caseNo);
}
