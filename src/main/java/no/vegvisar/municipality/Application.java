package no.vegvisar.municipality;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.kernel.CaseNo;

/**
 * What the municipality was asked, and what it decided; nothing of the clinic's record (decisions
 * 23).
 */
@Entity
@Table(name = "municipal_application")
class Application {

  @Id String caseNo;
  @Version Long version;
  String requestId;
  String kind;
  String fromBody;
  String toUnit;
  String content;
  Instant receivedAt;
  Instant takenFurtherAt;
  Instant closedBySender;
  Boolean granted;
  String services;
  LocalDate startsOn;
  LocalDate reviewBy;
  String reason;
  String answerText;
  String decidedBy;
  Instant decidedAt;
  String coordinator;
  String planOffered;
  String endedHow;
  Instant endedAt;

  CaseNo number() {
    return new CaseNo(caseNo);
  }

  /** What was granted; empty before, and for a hand-over. */
  List<String> services() {
    return services == null || services.isBlank() ? List.of() : List.of(services.split(","));
  }

  boolean handover() {
    return kind.equals("HANDOVER");
  }
}
