package no.vegvisar;

import java.util.function.Supplier;
import no.vegvisar.access.Actor;
import no.vegvisar.access.Actors;
import no.vegvisar.access.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * Lets a test act as a demo user in its own thread: {@code actingAs.user("therapist", () -> …)}.
 */
@Component
public class ActingAs {

  private final Actors actors;
  private final CurrentActor current;

  ActingAs(Actors actors, CurrentActor current) {
    this.actors = actors;
    this.current = current;
  }

  public Actor actor(String userName) {
    return actors
        .ofUserName(userName)
        .orElseThrow(() -> new IllegalArgumentException("not a demo user: " + userName));
  }

  public <T> T user(String userName, Supplier<T> work) {
    return current.as(actor(userName), work);
  }

  public void user(String userName, Runnable work) {
    current.as(actor(userName), work);
  }
}
