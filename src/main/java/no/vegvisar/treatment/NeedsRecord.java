package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/** Needs as mapped together with the patient (S69). A new mapping makes a new record. */
@Entity
@Table(name = "needs_record")
class NeedsRecord {

  /**
   * Name, total and day only; item texts are licensed and answers belong in the medical record
   * (pathway-facts §4.2).
   */
  record Instrument(String name, Integer total, String date) {}

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private int recordNo;
  private String needs;
  private String instruments;
  private String doctorSeen;
  private String suicideRisk;
  private String driving;
  private String interpreter;
  private String mappedBy;
  private Instant mappedAt;

  protected NeedsRecord() {}

  static NeedsRecord mapped(
      CaseNo caseNo,
      int recordNo,
      String needs,
      String instrumentsJson,
      String doctorSeen,
      String suicideRisk,
      String driving,
      String interpreter,
      UserId by,
      Instant at) {
    var mapped = new NeedsRecord();
    mapped.id = Ids.next();
    mapped.caseNo = caseNo.value();
    mapped.recordNo = recordNo;
    mapped.needs = needs;
    mapped.instruments = instrumentsJson;
    mapped.doctorSeen = doctorSeen;
    mapped.suicideRisk = suicideRisk;
    mapped.driving = driving;
    mapped.interpreter = interpreter;
    mapped.mappedBy = by.value();
    mapped.mappedAt = at;
    return mapped;
  }

  int recordNo() {
    return recordNo;
  }

  String needs() {
    return needs;
  }

  String instrumentsJson() {
    return instruments;
  }

  String doctorSeen() {
    return doctorSeen;
  }

  String suicideRisk() {
    return suicideRisk;
  }

  String driving() {
    return driving;
  }

  String interpreter() {
    return interpreter;
  }

  UserId mappedBy() {
    return new UserId(mappedBy);
  }

  Instant mappedAt() {
    return mappedAt;
  }
}
