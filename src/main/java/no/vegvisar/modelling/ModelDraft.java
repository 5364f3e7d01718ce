package no.vegvisar.modelling;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/** A changed model that waits for another person, or what became of it. */
@Entity
@Table(name = "model_draft")
class ModelDraft {

  enum State {
    WAITING,
    APPROVED,
    RETURNED
  }

  @Id private UUID id;
  @Version private Long version;
  private String modelKey;
  private String files;
  private String reason;
  private String source;
  private String sendKey;
  private String madeBy;
  private Instant madeAt;
  private int basedOn;
  private String state;
  private String decidedBy;
  private Instant decidedAt;
  private String remark;
  private Integer became;

  protected ModelDraft() {}

  static ModelDraft sent(
      String key,
      String filesJson,
      String reason,
      String source,
      String sendKey,
      UserId by,
      Instant at,
      int basedOn) {
    var draft = new ModelDraft();
    draft.id = Ids.next();
    draft.modelKey = key;
    draft.files = filesJson;
    draft.reason = reason;
    draft.source = source;
    draft.sendKey = sendKey;
    draft.madeBy = by.value();
    draft.madeAt = at;
    draft.basedOn = basedOn;
    draft.state = State.WAITING.name();
    return draft;
  }

  void approved(UserId by, Instant at, String comment, int version) {
    decide(State.APPROVED, by, at, comment);
    became = version;
  }

  void returned(UserId by, Instant at, String comment) {
    decide(State.RETURNED, by, at, comment);
  }

  private void decide(State next, UserId by, Instant at, String comment) {
    state = next.name();
    decidedBy = by.value();
    decidedAt = at;
    remark = comment;
  }

  UUID id() {
    return id;
  }

  String modelKey() {
    return modelKey;
  }

  String files() {
    return files;
  }

  String reason() {
    return reason;
  }

  UserId madeBy() {
    return new UserId(madeBy);
  }

  Instant madeAt() {
    return madeAt;
  }

  int basedOn() {
    return basedOn;
  }

  State state() {
    return State.valueOf(state);
  }

  UserId decidedBy() {
    return decidedBy == null ? null : new UserId(decidedBy);
  }

  Instant decidedAt() {
    return decidedAt;
  }

  String remark() {
    return remark;
  }

  Integer became() {
    return became;
  }
}
