package no.vegvisar.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "unit")
class UnitRecord {

  @Id private String key;

  @Column(nullable = false)
  private String body;

  @Column(nullable = false)
  private String nameNn;

  @Column(nullable = false)
  private String nameNb;

  private String parent;
  private String address;
  private String phone;
  private String hours;
  private boolean ownCircle;

  @Version private Long version;

  protected UnitRecord() {}

  static UnitRecord of(Unit unit) {
    var row = new UnitRecord();
    row.key = unit.key();
    row.body = unit.body();
    row.nameNn = unit.nameNn();
    row.nameNb = unit.nameNb();
    row.parent = unit.parent();
    row.address = unit.address();
    row.phone = unit.phone();
    row.hours = unit.hours();
    return row;
  }

  Unit toUnit() {
    return new Unit(key, body, nameNn, nameNb, parent, address, phone, hours);
  }

  String circle() {
    return ownCircle ? key : body;
  }
}
