package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.Ids;

/**
 * A minor for whom the patient is next of kin (hpl 10a). No name: year of birth, relation and where
 * it lives are enough.
 */
@Entity
@Table(name = "child")
class Child {

  /** As named in the form; each part may be null. */
  record Named(Integer birthYear, String relation, String lives) {}

  @Id private UUID id;
  @Version private Long version;
  private UUID personId;
  private Integer birthYear;
  private String relation;
  private String lives;
  private Instant fromAt;
  private Instant untilAt;

  protected Child() {}

  UUID personId() {
    return personId;
  }

  static Child of(UUID personId, Named named, Instant at) {
    var child = new Child();
    child.id = Ids.next();
    child.personId = personId;
    child.birthYear = named.birthYear();
    child.relation = named.relation();
    child.lives = named.lives();
    child.fromAt = at;
    return child;
  }

  void replaced(Instant at) {
    untilAt = at;
  }

  Named named() {
    return new Named(birthYear, relation, lives);
  }
}
