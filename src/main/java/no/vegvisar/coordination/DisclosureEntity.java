package no.vegvisar.coordination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What went to whom on which base: a snapshot, ended but never changed (rule 5). */
@Entity
@Table(name = "disclosure")
class DisclosureEntity {

  @Id UUID id;
  @Version Long version;
  String caseNo;
  UUID personId;
  UUID baseId;
  String recipientBody;
  String recipientUnit;
  String purpose;
  String categories;

  @Column(name = "valid_until")
  LocalDate until;

  String snapshot;
  String requestId;
  Instant disclosedAt;
  Instant endedAt;
}
