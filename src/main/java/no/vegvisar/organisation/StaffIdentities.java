package no.vegvisar.organisation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the staff is which person, told by themselves and kept as a digest under the key {@code
 * vegvisar.identity.key} (pathway-facts §10.14). Without a key nothing is kept; the number is never
 * kept at all.
 */
@Service
@Transactional
public class StaffIdentities {

  private static final int SHORTEST_KEY = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String key;

  StaffIdentities(JdbcClient jdbc, Clock clock, @Value("${vegvisar.identity.key:}") String key) {
    if (!key.isEmpty() && key.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException("vegvisar.identity.key has at least 32 characters");
    }
    this.jdbc = jdbc;
    this.clock = clock;
    this.key = key;
  }

  /** Whether this installation keeps them. */
  public boolean kept() {
    return !key.isEmpty();
  }

  /** Whether this user has told theirs. */
  @Transactional(readOnly = true)
  public boolean has(UserId user) {
    return jdbc.sql("select count(*) from staff_identity where user_id = ?")
            .param(user.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Keeps the digest of a user's own number, once; who told theirs does not change it.
   *
   * @return whether it was new
   */
  public boolean register(UserId user, String digits) {
    return kept()
        && jdbc.sql(
                    "insert into staff_identity (user_id, identity_digest, registered_at) values (?, ?, ?) on conflict do nothing")
                .params(user.value(), digest(digits), clock.instant().atOffset(ZoneOffset.UTC))
                .update()
            > 0;
  }

  /** The number was not theirs after all; they may tell another. */
  public void forget(UserId user) {
    jdbc.sql("delete from staff_identity where user_id = ?").param(user.value()).update();
  }

  /** Users whose number this is; empty without a key or a number. */
  @Transactional(readOnly = true)
  public List<UserId> of(String digitsOrNull) {
    return kept() && digitsOrNull != null
        ? jdbc.sql("select user_id from staff_identity where identity_digest = ? order by user_id")
            .param(digest(digitsOrNull))
            .query((row, n) -> new UserId(row.getString(1)))
            .list()
        : List.of();
  }

  private String digest(String digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
