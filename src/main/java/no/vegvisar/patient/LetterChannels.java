package no.vegvisar.patient;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person accepts letters, and whose word that is; nothing told means by post. */
@Service
@Transactional
public class LetterChannels {

  public enum Channel {
    POST,
    DIGITAL,
    /** Nothing is posted: it is handed over at the desk. */
    DESK,
    /** Nothing is posted before somebody has phoned. */
    PHONE_FIRST;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Channel> of(String code) {
      return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
  }

  public enum Source {
    /** The patient said so unasked. */
    PATIENT,
    /** The patient was asked. */
    ASKED,
    NEXT_OF_KIN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Source> of(String code) {
      return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
  }

  /** A wish and where it comes from. */
  public record Wish(Channel channel, Source source) {}

  private final JdbcClient jdbc;

  LetterChannels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when nobody has told of one. */
  @Transactional(readOnly = true)
  public Optional<Wish> of(UUID personId) {
    return Optional.ofNullable(of(List.of(personId)).get(personId));
  }

  /** Those of many persons at once; who has told of none is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, Wish> of(Collection<UUID> personIds) {
    Map<UUID, Wish> wishes = new HashMap<>();
    if (personIds.isEmpty()) {
      return wishes;
    }
    jdbc.sql(
            "select id, letter_channel, letter_channel_source from person where id in (:ids) and letter_channel is not null")
        .param("ids", personIds)
        .query(
            row -> {
              wishes.put(
                  row.getObject(1, UUID.class),
                  new Wish(
                      Channel.of(row.getString(2)).orElseThrow(),
                      Source.of(row.getString(3)).orElseThrow()));
            });
    return wishes;
  }

  /** Keeps the wish; false when it stood already. */
  public boolean choose(UUID personId, Wish wish) {
    if (of(personId).filter(wish::equals).isPresent()) {
      return false;
    }
    jdbc.sql("update person set letter_channel = ?, letter_channel_source = ? where id = ?")
        .params(wish.channel().code(), wish.source().code(), personId)
        .update();
    return true;
  }
}
