package no.vegvisar.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All letters. */
interface LetterRows extends Repository<LetterEntity, UUID> {

  LetterEntity save(LetterEntity letter);

  Optional<LetterEntity> findById(UUID id);

  List<LetterEntity> findByCaseNoOrderByWrittenAtAscIdAsc(String caseNo);
}
