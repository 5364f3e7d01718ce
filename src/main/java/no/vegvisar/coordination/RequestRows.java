package no.vegvisar.coordination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All requests. */
interface RequestRows extends Repository<RequestEntity, String> {

  RequestEntity save(RequestEntity row);

  Optional<RequestEntity> findById(String id);

  List<RequestEntity> findByCaseNoOrderBySentAt(String caseNo);

  Optional<RequestEntity> findByDisclosureId(UUID disclosureId);

  /** A request that must be there. */
  default RequestEntity row(String requestId) {
    return findById(requestId)
        .orElseThrow(() -> new IllegalStateException("no request " + requestId));
  }
}
