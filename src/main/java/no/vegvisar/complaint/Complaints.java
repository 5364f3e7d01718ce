package no.vegvisar.complaint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All complaints; a case may have several. */
interface Complaints extends Repository<Complaint, UUID> {

  Complaint saveAndFlush(Complaint complaint);

  Optional<Complaint> findById(UUID id);

  List<Complaint> findByCaseNoOrderByReceivedAt(String caseNo);
}
