package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All disclosures. */
interface DisclosureRows extends Repository<DisclosureEntity, UUID> {

  DisclosureEntity save(DisclosureEntity row);

  Optional<DisclosureEntity> findById(UUID id);

  List<DisclosureEntity> findByCaseNoOrderByDisclosedAtDesc(String caseNo);

  List<DisclosureEntity> findByBaseIdAndEndedAtIsNull(UUID baseId);
}
