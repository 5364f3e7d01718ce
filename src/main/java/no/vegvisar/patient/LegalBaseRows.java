package no.vegvisar.patient;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface LegalBaseRows extends JpaRepository<LegalBaseEntity, UUID> {

  List<LegalBaseEntity> findByPersonIdOrderByRecordedAt(UUID personId);
}
