package no.vegvisar.casefile;

import no.vegvisar.kernel.CaseNo;

/**
 * Hears that a case moved to another unit, in the same transaction; implemented by those who keep
 * something by unit.
 */
public interface CaseMoves {

  void moved(CaseNo caseNo);
}
