package no.vegvisar.correspondence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All letters. */
interface LetterRows extends Repository<LetterEntity, UUID> {

  LetterEntity save(LetterEntity letter);

  Optional<LetterEntity> findById(UUID id);

  List<LetterEntity> findTop200ByByPostTrueAndStateInOrderByWrittenAt(Collection<String> states);

  List<LetterEntity> findTop100ByByPostTrueAndStateAndSentAtBetweenOrderBySentAtDesc(
      String state, Instant from, Instant to);

  int countByByPostTrueAndStateInAndCaseNoStartingWith(Collection<String> states, String kind);

  List<LetterEntity> findByCaseNoOrderByWrittenAtAscIdAsc(String caseNo);
}
