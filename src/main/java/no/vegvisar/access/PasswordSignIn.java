package no.vegvisar.access;

import java.util.List;
import java.util.Optional;
import no.vegvisar.organisation.Passwords;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.Users;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs in by user name and password; the exceptions name nobody, and an unknown name takes as long
 * as a known one.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final Users users;
  private final Passwords passwords;
  private final LoginAttempts attempts;
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  PasswordSignIn(
      Users users, Passwords passwords, LoginAttempts attempts, PasswordEncoder encoder) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.encoder = encoder;
    this.nobodysHash = encoder.encode("nobody signs in with this");
  }

  @Override
  public Authentication authenticate(Authentication tried) {
    String name = tried.getName();
    String password = String.valueOf(tried.getCredentials());
    if (attempts.locked(name)) {
      throw new LockedException("too many tries");
    }
    Optional<User> user = users.byUserName(name);
    String hash = user.flatMap(known -> passwords.hashOf(known.id())).orElse(nobodysHash);
    boolean right = encoder.matches(password, hash) && user.isPresent();
    attempts.remember(name, right);
    if (!right) {
      throw new BadCredentialsException("wrong name or password");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedIn(user.get().id().value()), null, List.of());
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
