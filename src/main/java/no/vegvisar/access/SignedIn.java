package no.vegvisar.access;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import no.vegvisar.organisation.UserId;

/**
 * All that a session knows of a user: the opaque id. Roles are looked up anew with every request.
 */
record SignedIn(String id) implements Principal, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return id;
  }

  UserId userId() {
    return new UserId(id);
  }

  @Override
  public String toString() {
    return id;
  }
}
