package no.vegvisar.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All cases of other bodies. */
interface OtherBodyCases extends Repository<OtherBodyCase, UUID> {

  OtherBodyCase save(OtherBodyCase file);

  Optional<OtherBodyCase> findById(UUID id);

  List<OtherBodyCase> findByCaseNoOrderByNotedAt(String caseNo);
}
