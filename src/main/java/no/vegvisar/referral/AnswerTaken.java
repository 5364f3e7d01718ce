package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.organisation.UserId;

/** How an answer of the referrer came that intake typed: by which way, when, from whom. */
@Entity
@Table(name = "referral_answer_taken")
class AnswerTaken {

  @Id private UUID id;
  @Version private Long version;
  private UUID referralId;
  private String channel;
  private Instant receivedAt;
  private String answeredBy;
  private UUID documentId;
  private String notedBy;
  private Instant notedAt;

  protected AnswerTaken() {}

  static AnswerTaken noted(
      UUID id,
      Referral referral,
      String channel,
      Instant receivedAt,
      String answeredBy,
      UUID scanOrNull,
      UserId by,
      Instant at) {
    var taken = new AnswerTaken();
    taken.id = id;
    taken.referralId = referral.id();
    taken.channel = channel;
    taken.receivedAt = receivedAt;
    taken.answeredBy = answeredBy;
    taken.documentId = scanOrNull;
    taken.notedBy = by.value();
    taken.notedAt = at;
    return taken;
  }

  UUID id() {
    return id;
  }

  String channel() {
    return channel;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  String answeredBy() {
    return answeredBy;
  }

  boolean scanned() {
    return documentId != null;
  }
}
