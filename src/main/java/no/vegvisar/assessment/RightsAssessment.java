package no.vegvisar.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * Whether the patient has a right to necessary care, at which level, where and by when (pbrl 2-1b,
 * 2-2).
 */
@Entity
@Table(name = "rights_assessment")
class RightsAssessment {

  enum State {
    BEGUN,
    PREPARED,
    SENT_BACK,
    SIGNED,
    TOLD
  }

  /**
   * What the team proposes; dates and levels only when right is granted.
   *
   * @param levelDiffers why another level than the patient wished, or null
   * @param place where care is given, or who takes the case
   * @param offers talks, group: what is offered first; empty when the therapist finds out (S5)
   * @param meetingForm clinic, video, phone: how the first appointment is held, or null (S15)
   * @param deadlineReason why the deadline is later than the cap under 23, or null
   * @param appointmentWeek first day of the week of the appointment, when no time is set; or null
   * @param elsewhere care that is enough, or the advice
   * @param handOver agrees, no, notAsked: whether the municipality may be told of a refusal
   */
  record Proposal(
      String outcome,
      List<String> levels,
      String levelDiffers,
      String place,
      String placeDiffers,
      List<String> offers,
      LocalDate deadline,
      String deadlineReason,
      Instant firstAppointment,
      LocalDate appointmentWeek,
      String meetingForm,
      String reason,
      String elsewhere,
      String handOver,
      List<String> participants) {}

  @Id private String caseNo;
  @Version private Long version;
  private String outcome;
  private String levels = "[]";
  private String levelDiffers;
  private String place;
  private String placeDiffers;
  private String offers = "[]";
  private LocalDate deadline;
  private String deadlineReason;
  private Instant firstAppointment;
  private LocalDate appointmentWeek;
  private String meetingForm;
  private String reason;
  private String elsewhere;
  private String handOver;
  private String participants = "[]";
  private String guidance = "[]";
  private String state;
  private String preparedBy;
  private Instant preparedAt;
  private String signedBy;
  private Instant signedAt;
  private String sentBackBy;
  private String sentBackCause;
  private String sentBackWords;
  private UUID patientLetter;
  private UUID referrerLetter;
  private UUID correctedLetter;
  private String correctedBy;
  private String standing;
  private String outcomeBefore;
  private UUID replacedLetter;
  private Instant toldAt;

  protected RightsAssessment() {}

  static RightsAssessment begun(CaseNo caseNo) {
    var assessment = new RightsAssessment();
    assessment.caseNo = caseNo.value();
    assessment.state = State.BEGUN.name();
    return assessment;
  }

  void guided(String guidanceJson) {
    guidance = guidanceJson;
  }

  void prepared(
      Proposal proposal,
      String levelsJson,
      String offersJson,
      String participantsJson,
      UserId by,
      Instant at) {
    outcome = proposal.outcome();
    levels = levelsJson;
    levelDiffers = proposal.levelDiffers();
    place = proposal.place();
    placeDiffers = proposal.placeDiffers();
    offers = offersJson;
    deadline = proposal.deadline();
    deadlineReason = proposal.deadlineReason();
    firstAppointment = proposal.firstAppointment();
    appointmentWeek = proposal.appointmentWeek();
    meetingForm = proposal.meetingForm();
    reason = proposal.reason();
    elsewhere = proposal.elsewhere();
    handOver = proposal.handOver();
    participants = participantsJson;
    preparedBy = by.value();
    preparedAt = at;
    state = State.PREPARED.name();
  }

  void appointmentSet(Instant appointment) {
    firstAppointment = appointment;
    appointmentWeek = null;
  }

  void sentBack(UserId by, String cause, String words) {
    sentBackBy = by.value();
    sentBackCause = cause;
    sentBackWords = words;
    state = State.SENT_BACK.name();
  }

  void signed(UserId by, Instant at) {
    standing = null;
    signedBy = by.value();
    signedAt = at;
    state = State.SIGNED.name();
  }

  void lettersWritten(UUID toPatient, UUID toReferrer) {
    patientLetter = toPatient;
    referrerLetter = toReferrer;
  }

