package no.vegvisar.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Unit;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Component;

/** Users as actors: with the roles they hold today in the body they act for. */
@Component
public class Actors {

  private final Users users;
  private final Organisations organisations;
  private final Clock clock;

  Actors(Users users, Organisations organisations, Clock clock) {
    this.users = users;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The user as an actor; empty for an unknown one. */
  public Optional<Actor> of(UserId id) {
    return users.byId(id).map(this::actor);
  }

  /** The user of this user name as an actor; empty for an unknown one. */
  public Optional<Actor> ofUserName(String userName) {
    return users.byUserName(userName).map(this::actor);
  }

  private Actor actor(User user) {
    LocalDate today = OsloTime.dateOf(clock.instant());
    // One acts in one body at a time: a role in another body waits until one acts there.
    Set<String> units =
        organisations.unitsOf(user.body()).stream().map(Unit::key).collect(Collectors.toSet());
    var held = new LinkedHashSet<Actor.Held>();
    user.grants().stream()
        .filter(grant -> grant.holdsOn(today) && units.contains(grant.unit()))
        .forEach(grant -> held.add(new Actor.Held(grant.role(), grant.unit())));
    return new Actor(
        user.id(),
        user.displayName(),
        user.body(),
        java.util.Collections.unmodifiableSet(held),
        null);
  }
}
