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
  private UUID takenId;
  private String answerWords;

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

  /**
   * @param words what goes with a choice, or null
   * @param taken how it came when intake typed it; null when the referrer answered here
   */
  void answered(String answer, String words, Instant at, AnswerTaken taken) {
    this.answer = answer;
    this.answerWords = words;
    this.answeredAt = at;
    this.takenId = taken == null ? null : taken.id();
  }

  void reminded(Instant at) {
    remindedAt = at;
  }

  /** When the referrer last heard that this is asked. */
  Instant lastAskedAt() {
    return remindedAt == null ? askedAt : remindedAt;
  }

  UUID referralId() {
    return referralId;
  }

  String item() {
    return item;
  }

  Instant askedAt() {
    return askedAt;
  }

  String answer() {
    return answer;
  }

  String answerWords() {
    return answerWords;
  }

  Instant answeredAt() {
    return answeredAt;
  }

  /** Id of how it came, or null when the referrer answered here or has not answered. */
  UUID takenId() {
    return takenId;
  }

  boolean open() {
    return askedAt != null && answeredAt == null;
  }
}
