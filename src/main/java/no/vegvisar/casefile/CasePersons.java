package no.vegvisar.casefile;

import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.PersonOfCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CasePersons implements PersonOfCase {

  private final CaseFileRows cases;

  CasePersons(CaseFileRows cases) {
    this.cases = cases;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UUID> personOf(CaseNo caseNo) {
    return cases.findById(caseNo.value()).map(c -> c.personId);
  }
}
