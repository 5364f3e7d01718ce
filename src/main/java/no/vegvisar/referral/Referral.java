package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/** A referral as sent, and what intake found out about it. */
@Entity
@Table(name = "referral")
class Referral {

  enum Status {
    RECEIVED,
    ASSESSING,
    FORWARDED,
    JOINED,
    ANSWERED
  }

  @Id private UUID id;
  @Version private Long version;
  private String reference;
  private UUID submissionId;
  private String form;
  private String kind;
  private String caseNo;
  private UUID personId;
  private String sentBy;
  private String senderBody;
  private String senderName;
  private String senderOffice;
  private String senderAddress;
  private String senderPhone;
  private String takenDownBy;
  private String referrerKind;
  private String answers;
  private Instant receivedAt;
  private Instant seniorityAt;
  private String channel;
  private String identity;
  private String senderAuthority;
  private String sameAsOpen;
  private String unit;
  private String forwardedFrom;
  private String otherBody;
  private Instant registeredAt;
  private String proposedCode;
  private String proposedReasonEn;
  private String proposedReasonNn;
  private String proposedReasonNb;
  private String route;
  private String routeReason;
  private String forwardTo;
  private String forwardName;
  private String place;
  private String joinedTo;
  private String status;
  private Instant answeredAt;
  private String senderStanding;
  private String senderProfession;

  protected Referral() {}

  static Referral received(
      String reference,
      Submission sent,
      CaseNo caseNo,
      UUID personId,
      String senderBody,
      String referrerKind,
      Instant at) {
    var referral = new Referral();
    referral.id = Ids.next();
    referral.reference = reference;
    referral.submissionId = sent.id();
    referral.form = sent.formId();
    referral.kind = ReferralKind.of(sent).word();
    referral.caseNo = caseNo.value();
    referral.personId = personId;
    referral.sentBy = sent.by().value();
    referral.senderBody = senderBody;
    referral.referrerKind = referrerKind;
    referral.answers = sent.answers().toString();
    referral.receivedAt = at;
    referral.seniorityAt = at;
    referral.status = Status.RECEIVED.name();
    return referral;
  }

  /** A referral on paper or by phone, noted by intake for a sender who has no user here. */
  static Referral takenDown(
      String reference,
      Submission sent,
      CaseNo caseNo,
      UUID personId,
      String referrerKind,
      Instant at) {
    var referral = received(reference, sent, caseNo, personId, null, referrerKind, at);
    referral.sentBy = null;
    referral.takenDownBy = sent.by().value();
    return referral;
  }

  /** What the stamp and the envelope tell. */
  void cameBy(String channel, Instant stamp, String unit, PostalSender sender) {
    this.channel = channel;
    this.seniorityAt = stamp;
    this.unit = unit;
    this.senderName = sender.name();
    this.senderOffice = sender.office();
    this.senderAddress = sender.address();
    this.senderPhone = sender.phone();
  }

  void registered(Submission form, Instant seniorityAt, Instant at) {
    this.channel = form.text("channel");
    this.seniorityAt = seniorityAt;
    this.identity = form.text("identity");
    this.senderAuthority = form.text("senderAuthority");
    this.sameAsOpen = form.text("sameAsOpen");
    this.unit = form.text("unit");
    this.forwardedFrom = form.text("forwardedFrom");
    this.otherBody = form.text("otherBody");
    this.registeredAt = at;
    this.status = Status.ASSESSING.name();
  }

  void senderChecked(SenderCheck.Found found) {
    senderStanding = found.standing().code();
    senderProfession = found.profession();
  }

  void routeProposed(String code, String reasonEn, String reasonNn, String reasonNb) {
    this.proposedCode = code;
    this.proposedReasonEn = reasonEn;
    this.proposedReasonNn = reasonNn;
    this.proposedReasonNb = reasonNb;
  }

  void routeConfirmed(Submission form) {
    this.route = form.text("route");
    this.routeReason = form.text("reason");
    this.forwardTo = form.text("forwardTo");
    this.forwardName = form.text("forwardName");
  }

  /** Another place had it earlier after all: the first date wins, never a later one. */
  void receivedEarlier(Instant at) {
    if (at.isBefore(seniorityAt)) {
      seniorityAt = at;
    }
  }

  /** The patient has chosen a place outside the trust. */
  void leavesFor(String name) {
    this.forwardName = name;
  }

  /** Where the patient wants to be assessed. */
  void assessedAt(String place) {
    this.place = place;
  }

  void forwarded() {
    status = Status.FORWARDED.name();
  }

  void joined(CaseNo open) {
    status = Status.JOINED.name();
    joinedTo = open.value();
  }

  void answered(Instant at) {
    status = Status.ANSWERED.name();
    answeredAt = at;
  }

  UUID id() {
    return id;
  }

  String reference() {
    return reference;
  }

  UUID submissionId() {
    return submissionId;
  }

  ReferralKind kind() {
    return ReferralKind.ofWord(kind);
  }

  /** The form it was sent on, or on which intake noted it: its answers are in that one's words. */
  String form() {
    return form;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  UUID personId() {
    return personId;
  }

  /** The user who sent it; null when it came on paper or by phone. */
  UserId sentBy() {
    return sentBy == null ? null : new UserId(sentBy);
  }

  /** Who is answered by post; empty when the sender has a user here. */
  Optional<PostalSender> postalSender() {
    return takenDownBy == null
        ? Optional.empty()
        : Optional.of(new PostalSender(senderName, senderOffice, senderAddress, senderPhone));
  }

  /** Web, post, phone or message; null until it is known. */
  String channel() {
    return channel == null && takenDownBy == null ? "web" : channel;
  }

  String senderBody() {
    return senderBody;
  }

  String referrerKind() {
    return referrerKind;
  }

  String answers() {
    return answers;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  Instant seniorityAt() {
    return seniorityAt;
  }

  String identity() {
    return identity;
  }

  String senderAuthority() {
    return senderAuthority;
  }

  /** What was found out about the sender on receipt. */
  SenderCheck.Found sender() {
    return new SenderCheck.Found(SenderCheck.Standing.of(senderStanding), senderProfession);
  }

  String sameAsOpen() {
    return sameAsOpen;
  }

  String unit() {
    return unit;
  }

  String forwardedFrom() {
    return forwardedFrom;
  }

  String otherBody() {
    return otherBody;
  }

  no.vegvisar.kernel.LocalText proposedReason() {
    return new no.vegvisar.kernel.LocalText(proposedReasonEn, proposedReasonNn, proposedReasonNb);
  }

  String route() {
    return route;
  }

  String routeReason() {
    return routeReason;
  }

  String forwardTo() {
    return forwardTo;
  }

  String forwardName() {
    return forwardName;
  }

  String place() {
    return place;
  }

  CaseNo joinedTo() {
    return joinedTo == null ? null : new CaseNo(joinedTo);
  }

  Status status() {
    return Status.valueOf(status);
  }

  Instant answeredAt() {
    return answeredAt;
  }
}
