package no.vegvisar.correspondence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.State;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;

/** A letter: its PDF is a document of the case, its state tells what became of it. */
@Entity
@Table(name = "letter")
class LetterEntity {

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private String template;
  private String recipientKind;
  private String language;
  private String recipientUser;
  private UUID documentId;
  private String state;
  private Instant writtenAt;
  private Instant sentAt;
  private UUID replaces;
  private UUID supersededBy;
  private boolean byPost;
  private boolean lacksAddress;
  private String holdReason;
  private LocalDate postedOn;
  private String senderUnit;

  protected LetterEntity() {}

  static LetterEntity written(UUID id, Letters.Draft draft, UUID documentId, Instant at) {
    var letter = new LetterEntity();
    letter.id = id;
    letter.caseNo = draft.caseNo().value();
    letter.template = draft.template();
    letter.recipientKind = draft.to().name();
    letter.language = draft.language().code();
    letter.recipientUser = draft.recipientUserId();
    letter.senderUnit = draft.senderUnit();
    letter.documentId = documentId;
    letter.state = State.WRITTEN.name();
    letter.writtenAt = at;
    letter.lacksAddress =
        draft.to() == To.REFERRER
            && draft.recipientUserId() == null
            && draft.addressLines().isEmpty();
    return letter;
  }

  /** A letter that was replaced stays replaced, whatever becomes of its paper. */
  void become(State next) {
    if (supersededBy == null) {
      state = next.name();
    }
  }

  void sent(Instant at) {
    become(State.SENT);
    sentAt = at;
  }

  void goesByPost() {
    byPost = true;
  }

  void held(String why) {
    become(State.HELD);
    holdReason = why;
  }

  void postedOn(LocalDate day) {
    postedOn = day;
    lacksAddress = false;
    holdReason = null;
  }

  /** Nobody has said where the receiver lives, so no envelope can be written. */
  boolean lacksAddress() {
    return lacksAddress;
  }

  boolean byPost() {
    return byPost;
  }

  String holdReason() {
    return state() == State.FAILED ? "fault" : holdReason;
  }

  LocalDate postedOn() {
    return postedOn;
  }

  void replaces(UUID replaced) {
    replaces = replaced;
  }

  void superseded(UUID by) {
    become(State.SUPERSEDED);
    supersededBy = by;
  }

  State state() {
    return State.valueOf(state);
  }

  /** Whose letterhead it has; null for letters from before this was kept. */
  String senderUnit() {
    return senderUnit;
  }

  String recipientUser() {
    return recipientUser;
  }

  Letter view() {
    return new Letter(
        id,
        new CaseNo(caseNo),
        template,
        To.valueOf(recipientKind),
        Language.ofCode(language),
        documentId,
        state(),
        writtenAt,
        sentAt,
        replaces,
        supersededBy);
  }
}
