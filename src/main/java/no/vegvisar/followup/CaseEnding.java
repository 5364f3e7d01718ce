package no.vegvisar.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * How a case ends: planned with the patient, the summary sent, closed by a person. One per case.
 */
@Entity
@Table(name = "case_ending")
class CaseEnding {

  @Id private String caseNo;
  @Version private Long version;
  private String endKind;
  private String nextCare = "[]";
  private String handoverWanted;
  private String groupLeader;
  private String withPatient;
  private String plannedBy;
  private Instant plannedAt;
  private String summaryReference;
  private String receivers = "[]";
  private String gpNow;
  private String patientAsked;
  private String objects;
  private String summaryBy;
  private Instant summaryAt;
  private Instant summarySentAt;
  private String openReason;
  private String feedbackUsed;
  private String closedBy;
  private Instant closedAt;

  protected CaseEnding() {}

  static CaseEnding begun(CaseNo caseNo) {
    var ending = new CaseEnding();
    ending.caseNo = caseNo.value();
    return ending;
  }

  void planned(Submission form, String nextCareJson) {
    endKind = form.text("endKind");
    nextCare = nextCareJson;
    handoverWanted = form.text("handoverWanted");
    groupLeader = form.text("groupLeader");
    withPatient = form.text("withPatient");
    plannedBy = form.by().value();
    plannedAt = form.at();
  }

  void summaryWritten(Submission form, String receiversJson) {
    summaryReference = form.text("reference");
    receivers = receiversJson;
    gpNow = form.text("gpNow");
    patientAsked = form.text("patientAsked");
    objects = form.text("objects");
    summaryBy = form.by().value();
    summaryAt = form.at();
  }

  void summarySent(Instant at) {
    summarySentAt = at;
  }

  void closed(String reason, String feedback, UserId by, Instant at) {
    openReason = reason;
    feedbackUsed = feedback;
    closedBy = by.value();
    closedAt = at;
  }

  String summaryReference() {
    return summaryReference;
  }

  String receiversJson() {
    return receivers;
  }

  /** Name and postal address of a GP who did not refer, as typed; null: who referred, if a GP. */
  String gpNow() {
    return gpNow;
  }

  boolean patientAsked() {
    return "yes".equals(patientAsked);
  }

  UserId summaryBy() {
    return summaryBy == null ? null : new UserId(summaryBy);
  }

  Instant summarySentAt() {
    return summarySentAt;
  }
}
