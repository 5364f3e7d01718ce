package no.vegvisar.deadline;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CauseRows extends Repository<CauseEntity, UUID> {

  CauseEntity save(CauseEntity cause);

  List<CauseEntity> findByClockIdOrderByAt(UUID clockId);

  List<CauseEntity> findByClockIdInOrderByAt(Collection<UUID> clockIds);
}
