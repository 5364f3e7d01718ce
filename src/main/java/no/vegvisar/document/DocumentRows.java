package no.vegvisar.document;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DocumentRows extends JpaRepository<DocumentEntity, UUID> {

  List<DocumentEntity> findByCaseNoOrderByAt(String caseNo);
}
