package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Members of groups. */
interface GroupMemberRows extends Repository<GroupEntities.Member, UUID> {

  GroupEntities.Member save(GroupEntities.Member row);

  Optional<GroupEntities.Member> findById(UUID id);

  List<GroupEntities.Member> findByGroupIdAndUntilIsNullOrderById(UUID groupId);

  List<GroupEntities.Member> findByUserIdAndUntilIsNull(String userId);
}
