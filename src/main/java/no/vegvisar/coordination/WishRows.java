package no.vegvisar.coordination;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Words for the municipality, one row per case. */
interface WishRows extends Repository<WishEntity, String> {

  WishEntity save(WishEntity row);

  Optional<WishEntity> findById(String id);
}
