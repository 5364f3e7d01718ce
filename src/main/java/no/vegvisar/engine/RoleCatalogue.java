package no.vegvisar.engine;

import java.util.Set;

/**
 * The closed list of roles a task may be offered to (decisions 24); a role outside it is a task
 * nobody sees.
 */
public interface RoleCatalogue {

  /** Codes as models write them in {@code camunda:candidateGroups}; never empty. */
  Set<String> codes();
}
