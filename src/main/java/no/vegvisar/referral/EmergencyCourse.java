package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/** An emergency on the way of a referral, until it is decided whether the pathway begins (S39). */
@Entity
@Table(name = "emergency_course")
class EmergencyCourse {

  @Id private String caseNo;
  @Version private Long version;
  private Instant assessedAt;
  private String takenIn;
  private String notedBy;
  private String enters;
  private LocalDate settledOn;
  private String reason;
  private String settledBy;

  protected EmergencyCourse() {}

  static EmergencyCourse assessed(CaseNo caseNo, Instant at, String takenIn, UserId by) {
    var course = new EmergencyCourse();
    course.caseNo = caseNo.value();
    course.assessedAt = at;
    course.takenIn = takenIn;
    course.notedBy = by.value();
    return course;
  }

  void settled(String enters, LocalDate on, String reason, UserId by) {
    this.enters = enters;
    this.settledOn = on;
    this.reason = reason;
    this.settledBy = by.value();
  }

  /** Whether just this was decided. */
  boolean says(String enters, LocalDate on, String reason) {
    return !open()
        && this.enters.equals(enters)
        && settledOn.equals(on)
        && reason != null
        && this.reason.equals(reason.strip());
  }

  boolean open() {
    return enters == null;
  }

  Instant assessedAt() {
    return assessedAt;
  }

  String takenIn() {
    return takenIn;
  }

  String enters() {
    return enters;
  }

  LocalDate settledOn() {
    return settledOn;
  }

  String reason() {
    return reason;
  }
}
