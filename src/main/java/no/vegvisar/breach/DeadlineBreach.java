package no.vegvisar.breach;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/** One start deadline that cannot be kept, or has not been kept (T03). */
@Entity
@Table(name = "deadline_breach")
class DeadlineBreach {

  enum State {
    EXPECTED,
    TO_NOTIFY,
    NOTIFIED,
    AGREED_NOT,
    KEPT,
    OFFER_ACCEPTED,
    PLACE_FOUND,
    BACK_ON_LIST,
    /** The case has stopped, and the breach with it. */
    STOPPED
  }

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private LocalDate deadline;
  private String cause;
  private String words;
  private String state;
  private String openedBy;
  private Instant openedAt;
  private String way;
  private String wayReason;
  private LocalDate agreedOn;
  private String code;
  private String confirmedBy;
  private Instant confirmedAt;
  private Instant notifiedAt;
  private String answer;
  private LocalDate answerOn;
  private String answerDetails;
  private Instant endedAt;
  private String stopCause;
  private Instant helfoDoneAt;

  protected DeadlineBreach() {}

  static DeadlineBreach expected(
      CaseNo caseNo, LocalDate deadline, String cause, String words, UserId by, Instant at) {
    var breach = new DeadlineBreach();
    breach.id = Ids.next();
    breach.caseNo = caseNo.value();
    breach.deadline = deadline;
    breach.cause = cause;
    breach.words = words;
    breach.state = State.EXPECTED.name();
    breach.openedBy = by.value();
    breach.openedAt = at;
    return breach;
  }

  /**
   * @param helfoCode time-stamp code, or null when nothing is reported
   */
  void confirmed(Submission form, String helfoCode) {
    way = form.text("breachWay");
    wayReason = form.text("reason");
    agreedOn = form.date("agreedOn").orElse(null);
    code = helfoCode;
    confirmedBy = form.by().value();
    confirmedAt = form.at();
    state =
        switch (way) {
          case "agreedNot" -> State.AGREED_NOT.name();
          case "kept" -> State.KEPT.name();
          default -> State.TO_NOTIFY.name();
        };
    endedAt = way.equals("helfo") ? null : form.at();
  }

  void notified(Instant at) {
    notifiedAt = at;
    if (state() == State.TO_NOTIFY) {
      state = State.NOTIFIED.name();
    }
  }

  /** Helfo knows that it need not look further. */
  void helfoDone(Instant at) {
    helfoDoneAt = at;
  }

  /**
   * @param why died, withdrew or transferred
   */
  void stopped(String why, Instant at) {
    state = State.STOPPED.name();
    stopCause = why;
    endedAt = at;
  }

  /** Whether Helfo knows of the patient: it was told, or it has answered. */
  boolean helfoKnows() {
    return notifiedAt != null || answer != null && !answer.equals("placeFound");
  }

  /** Whether Helfo goes on looking although nothing is needed any more. */
  boolean helfoWaits() {
    return helfoKnows()
        && helfoDoneAt == null
        && (state() == State.STOPPED || state() == State.PLACE_FOUND);
  }

  void answered(Submission form) {
    answer = form.text("helfoAnswer");
    answerOn = form.date("on").orElse(null);
    answerDetails = form.text("details");
    State came =
        switch (answer) {
          case "offerAccepted" -> State.OFFER_ACCEPTED;
          case "placeFound" -> State.PLACE_FOUND;
          case "backOnList" -> State.BACK_ON_LIST;
          default -> State.NOTIFIED;
        };
    state = came.name();
    endedAt = came == State.NOTIFIED ? null : form.at();
  }

  /** Whether this breach already answers for this deadline: it runs, was notified or agreed on. */
  boolean coversPassing(LocalDate of) {
    return endedAt == null
        || deadline.equals(of) && state() != State.KEPT && state() != State.STOPPED;
  }

  UUID id() {
    return id;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  LocalDate deadline() {
    return deadline;
  }

  String cause() {
    return cause;
  }

  String words() {
    return words;
  }

  /** Whether it was opened by these very words: the same page, sent again. */
  boolean told(String sameCause, String sameWords) {
    return Objects.equals(cause, sameCause)
        && Objects.equals(words, sameWords == null ? null : sameWords.strip());
  }

  State state() {
    return State.valueOf(state);
  }

  Instant openedAt() {
    return openedAt;
  }

  String way() {
    return way;
  }

  String wayReason() {
    return wayReason;
  }

  LocalDate agreedOn() {
    return agreedOn;
  }

  String code() {
    return code;
  }

  UserId confirmedBy() {
    return confirmedBy == null ? null : new UserId(confirmedBy);
  }

  Instant notifiedAt() {
    return notifiedAt;
  }

  String answer() {
    return answer;
  }

  LocalDate answerOn() {
    return answerOn;
  }

  String answerDetails() {
    return answerDetails;
  }

  String stopCause() {
    return stopCause;
  }

  Instant helfoDoneAt() {
    return helfoDoneAt;
  }

  boolean ended() {
    return endedAt != null;
  }
}
