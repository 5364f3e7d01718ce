package no.vegvisar.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;

@Entity
@Table(name = "case_file")
class CaseFileEntity {

  @Id String caseNo;
  @Version Long version;

  @Enumerated(EnumType.STRING)
  CaseKind kind;

  String body;
  String unit;
  UUID personId;

  @Enumerated(EnumType.STRING)
  Phase phase;

  Instant openedAt;
  Instant closedAt;
  String closeReason;

  protected CaseFileEntity() {}

  static CaseFileEntity opened(
      CaseNo caseNo, CaseKind kind, String body, String unit, UUID personId, Instant at) {
    CaseFileEntity made = new CaseFileEntity();
    made.caseNo = caseNo.value();
    made.kind = kind;
    made.body = body;
    made.unit = unit;
    made.personId = personId;
    made.phase = kind == CaseKind.CLINIC ? Phase.REFERRAL : Phase.APPLICATION;
    made.openedAt = at;
    return made;
  }

  CaseSummary view() {
    return new CaseSummary(
        new CaseNo(caseNo), kind, body, unit, personId, phase, openedAt, closedAt, closeReason);
  }
}
