package no.vegvisar.coordination;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Members of groups. */
interface GroupMemberRows extends Repository<GroupEntities.Member, UUID> {

  GroupEntities.Member save(GroupEntities.Member row);

  List<GroupEntities.Member> findByGroupIdAndUntilIsNullOrderById(UUID groupId);
}
