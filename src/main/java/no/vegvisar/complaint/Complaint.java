package no.vegvisar.complaint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.UserId;

/**
 * One complaint as it is now. Who decided what is complained about is kept as it was on the day the
 * complaint came: a new decision later does not change who may review this one.
 */
@Entity
@Table(name = "complaint")
class Complaint {

  enum State {
    RECEIVED,
    WAITS_FOR_POWER,
    TO_REVIEW,
    UPHELD,
    TO_FORWARD,
    FORWARDED,
    CHANGED,
    STANDS,
    CARRIED_OUT,
    WITHDRAWN;

    /** Whether there is still something to take back. */
    boolean withdrawable() {
      return this == RECEIVED
          || this == WAITS_FOR_POWER
          || this == TO_REVIEW
          || this == TO_FORWARD
          || this == FORWARDED;
    }

    boolean ended() {
      return this == STANDS || this == CARRIED_OUT || this == WITHDRAWN;
    }
  }

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private UUID submissionId;
  private String state;
  private Instant receivedAt;
  private String channel;
  private String about;
  private String words;
  private String wanted;
  private String complainant;
  private String complainantName;
  private String complainantAddress;
  private String powerOfAttorney;
  private String language;
  private String decisionPreparedBy;
  private String decisionSignedBy;
  private Instant toldAt;
  private String registeredBy;
  private Instant registeredAt;
  private String inTime;
  private String lateReason;
  private String standing;
  private String consideredReason;
  private String consideredBy;
  private String reviewOutcome;
  private String reviewReason;
  private String reviewedBy;
  private Instant reviewedAt;
  private String remedy;
  private String remedyWords;
  private String partWords;
  private String partDone;
  private Instant partDoneAt;
  private String documents = "[]";
  private String leftOutReason;
  private Instant forwardedAt;
  private String result;
  private LocalDate resultOn;
  private String resultReason;
  private String done;
  private Instant endedAt;
  private String withdrawnReason;

  protected Complaint() {}

  static Complaint received(Submission form, String aboutJson) {
    var complaint = new Complaint();
    complaint.id = Ids.next();
    complaint.caseNo = form.caseNo().value();
    complaint.submissionId = form.id();
    complaint.state = State.RECEIVED.name();
    complaint.receivedAt = form.instant("receivedAt").orElse(form.at());
    complaint.channel = form.text("channel");
    complaint.about = aboutJson;
    complaint.words = form.text("words");
    complaint.wanted = form.text("wanted");
    complaint.complainant = form.text("complainant");
    complaint.complainantName = form.text("complainantName");
    complaint.complainantAddress = form.text("complainantAddress");
    complaint.powerOfAttorney = form.text("powerOfAttorney");
    complaint.language =
        form.text("writtenStandard") == null || form.is("writtenStandard", "unknown")
            ? null
            : form.text("writtenStandard");
    complaint.registeredBy = form.by().value();
    complaint.registeredAt = form.at();
    return complaint;
  }

  void against(UserId preparedBy, UserId signedBy, Instant told) {
    decisionPreparedBy = preparedBy.value();
    decisionSignedBy = signedBy.value();
    toldAt = told;
  }

  void considered(Submission form) {
    inTime = form.text("inTime");
    lateReason = form.text("lateReason");
    standing = form.text("standing");
    if (!byPatient()) {
      // what the specialist found goes before what was said at the desk
      powerOfAttorney =
          switch (standing) {
            case "missing" -> "missing";
            case "powerOfAttorney" -> "given";
            case "byLaw" -> "byLaw";
            default -> powerOfAttorney;
          };
    }
    consideredReason = form.text("reason");
    consideredBy = form.by().value();
    state =
        (form.is("waitForPowerOfAttorney", "yes") ? State.WAITS_FOR_POWER : State.TO_REVIEW).name();
  }

  void powerOfAttorney(boolean came) {
    powerOfAttorney = came ? "given" : "missing";
    standing = came ? "powerOfAttorney" : "missing";
    state = State.TO_REVIEW.name();
  }

  void reviewed(Submission form, String documentsJson) {
    reviewOutcome = form.text("reviewOutcome");
    reviewReason = form.text("reason");
    reviewedBy = form.by().value();
    reviewedAt = form.at();
    remedy = form.text("remedy");
    remedyWords = form.text("remedyWords");
    partWords = form.text("partWords");
    documents = documentsJson;
    leftOutReason = form.text("leftOutReason");
    state = (form.is("reviewOutcome", "upheld") ? State.UPHELD : State.TO_FORWARD).name();
  }

