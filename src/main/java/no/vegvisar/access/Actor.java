package no.vegvisar.access;

import java.util.Set;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/**
 * Who acts right now: the signed-in user with the roles held today, or the machine.
 *
 * @param body key of the body the user acts for; "installation" for operators and the machine
 * @param held roles held today, each in its unit; never null
 * @param onBehalfOf the absent colleague, or null
 */
public record Actor(UserId id, String displayName, String body, Set<Held> held, UserId onBehalfOf) {

  /** A role held today in a unit. */
  public record Held(Role role, String unit) {}

  public static final Actor SYSTEM =
      new Actor(UserId.SYSTEM, "Vegvisar", "installation", Set.of(), null);

  public boolean holds(Role role) {
    return held.stream().anyMatch(h -> h.role() == role);
  }

  public boolean holds(Role role, String unit) {
    return held.contains(new Held(role, unit));
  }

  public boolean isSystem() {
    return id.equals(UserId.SYSTEM);
  }
}
