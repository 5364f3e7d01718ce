package no.vegvisar.patient;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.stream.Collectors;

@Entity
@Table(name = "legal_base")
class LegalBaseEntity {

  @Id UUID id;
  @Version Long version;
  UUID personId;

  @Enumerated(EnumType.STRING)
  LegalBases.Kind kind;

  String recipientBody;
  String recipientUnit;
  String purpose;
  String categories;
  LocalDate validFrom;
  LocalDate validUntil;
  String givenAs;
  String limits;
  String recordedBy;
  Instant recordedAt;
  Instant withdrawnAt;
  String withdrawnBy;

  protected LegalBaseEntity() {}

  boolean standsOn(LocalDate day) {
    return withdrawnAt == null
        && !day.isBefore(validFrom)
        && (validUntil == null || !day.isAfter(validUntil));
  }

  LegalBases.Base view() {
    var words =
        Arrays.stream(categories.split(","))
            .filter(w -> !w.isBlank())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new LegalBases.Base(
        id,
        personId,
        kind,
        recipientBody,
        recipientUnit,
        purpose,
        words,
        validFrom,
        validUntil,
        givenAs,
        limits,
        withdrawnAt);
  }
}
