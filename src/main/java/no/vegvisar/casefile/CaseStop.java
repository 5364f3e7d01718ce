package no.vegvisar.casefile;

import no.vegvisar.kernel.CaseNo;

/**
 * Hears that care stops: what is queued is cancelled, requests withdrawn, clocks of care ended.
 * Complaints, statutory duties and bereaved children go on (decisions 30). Implemented by each
 * module that holds something to stop.
 */
public interface CaseStop {

  enum Reason {
    DIED,
    WITHDREW,
    TRANSFERRED
  }

  void stop(CaseNo caseNo, Reason reason);
}
