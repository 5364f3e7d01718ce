package no.vegvisar.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;

@Entity
@Table(name = "document")
class DocumentEntity {

  @Id UUID id;
  @Version Long version;
  String caseNo;
  String name;
  String contentType;
  long size;
  String sha256;

  @Enumerated(EnumType.STRING)
  Thing thing;

  Instant at;
  String storedBy;

  protected DocumentEntity() {}

  Documents.Document view() {
    return new Documents.Document(
        id, caseNo == null ? null : new CaseNo(caseNo), name, contentType, size, sha256, thing, at);
  }
}
