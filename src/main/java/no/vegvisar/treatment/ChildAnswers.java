package no.vegvisar.treatment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All answers about children. */
interface ChildAnswers extends Repository<ChildAnswer, UUID> {

  ChildAnswer save(ChildAnswer answer);

  Optional<ChildAnswer> findFirstByPersonIdOrderByAskedAtDescIdDesc(UUID personId);

  List<ChildAnswer> findByPersonIdInOrderByAskedAtAscIdAsc(Collection<UUID> personIds);
}
