package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Words for the municipality, one row per case. */
interface WishRows extends Repository<WishEntity, String> {

  WishEntity save(WishEntity row);

  Optional<WishEntity> findById(String id);

}
