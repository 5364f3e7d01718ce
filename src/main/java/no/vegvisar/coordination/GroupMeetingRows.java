package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Meetings of groups. */
interface GroupMeetingRows extends Repository<GroupEntities.Meeting, UUID> {

  GroupEntities.Meeting save(GroupEntities.Meeting row);

  Optional<GroupEntities.Meeting> findById(UUID id);

  List<GroupEntities.Meeting> findByGroupIdOrderByHeldAtDesc(UUID groupId);
}
