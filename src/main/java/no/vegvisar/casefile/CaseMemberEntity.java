package no.vegvisar.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

@Entity
@Table(name = "case_member")
class CaseMemberEntity {

  @Id UUID id;
  @Version Long version;
  String caseNo;
  String role;
  String userId;
  Instant fromAt;
  Instant untilAt;

  protected CaseMemberEntity() {}

  static CaseMemberEntity named(CaseNo caseNo, Role role, UserId user, Instant at) {
    CaseMemberEntity made = new CaseMemberEntity();
    made.id = Ids.next();
    made.caseNo = caseNo.value();
    made.role = role.code();
    made.userId = user.value();
    made.fromAt = at;
    return made;
  }

  UserId user() {
    return new UserId(userId);
  }

  Role as() {
    return Role.ofCode(role).orElseThrow(() -> new IllegalStateException("unknown role on a team"));
  }

  CaseMember view() {
    return new CaseMember(user(), as(), fromAt, untilAt);
  }
}
