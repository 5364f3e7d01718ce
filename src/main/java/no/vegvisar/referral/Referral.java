package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
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
  private String caseNo;
  private UUID personId;
  private String sentBy;
  private String senderBody;
  private String referrerKind;
  private String answers;
  private Instant receivedAt;
  private Instant seniorityAt;
  private String channel;
  private String identity;
  private String senderAuthority;
  private String sameAsOpen;
  private String unit;
  private Instant registeredAt;
  private String proposedCode;
  private String proposedReasonEn;
  private String proposedReasonNn;
  private String proposedReasonNb;
  private String route;
  private String routeReason;
  private String forwardTo;
  private String status;
  private Instant answeredAt;
  private String senderStanding;
  private String senderProfession;

  protected Referral() {}

  static Referral received(
      String reference,
      UUID submissionId,
      CaseNo caseNo,
      UUID personId,
      UserId sentBy,
      String senderBody,
      String referrerKind,
      String answers,
      Instant at) {
    var referral = new Referral();
    referral.id = Ids.next();
    referral.reference = reference;
    referral.submissionId = submissionId;
    referral.caseNo = caseNo.value();
    referral.personId = personId;
    referral.sentBy = sentBy.value();
    referral.senderBody = senderBody;
    referral.referrerKind = referrerKind;
    referral.answers = answers;
    referral.receivedAt = at;
    referral.seniorityAt = at;
    referral.status = Status.RECEIVED.name();
    return referral;
  }

  void registered(
      String channel,
      Instant seniorityAt,
      String identity,
      String senderAuthority,
      String sameAsOpen,
      String unit,
      Instant at) {
    this.channel = channel;
    this.seniorityAt = seniorityAt;
    this.identity = identity;
    this.senderAuthority = senderAuthority;
    this.sameAsOpen = sameAsOpen;
    this.unit = unit;
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

  void routeConfirmed(String route, String reason, String forwardTo) {
    this.route = route;
    this.routeReason = reason;
    this.forwardTo = forwardTo;
  }

  void forwarded() {
    status = Status.FORWARDED.name();
  }

  void joined() {
    status = Status.JOINED.name();
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

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  UUID personId() {
    return personId;
  }

  UserId sentBy() {
    return new UserId(sentBy);
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

  String proposedCode() {
    return proposedCode;
  }

  no.vegvisar.kernel.LocalText proposedReason() {
    return new no.vegvisar.kernel.LocalText(proposedReasonEn, proposedReasonNn, proposedReasonNb);
  }

  String route() {
    return route;
  }

  String forwardTo() {
    return forwardTo;
  }

  Status status() {
    return Status.valueOf(status);
  }

  Instant answeredAt() {
    return answeredAt;
  }
}
