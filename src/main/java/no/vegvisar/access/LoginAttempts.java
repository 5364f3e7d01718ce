package no.vegvisar.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import no.vegvisar.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts failed sign-ins of a user name over all nodes; too many close the door for a while. */
@Component
class LoginAttempts {

  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  LoginAttempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether ten tries have failed in the last quarter of an hour, with no success since. */
  @Transactional(readOnly = true)
  boolean locked(String userName) {
    Integer failed =
        jdbc.sql(
                """
                select count(*) from login_attempt
                where name_hash = :name and not succeeded and at > :since
                  and at > coalesce(
                    (select max(at) from login_attempt where name_hash = :name and succeeded and at <= :now),
                    '-infinity')
                """)
            .param("name", hash(userName))
            .param("since", utc(clock.instant().minus(WINDOW)))
            .param("now", utc(clock.instant()))
            .query(Integer.class)
            .single();
    return failed >= MOST;
  }

  // A transaction of its own: the try counts even when what follows it fails.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void remember(String userName, boolean succeeded) {
    String name = hash(userName);
    jdbc.sql(
            "insert into login_attempt (id, name_hash, at, succeeded) values (:id, :name, :at, :succeeded)")
        .param("id", Ids.next())
        .param("name", name)
        .param("at", utc(clock.instant()))
        .param("succeeded", succeeded)
        .update();
    jdbc.sql("delete from login_attempt where name_hash = :name and at < :before")
        .param("name", name)
        .param("before", utc(clock.instant().minus(KEPT)))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String hash(String userName) {
    try {
      byte[] bytes = userName.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