  void forwarded(Instant at) {
    forwardedAt = at;
    state = State.FORWARDED.name();
  }

  void resultCame(Submission form) {
    boolean changed = form.is("complaintResult", "changed");
    result = form.text("complaintResult");
    resultOn = form.date("resultOn").orElse(null);
    resultReason = form.text("reason");
    remedy = form.text("remedy");
    remedyWords = form.text("remedyWords");
    state = (changed ? State.CHANGED : State.STANDS).name();
    endedAt = changed ? null : form.at();
  }

  void carriedOut(String words, Instant at) {
    done = words;
    endedAt = at;
    state = State.CARRIED_OUT.name();
  }

  /** What was upheld is done; the rest of the complaint goes its own way. */
  void partCarriedOut(String words, Instant at) {
    partDone = words;
    partDoneAt = at;
  }

  void withdrawn(String reason, Instant at) {
    withdrawnReason = reason;
    endedAt = at;
    state = State.WITHDRAWN.name();
  }

  UUID id() {
    return id;
  }

  long version() {
    return version == null ? 0 : version;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  State state() {
    return State.valueOf(state);
  }

  Instant receivedAt() {
    return receivedAt;
  }

  String channel() {
    return channel;
  }

  String aboutJson() {
    return about;
  }

  String words() {
    return words;
  }

  String wanted() {
    return wanted;
  }

  String complainant() {
    return complainant;
  }

  boolean byPatient() {
    return "patient".equals(complainant);
  }

  String complainantName() {
    return complainantName;
  }

  String complainantAddress() {
    return complainantAddress;
  }

  String powerOfAttorney() {
    return powerOfAttorney;
  }

  /**
   * Whether somebody complains for the patient without the right to: they are told nothing about
   * the patient. What is said of it in either place counts.
   */
  boolean powerMissing() {
    return !byPatient() && ("missing".equals(powerOfAttorney) || "missing".equals(standing));
  }

  /** As whoever complains wants letters; null when not asked. */
  Language language() {
    return language == null
        ? null
        : switch (language) {
          case "nn" -> Language.NN;
          case "nb" -> Language.NB;
          default -> Language.EN;
        };
  }

  /** Whether this person prepared or signed the decision that is complained about. */
  boolean decidedBy(UserId user) {
    return user.value().equals(decisionPreparedBy) || user.value().equals(decisionSignedBy);
  }

  /** Whether nothing had been decided when it came, so that nobody is kept in it. */
  boolean cameBeforeDecision() {
    return decisionSignedBy == null;
  }

  String inTime() {
    return inTime;
  }

  String lateReason() {
    return lateReason;
  }

  String consideredReason() {
    return consideredReason;
  }

  UserId consideredBy() {
    return consideredBy == null ? null : new UserId(consideredBy);
  }

  String reviewOutcome() {
    return reviewOutcome;
  }

  String reviewReason() {
    return reviewReason;
  }

  UserId reviewedBy() {
    return reviewedBy == null ? null : new UserId(reviewedBy);
  }

  String remedy() {
    return remedy;
  }

  String remedyWords() {
    return remedyWords;
  }

  boolean upheldInPart() {
    return "partly".equals(reviewOutcome);
  }

  /**
   * Whether what was upheld in part is still to be done, whatever has become of the rest since: it
   * is sent on, decided or taken back.
   */
  boolean partOwed() {
    return upheldInPart() && partDoneAt == null;
  }

  /** What is done of what was upheld in part; null when it stands in the reason only. */
  String partWords() {
    return partWords;
  }

  String partDone() {
    return partDone;
  }

  String documentsJson() {
    return documents;
  }

  /** Why something that usually goes to the County Governor does not; null when all goes. */
  String leftOutReason() {
    return leftOutReason;
  }

  Instant forwardedAt() {
    return forwardedAt;
  }

  String result() {
    return result;
  }

  LocalDate resultOn() {
    return resultOn;
  }

  String resultReason() {
    return resultReason;
  }

  String done() {
    return done;
  }

  String withdrawnReason() {
    return withdrawnReason;
  }
}
