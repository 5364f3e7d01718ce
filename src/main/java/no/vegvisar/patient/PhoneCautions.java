package no.vegvisar.patient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to know before somebody phones a person (S16); nothing known means the phone is theirs. */
@Service
@Transactional
public class PhoneCautions {

  /** Why nothing may be said, or nobody called, before the voice is known. */
  public enum Caution {
    /** Others answer it: say neither who calls nor why. */
    SHARED,
    /** Somebody else has it. */
    WRONG;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Caution> of(String code) {
      return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
  }

  private final JdbcClient jdbc;

  PhoneCautions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when nobody has told of any. */
  @Transactional(readOnly = true)
  public Optional<Caution> of(UUID personId) {
    return jdbc.sql("select phone_caution from person where id = ? and phone_caution is not null")
        .param(personId)
        .query(String.class)
        .optional()
        .flatMap(Caution::of);
  }

  /**
   * Keeps it; false when it stood already.
   *
   * @param cautionOrNull null: the phone is the person's own after all
   */
  public boolean beware(UUID personId, Caution cautionOrNull) {
    if (of(personId).equals(Optional.ofNullable(cautionOrNull))) {
      return false;
    }
    jdbc.sql("update person set phone_caution = ? where id = ?")
        .params(cautionOrNull == null ? null : cautionOrNull.code(), personId)
        .update();
    return true;
  }
}
