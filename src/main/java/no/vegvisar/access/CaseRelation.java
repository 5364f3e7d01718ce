package no.vegvisar.access;

import java.time.Instant;
import no.vegvisar.organisation.Role;

/**
 * One tie to a case as stored; which fields are set depends on the kind, see the table's comment.
 */
record CaseRelation(
    Kind kind,
    String userId,
    Role role,
    String body,
    String unit,
    String ground,
    String ref,
    Instant endedAt) {

  enum Kind {
    UNIT,
    TASK,
    TEAM,
    DISCLOSURE,
    SPECIAL
  }

  boolean open() {
    return endedAt == null;
  }
}
