package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/**
 * That the patient was asked about children, what came of it, by whom and when (pathway-facts §5).
 * Append-only.
 */
@Entity
@Table(name = "child_answer")
class ChildAnswer {

  @Id private UUID id;
  @Version private Long version;
  private UUID personId;
  private String caseNo;
  private String answer;
  private String askedBy;
  private Instant askedAt;

  protected ChildAnswer() {}

  static ChildAnswer given(UUID personId, CaseNo caseNo, String answer, UserId by, Instant at) {
    var given = new ChildAnswer();
    given.id = Ids.next();
    given.personId = personId;
    given.caseNo = caseNo.value();
    given.answer = answer;
    given.askedBy = by.value();
    given.askedAt = at;
    return given;
  }

  UUID personId() {
    return personId;
  }

  String answer() {
    return answer;
  }

  UserId askedBy() {
    return new UserId(askedBy);
  }

  Instant askedAt() {
    return askedAt;
  }
}
