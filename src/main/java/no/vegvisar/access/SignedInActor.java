package no.vegvisar.access;

import java.util.Set;
import java.util.function.Supplier;
import no.vegvisar.organisation.UserId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The actor of this thread: named by a job or test, else the one signed in; the machine only
 * outside requests.
 */
@Component
class SignedInActor implements CurrentActor {

  /** Somebody who has not signed in: holds nothing, reaches nothing. */
  static final Actor NOBODY = new Actor(new UserId("nobody"), "", "", Set.of(), null);

  private static final String CACHED = SignedInActor.class.getName();

  private final ThreadLocal<Actor> named = new ThreadLocal<>();
  private final Actors actors;

  SignedInActor(Actors actors) {
    this.actors = actors;
  }

  @Override
  public Actor get() {
    Actor actor = named.get();
    if (actor != null) {
      return actor;
    }
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null
        && signedIn.isAuthenticated()
        && signedIn.getPrincipal() instanceof SignedIn user) {
      return ofRequest(user);
    }
    return signedIn != null || RequestContextHolder.getRequestAttributes() != null
        ? NOBODY
        : Actor.SYSTEM;
  }

  // One page asks many times; the roles of a request are those held when it began.
  private Actor ofRequest(SignedIn user) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(CACHED, RequestAttributes.SCOPE_REQUEST) instanceof Actor known
        && known.id().equals(user.userId())) {
      return known;
    }
    Actor actor = actors.of(user.userId()).orElse(NOBODY);
    if (request != null) {
      request.setAttribute(CACHED, actor, RequestAttributes.SCOPE_REQUEST);
    }
    return actor;
  }

  @Override
  public <T> T as(Actor actor, Supplier<T> work) {
    Actor before = named.get();
    named.set(actor);
    try {
      return work.get();
    } finally {
      if (before == null) {
        named.remove();
      } else {
        named.set(before);
      }
    }
  }
}
