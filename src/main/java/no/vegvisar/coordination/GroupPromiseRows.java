package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Promises made in groups. */
interface GroupPromiseRows extends Repository<GroupEntities.Promise, UUID> {

  GroupEntities.Promise save(GroupEntities.Promise row);

  Optional<GroupEntities.Promise> findById(UUID id);

  List<GroupEntities.Promise> findByGroupIdOrderByDueOn(UUID groupId);
}
