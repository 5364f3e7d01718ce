package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * A card agreed after a treated overdose: an open return for some hours, without a new referral. It
 * ends by itself, by the clock alone; without a case it names nobody.
 */
@Entity
@Table(name = "overdose_return")
class OverdoseReturn {

  @Id private UUID id;
  @Version private Long version;
  private String number;
  private String caseNo;
  private String agreedBy;
  private Instant agreedAt;
  private Instant untilAt;
  private Instant cameAt;
  private String receivedBy;

  protected OverdoseReturn() {}

  static OverdoseReturn agreed(
      UUID id, String number, CaseNo caseNoOrNull, UserId by, Instant at, Instant until) {
    var card = new OverdoseReturn();
    card.id = id;
    card.number = number;
    card.caseNo = caseNoOrNull == null ? null : caseNoOrNull.value();
    card.agreedBy = by.value();
    card.agreedAt = at;
    card.untilAt = until;
    return card;
  }

  void came(Instant at, UserId by) {
    cameAt = at;
    receivedBy = by.value();
  }

  boolean openAt(Instant now) {
    return cameAt == null && !now.isAfter(untilAt);
  }

  String number() {
    return number;
  }

  /** Null when it was agreed without a case. */
  CaseNo caseNo() {
    return caseNo == null ? null : new CaseNo(caseNo);
  }

  Instant untilAt() {
    return untilAt;
  }

  Instant cameAt() {
    return cameAt;
  }
}
