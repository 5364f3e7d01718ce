package no.vegvisar.breach;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All breaches of start deadlines. */
interface DeadlineBreaches extends Repository<DeadlineBreach, UUID> {

  DeadlineBreach saveAndFlush(DeadlineBreach breach);

  Optional<DeadlineBreach> findById(UUID id);

  List<DeadlineBreach> findByCaseNoOrderByOpenedAt(String caseNo);

  boolean existsByCaseNo(String caseNo);
}
