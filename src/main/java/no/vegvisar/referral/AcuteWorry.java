package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/**
 * Worry told in a referral: for overdose, self-harm or suicide, an unborn child, or in the own
 * words of somebody who grades nothing (S49, S52; T01b). It waits until a person has seen to it;
 * "no" never lowers anything.
 */
@Entity
@Table(name = "acute_worry")
class AcuteWorry {

  /** In whose list it lies. */
  enum Stage {
    RECEIVER,
    STAND_IN,
    EVERYONE
  }

  @Id private UUID id;
  @Version private Long version;
  private UUID referralId;
  private String caseNo;
  private String reasons;
  private Instant raisedAt;
  private Instant readFrom;
  private String receiver;
  private String standIn;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private Instant openedAt;
  private String openedBy;
  private Instant settledAt;
  private String settledBy;
  private String doneAbout;

  protected AcuteWorry() {}

  /** Why a referral is read the same day, as codes; empty when nothing in it says so. */
  static List<String> reasons(JsonNode answers, Referral referral) {
    List<String> reasons = new ArrayList<>();
    String risk = answers.path("riskConcern").asText();
    if (risk.equals("yes") || risk.equals("inLetter")) {
      reasons.add("risk");
    }
    String urgency = answers.path("urgency").asText();
    if (urgency.equals("worry")
        || (urgency.equals("emergency") && !ReferralSigns.byDoctor(referral))) {
      reasons.add("urgency");
    }
    if (answers.path("pregnant").asText().equals("yes")) {
      reasons.add("pregnancy");
    }
    boolean ownWords = !answers.path("riskWords").asText("").isBlank();
    ReferrerKind kind = ReferrerKind.of(referral.referrerKind());
    if (ownWords && kind.judgedBy() == ReferrerKind.JudgedBy.BODY) {
      reasons.add("words");
    }
    return reasons;
  }

  static AcuteWorry raised(
      Referral referral,
      List<String> reasons,
      Instant at,
      Instant readFrom,
      TriageDuty.OnDuty duty) {
    var worry = new AcuteWorry();
    worry.id = Ids.next();
    worry.referralId = referral.id();
    worry.caseNo = referral.caseNo().value();
    worry.reasons = String.join(",", reasons);
    worry.raisedAt = at;
    worry.readFrom = readFrom;
    worry.receiver = duty.receiver() == null ? null : duty.receiver().value();
    worry.standIn = duty.standIn() == null ? null : duty.standIn().value();
    worry.stage = worry.receiver == null ? Stage.EVERYONE : Stage.RECEIVER;
    return worry;
  }

  /** Whether it says more than when it was raised or raised anew. */
  boolean gains(List<String> told) {
    return !reasons().containsAll(told);
  }

  /** Something more has been told: it is to be read again, whatever was done about the rest. */
  void raisedAnew(List<String> told, Instant at, Instant read, TriageDuty.OnDuty duty) {
    reasons =
        Stream.concat(reasons().stream(), told.stream())
            .distinct()
            .collect(Collectors.joining(","));
    raisedAt = at;
    readFrom = read;
    receiver = duty.receiver() == null ? null : duty.receiver().value();
    standIn = duty.standIn() == null ? null : duty.standIn().value();
    stage = receiver == null ? Stage.EVERYONE : Stage.RECEIVER;
    openedAt = null;
    openedBy = null;
    settledAt = null;
    settledBy = null;
    doneAbout = null;
  }

  void passedTo(Stage next) {
    stage = next;
  }

  /** Whether this was the first time. */
  boolean opened(UserId by, Instant at) {
    if (openedAt != null) {
      return false;
    }
    openedAt = at;
    openedBy = by.value();
    return true;
  }

  void settled(UserId by, Instant at, String done) {
    settledAt = at;
    settledBy = by.value();
    doneAbout = done;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  List<String> reasons() {
    return List.of(reasons.split(","));
  }

  Instant raisedAt() {
    return raisedAt;
  }

  Instant readFrom() {
    return readFrom;
  }

  UserId receiver() {
    return receiver == null ? null : new UserId(receiver);
  }

  UserId standIn() {
    return standIn == null ? null : new UserId(standIn);
  }

  Stage stage() {
    return stage;
  }

  Instant openedAt() {
    return openedAt;
  }

  UserId openedBy() {
    return openedBy == null ? null : new UserId(openedBy);
  }

  Instant settledAt() {
    return settledAt;
  }

  UserId settledBy() {
    return settledBy == null ? null : new UserId(settledBy);
  }

  String doneAbout() {
    return doneAbout;
  }

  boolean isSettled() {
    return settledAt != null;
  }

  String workKey(Stage of) {
    return "acute-worry:" + id + ":" + of;
  }
}
