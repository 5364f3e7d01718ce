package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * How far work-up and treatment of a case have come, as it is now; what stood before is in the
 * ledger.
 */
@Entity
@Table(name = "treatment_course")
class TreatmentCourse {

  @Id private String caseNo;
  @Version private Long version;
  private Instant firstAppointment;
  private int notAttended;
  private Instant firstAttendedAt;
  private String level;
  private String clinicalDecision;
  private String decisionReason;
  private Instant decidedAt;
  private String decidedBy;
  private String planNeed;
  private String followUpWanted;
  private String groupWanted;
  private int evaluations;
  private String kinConsent;
  private LocalDate nextEvaluation;
  private Instant endedAt;

  protected TreatmentCourse() {}

  static TreatmentCourse begun(CaseNo caseNo) {
    var course = new TreatmentCourse();
    course.caseNo = caseNo.value();
    return course;
  }

  void appointmentSet(Instant at) {
    firstAppointment = at;
  }

  void missed() {
    notAttended++;
  }

  void attended(Instant at, String atLevel) {
    firstAttendedAt = at;
    level = atLevel;
  }

  void decided(String decision, String reason, String needOfPlan, UserId by, Instant at) {
    clinicalDecision = decision;
    decisionReason = reason;
    planNeed = needOfPlan;
    decidedBy = by.value();
    decidedAt = at;
  }

  void wished(String followUp, String group) {
    followUpWanted = followUp;
    groupWanted = group;
  }

  /** The number of this evaluation: 1, 2, 3 … */
  int evaluated(String kin, LocalDate next) {
    kinConsent = kin;
    nextEvaluation = next;
    return ++evaluations;
  }

  void planned(LocalDate evaluation) {
    nextEvaluation = evaluation;
  }

  void ended(Instant at) {
    endedAt = at;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  Instant firstAppointment() {
    return firstAppointment;
  }

  int notAttended() {
    return notAttended;
  }

  Instant firstAttendedAt() {
    return firstAttendedAt;
  }

  String level() {
    return level;
  }

  String clinicalDecision() {
    return clinicalDecision;
  }

  String decisionReason() {
    return decisionReason;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  UserId decidedBy() {
    return decidedBy == null ? null : new UserId(decidedBy);
  }

  String planNeed() {
    return planNeed;
  }

  String followUpWanted() {
    return followUpWanted;
  }

  String groupWanted() {
    return groupWanted;
  }
}
