package no.vegvisar.patient;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;

/**
 * Whose case it is; implemented where cases are kept, so that a person's access blocks reach all
 * their cases.
 */
public interface PersonOfCase {

  Optional<UUID> personOf(CaseNo caseNo);

  /** The same for many cases; one that is not there is left out. */
  Map<CaseNo, UUID> personsOf(Collection<CaseNo> caseNos);
}