  /**
   * To be decided anew after a complaint. What was told stands until another is signed, and the new
   * letter names the one it replaces.
   *
   * @param standingJson the decision as it was told
   */
  void takenUpAnew(String standingJson) {
    standing = standingJson;
    outcomeBefore = outcome;
    replacedLetter = validLetter();
    correctedLetter = null;
    correctedBy = null;
    toldAt = null;
    state = State.BEGUN.name();
  }

  /** The decision that stands while another is prepared, as JSON; else null. */
  String standingJson() {
    return standing;
  }

  /** What the decision was before it was taken up anew; null when it never was. */
  String outcomeBefore() {
    return outcomeBefore;
  }

  /** The letter that the next one takes the place of, or null. */
  UUID replacedLetter() {
    return replacedLetter;
  }

  void told(Instant at) {
    toldAt = at;
    state = State.TOLD.name();
  }

  /** The letter came back: the patient does not know after all. */
  void notTold() {
    toldAt = null;
    state = State.SIGNED.name();
  }

  /** The words of the letter, put right; neither outcome, levels nor deadline. */
  void corrected(DecisionCorrections.Correction right, UserId by) {
    correctedBy = by.value();
    reason = right.reason();
    elsewhere = right.elsewhere();
    place = right.place();
    placeDiffers = right.placeDiffers();
    firstAppointment = right.firstAppointment();
    appointmentWeek = firstAppointment == null ? appointmentWeek : null;
  }

  void correctionWritten(UUID toPatient, UUID toReferrer) {
    correctedLetter = toPatient;
    referrerLetter = toReferrer;
  }

  /** What would stand after a correction; no row. */
  RightsAssessment with(DecisionCorrections.Correction right, UserId by) {
    var copy = begun(caseNo());
    copy.outcome = outcome;
    copy.levels = levels;
    copy.levelDiffers = levelDiffers;
    copy.offers = offers;
    copy.meetingForm = meetingForm;
    copy.deadline = deadline;
    copy.appointmentWeek = appointmentWeek;
    copy.participants = participants;
    copy.handOver = handOver;
    copy.preparedBy = preparedBy;
    copy.signedBy = signedBy;
    copy.signedAt = signedAt;
    copy.corrected(right, by);
    return copy;
  }

  /** Who put the letter right last; who signed while nobody else has. Null before it is signed. */
  UserId correctedBy() {
    return correctedBy == null ? signedBy() : new UserId(correctedBy);
  }

  long version() {
    return version == null ? 0 : version;
  }

  /** The letter that holds now: the one that told the patient, or the newest correction of it. */
  UUID validLetter() {
    return correctedLetter == null ? patientLetter : correctedLetter;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  String outcome() {
    return outcome;
  }

  String levelsJson() {
    return levels;
  }

  String offersJson() {
    return offers;
  }

  String meetingForm() {
    return meetingForm;
  }

  String place() {
    return place;
  }

  String levelDiffers() {
    return levelDiffers;
  }

  String deadlineReason() {
    return deadlineReason;
  }

  String handOver() {
    return handOver;
  }

  String placeDiffers() {
    return placeDiffers;
  }

  LocalDate deadline() {
    return deadline;
  }

  LocalDate appointmentWeek() {
    return appointmentWeek;
  }

  Instant firstAppointment() {
    return firstAppointment;
  }

  String reason() {
    return reason;
  }

  String elsewhere() {
    return elsewhere;
  }

  String participantsJson() {
    return participants;
  }

  String guidanceJson() {
    return guidance;
  }

  State state() {
    return State.valueOf(state);
  }

  UserId preparedBy() {
    return preparedBy == null ? null : new UserId(preparedBy);
  }

  UserId signedBy() {
    return signedBy == null ? null : new UserId(signedBy);
  }

  Instant signedAt() {
    return signedAt;
  }

  UserId sentBackBy() {
    return sentBackBy == null ? null : new UserId(sentBackBy);
  }

  String sentBackCause() {
    return sentBackCause;
  }

  String sentBackWords() {
    return sentBackWords;
  }

  UUID patientLetter() {
    return patientLetter;
  }

  UUID referrerLetter() {
    return referrerLetter;
  }

  Instant toldAt() {
    return toldAt;
  }
}
