package no.vegvisar.followup;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All endings, one per case. */
interface CaseEndings extends Repository<CaseEnding, String> {

  CaseEnding save(CaseEnding ending);

  Optional<CaseEnding> findById(String caseNo);
}
