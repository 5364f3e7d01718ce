package no.vegvisar.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * A case that another body decides and this clinic follows (S191, S192): its kind, its days, and
 * how it ended, each told by a person.
 */
@Entity
@Table(name = "other_body_case")
class OtherBodyCase {

  /** What it is, and the rule that reminds of it. */
  enum Kind {
    INTERIM_ORDER("interimOrder", "T28"),
    HELD("hol10-2", "T29"),
    HELD_PREGNANT("hol10-3", "T30"),
    HELD_AGREED("hol10-4", "T31"),
    SENTENCE("sentence12", "T32");

    private final String code;
    private final String rule;

    Kind(String code, String rule) {
      this.code = code;
      this.rule = rule;
    }

    String code() {
      return code;
    }

    String rule() {
      return rule;
    }

    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
  }

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private String kind;
  private LocalDate startedOn;
  private LocalDate remindOn;
  private LocalDate grantedOn;
  private LocalDate revokedOn;
  private LocalDate endedOn;
  private String endedWhy;
  private String notedBy;
  private Instant notedAt;

  protected OtherBodyCase() {}

  static OtherBodyCase noted(
      UUID id, CaseNo caseNo, Kind kind, LocalDate startedOn, UserId by, Instant at) {
    var file = new OtherBodyCase();
    file.id = id;
    file.caseNo = caseNo.value();
    file.kind = kind.code();
    file.startedOn = startedOn;
    file.notedBy = by.value();
    file.notedAt = at;
    return file;
  }

  void remindOn(LocalDate day) {
    remindOn = day;
  }

  /** Also once more, after it was revoked. */
  void granted(LocalDate on) {
    grantedOn = on;
    revokedOn = null;
  }

  void revoked(LocalDate on) {
    revokedOn = on;
  }

  void ended(LocalDate on, String why) {
    endedOn = on;
    endedWhy = why;
  }

  UUID id() {
    return id;
  }

  CaseNo caseNo() {
    return new CaseNo(caseNo);
  }

  Kind kind() {
    return Kind.of(kind).orElseThrow();
  }

  LocalDate startedOn() {
    return startedOn;
  }

  LocalDate remindOn() {
    return remindOn;
  }

  LocalDate grantedOn() {
    return grantedOn;
  }

  LocalDate revokedOn() {
    return revokedOn;
  }

  LocalDate endedOn() {
    return endedOn;
  }

  /** The day on which that step was told to have been, by its code; null while it is not told. */
  LocalDate toldOf(String step) {
    return switch (step) {
      case "granted" -> revokedOn == null ? grantedOn : null;
      case "revoked" -> revokedOn;
      case "ended" -> endedOn;
      default -> null;
    };
  }

  /** Whether just this was told. */
  boolean says(String step, LocalDate on) {
    return toldOf(step) != null && toldOf(step).equals(on);
  }

  /** How far it has come, to tell an older look from the present one. */
  String standing() {
    return grantedOn + "/" + revokedOn + "/" + endedOn;
  }

  boolean open() {
    return endedOn == null;
  }
}
