package no.vegvisar.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All cards. */
interface OverdoseReturnRows extends Repository<OverdoseReturn, UUID> {

  OverdoseReturn save(OverdoseReturn card);

  Optional<OverdoseReturn> findById(UUID id);

  Optional<OverdoseReturn> findByNumber(String number);

  List<OverdoseReturn> findByCameAtIsNullAndUntilAtGreaterThanEqualOrderByUntilAt(Instant now);
}
