package no.vegvisar.treatment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All duties towards children. */
interface ChildDuties extends Repository<ChildDuty, UUID> {

  ChildDuty save(ChildDuty duty);

  Optional<ChildDuty> findFirstByPersonIdAndState(UUID personId, String state);
}
