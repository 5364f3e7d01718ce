package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All groups. */
interface GroupRows extends Repository<GroupEntities.Group, UUID> {

  GroupEntities.Group save(GroupEntities.Group row);

  Optional<GroupEntities.Group> findById(UUID id);

  Optional<GroupEntities.Group> findByPersonIdAndEndedAtIsNull(UUID personId);

  List<GroupEntities.Group> findByCaseNoOrderByOpenedAtDesc(String caseNo);
}
