package no.vegvisar.casefile;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, UUID> personsOf(Collection<CaseNo> caseNos) {
    return cases.findAllById(caseNos.stream().map(CaseNo::value).toList()).stream()
        .collect(Collectors.toMap(c -> new CaseNo(c.caseNo), c -> c.personId));
  }
}
