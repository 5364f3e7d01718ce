package no.vegvisar.followup;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All deliveries of discharge summaries. */
interface SummaryDeliveries extends Repository<SummaryDelivery, UUID> {

  SummaryDelivery save(SummaryDelivery delivery);

  List<SummaryDelivery> findByCaseNoOrderByReceiver(String caseNo);
}
