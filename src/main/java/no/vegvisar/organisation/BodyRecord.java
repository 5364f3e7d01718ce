package no.vegvisar.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import no.vegvisar.kernel.Language;

@Entity
@Table(name = "body")
class BodyRecord {

  @Id private String key;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String kind;

  private String organisationNumber;

  @Column(nullable = false)
  private String language;

  private boolean demo;

  @Version private Long version;

  protected BodyRecord() {}

  static BodyRecord of(Body body, boolean demo) {
    var row = new BodyRecord();
    row.key = body.key();
    row.name = body.name();
    row.kind = body.kind();
    row.organisationNumber = body.organisationNumber();
    row.language = body.language().code();
    row.demo = demo;
    return row;
  }

  Body toBody() {
    return new Body(key, name, kind, organisationNumber, Language.ofCode(language));
  }
}
