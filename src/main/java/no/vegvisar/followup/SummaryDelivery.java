package no.vegvisar.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;

/** What came of one chosen receiver of the discharge summary. Never changed afterwards. */
@Entity
@Table(name = "summary_delivery")
class SummaryDelivery {

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private String receiver;
  private UUID letterId;
  private String withheld;
  private Instant at;

  protected SummaryDelivery() {}

  static SummaryDelivery sent(CaseNo caseNo, String receiver, UUID letterId, Instant at) {
    var delivery = of(caseNo, receiver, at);
    delivery.letterId = letterId;
    return delivery;
  }

  /**
   * @param why no-legal-base, not-health-personnel or unknown
   */
  static SummaryDelivery withheld(CaseNo caseNo, String receiver, String why, Instant at) {
    var delivery = of(caseNo, receiver, at);
    delivery.withheld = why;
    return delivery;
  }

  private static SummaryDelivery of(CaseNo caseNo, String receiver, Instant at) {
    var delivery = new SummaryDelivery();
    delivery.id = Ids.next();
    delivery.caseNo = caseNo.value();
    delivery.receiver = receiver;
    delivery.at = at;
    return delivery;
  }

  String withheld() {
    return withheld;
  }
}
