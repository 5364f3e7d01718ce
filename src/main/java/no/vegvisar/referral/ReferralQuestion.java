package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.Ids;

/**
 * One item the referral lacked: asked for, perhaps answered. Asking never stops the clock (T01).
 */
@Entity
@Table(name = "referral_question")
class ReferralQuestion {

  @Id private UUID id;
  @Version private Long version;
  private UUID referralId;
  private String item;
  private String weight;
  private Instant askedAt;
  private String answer;
  private Instant answeredAt;
  private Instant remindedAt;

  protected ReferralQuestion() {}

  static ReferralQuestion of(UUID referralId, String item, String weight) {
    var question = new ReferralQuestion();
    question.id = Ids.next();
    question.referralId = referralId;
    question.item = item;
    question.weight = weight;
    return question;
  }

  void asked(Instant at) {
    askedAt = at;
  }

  void answered(String answer, Instant at) {
    this.answer = answer;
    this.answeredAt = at;
  }

  void reminded(Instant at) {
    remindedAt = at;
  }

  /** When the referrer last heard that this is asked. */
  Instant lastAskedAt() {
    return remindedAt == null ? askedAt : remindedAt;
  }

  String item() {
    return item;
  }

  boolean must() {
    return "must".equals(weight);
  }

  Instant askedAt() {
    return askedAt;
  }

  String answer() {
    return answer;
  }

  boolean open() {
    return askedAt != null && answeredAt == null;
  }
}
