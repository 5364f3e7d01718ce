package no.vegvisar.organisation;

import java.util.Optional;

/**
 * What a sign-in is checked against. A national sign-in service takes its place outside the demo.
 */
public interface Passwords {

  /**
   * The hash with its algorithm in front, as {@code {bcrypt}$2a$…}; empty for a user who cannot
   * sign in so.
   */
  Optional<String> hashOf(UserId id);
}
