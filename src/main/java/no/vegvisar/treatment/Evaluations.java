package no.vegvisar.treatment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All evaluations. */
interface Evaluations extends Repository<Evaluation, UUID> {

  Evaluation save(Evaluation evaluation);

  /** Newest first. */
  List<Evaluation> findByCaseNoOrderByNthDesc(String caseNo);
}
