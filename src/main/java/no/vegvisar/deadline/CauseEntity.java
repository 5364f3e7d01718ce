package no.vegvisar.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import org.springframework.data.domain.Persistable;

/** Why time went; written once. */
@Entity
@Table(name = "deadline_cause")
class CauseEntity implements Persistable<UUID> {

  @Id UUID id;
  UUID clockId;
  String cause;
  Instant at;
  String actor;
  boolean ends;

  protected CauseEntity() {}

  static CauseEntity noted(UUID clockId, String cause, Instant at, String actor, boolean ends) {
    CauseEntity made = new CauseEntity();
    made.id = Ids.next();
    made.clockId = clockId;
    made.cause = cause;
    made.at = at;
    made.actor = actor;
    made.ends = ends;
    return made;
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return true;
  }
}
