package no.vegvisar.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import no.vegvisar.kernel.CaseNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the read log by the minute: one hash over the minute's rows and the seal before it, so that
 * a row taken out, put in or changed later shows. One node at a time; minutes by the database's own
 * clock.
 */
@Component
class ReadLogSeal {

  private static final long LOCK = 0x5245_4144_4C4F_47L;
  private static final String START = "0".repeat(64);

  // A transaction that has begun may still bring rows to its minute; none of ours lasts two.
  private static final String RIPE = "date_trunc('minute', now()) - interval '2 minutes'";

  private static final String ROWS =
      """
      select concat_ws('|', id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), reader,
        coalesce(on_behalf_of, ''), body, coalesce(unit, ''), coalesce(role, ''), case_no, thing, what, purpose, ground)
      from read_log where written_at >= :minute::timestamptz and written_at < :minute::timestamptz + interval '1 minute'
      order by id
      """;

  private final JdbcClient jdbc;

  ReadLogSeal(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Seals every ripe minute that has rows and no seal; returns how many, none when another node is
   * at it.
   */
  @Transactional
  int sealRipe() {
    return sealBefore(RIPE);
  }

  /**
   * @param before SQL of an instant: our own words only
   */
  @Transactional
  int sealBefore(String before) {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
    if (!mine) {
      return 0;
    }
    List<String> minutes =
        jdbc.sql(
                """
                select distinct date_trunc('minute', l.written_at)::text from read_log l
                where l.written_at < %s
                  and l.written_at >= coalesce(
                    (select max(minute) + interval '1 minute' from read_log_seal), '-infinity')
                order by 1
                """
                    .formatted(before))
            .query(String.class)
            .list();
    for (String minute : minutes) {
      String previous =
          jdbc.sql("select hash from read_log_seal order by minute desc limit 1")
              .query(String.class)
              .optional()
              .orElse(START);
      List<String> rows = jdbc.sql(ROWS).param("minute", minute).query(String.class).list();
      jdbc.sql(
              "insert into read_log_seal (minute, entries, previous, hash) values (:minute::timestamptz, :n, :previous, :hash)")
          .param("minute", minute)
          .param("n", rows.size())
          .param("previous", previous)
          .param("hash", hash(previous, rows))
          .update();
    }
    return minutes.size();
  }

  @Transactional(readOnly = true)
  ReadLog.SealReport check(CaseNo caseNo) {
    long outOfPlace =
        jdbc.sql(
                """
                select count(*) from (
                  select s.*, lag(s.hash, 1, :start) over (order by s.minute) as before, coalesce(l.n, 0) as n
                  from read_log_seal s
                  left join (select date_trunc('minute', written_at) as minute, count(*) as n from read_log group by 1) l
                    on l.minute = s.minute) c
                where c.previous <> c.before or c.n <> c.entries
                """)
            .param("start", START)
            .query(Long.class)
            .single();
    List<Sealed> minutes =
        jdbc.sql(
                """
                select minute::text, previous, hash from read_log_seal
                where minute in (select date_trunc('minute', written_at) from read_log where case_no = :case)
                """)
            .param("case", caseNo.value())
            .query(Sealed.class)
            .list();
    boolean changed =
        minutes.stream()
            .anyMatch(
                kept -> {
                  List<String> rows =
                      jdbc.sql(ROWS).param("minute", kept.minute()).query(String.class).list();
                  return !kept.hash().equals(hash(kept.previous(), rows));
                });
    return new ReadLog.SealReport(outOfPlace == 0 && !changed, minutes.size());
  }

  record Sealed(String minute, String previous, String hash) {}

  private static String hash(String previous, List<String> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous.getBytes(StandardCharsets.UTF_8));
      for (String row : rows) {
        // The length in front keeps two rows from being read as one.
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
