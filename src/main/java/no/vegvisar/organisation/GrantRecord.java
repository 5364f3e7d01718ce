package no.vegvisar.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.kernel.Ids;

@Entity
@Table(name = "role_grant")
class GrantRecord {

  @Id private UUID id;

  @Column(nullable = false)
  private String role;

  @Column(nullable = false)
  private String unit;

  @Column(nullable = false)
  private LocalDate fromDate;

  private LocalDate untilDate;

  @Version private Long version;

  protected GrantRecord() {}

  static GrantRecord of(RoleGrant grant) {
    var row = new GrantRecord();
    row.id = Ids.next();
    row.role = grant.role().code();
    row.unit = grant.unit();
    row.fromDate = grant.from();
    row.untilDate = grant.until();
    return row;
  }

  UUID id() {
    return id;
  }

  boolean is(Role wanted, String inUnit) {
    return role.equals(wanted.code()) && unit.equals(inUnit);
  }

  void endOn(LocalDate lastDay) {
    untilDate = lastDay;
  }

  RoleGrant toGrant() {
    Role held =
        Role.ofCode(role)
            .orElseThrow(
                () -> new IllegalStateException("a grant of a role that is not on the list"));
    return new RoleGrant(held, unit, fromDate, untilDate);
  }
}
