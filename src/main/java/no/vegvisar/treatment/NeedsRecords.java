package no.vegvisar.treatment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All records of mapped needs. */
interface NeedsRecords extends Repository<NeedsRecord, UUID> {

  NeedsRecord save(NeedsRecord needs);

  /** Newest first. */
  List<NeedsRecord> findByCaseNoOrderByRecordNoDesc(String caseNo);
}
