package no.vegvisar.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What goes by post and is no letter of ours: a referral that is sent on, where people post by
 * hand. It lies on the table among the letters, as one without a document; what is put in the
 * envelope is printed from the case.
 */
@Component
class PostSlips {

  /** Stands for the template of a letter; its name in the lists. */
  private static final String TEMPLATE = "referral-sent-on";

  private final JdbcClient jdbc;
  private final CaseLedger ledger;
  private final PostTies ties;
  private final CurrentActor actor;
  private final Clock clock;

  PostSlips(JdbcClient jdbc, CaseLedger ledger, PostTies ties, CurrentActor actor, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.ties = ties;
    this.actor = actor;
    this.clock = clock;
  }

  /** One slip; {@code letter} has no document. */
  record Slip(Letters.Letter letter, LocalDate postedOn, boolean returned) {}

  /** Waits to be posted from now on; the row's id is the slip's, so a repeat changes nothing. */
  void lies(UUID rowId, CaseNo caseNo, String reference) {
    ledger.lock(caseNo);
    int laid =
        jdbc.sql(
                "insert into post_slip (id, case_no, reference, laid_at) values (?, ?, ?, ?) on conflict do nothing")
            .params(rowId, caseNo.value(), reference, now())
            .update();
    if (laid > 0) {
      ties.lies(caseNo, rowId);
    }
  }

  /** All that lie, oldest first, then what went since that time. */
  List<Slip> since(Instant since) {
    return jdbc.sql(
            """
            select * from post_slip where posted_at is null or posted_at > :since
            order by posted_at desc nulls first, laid_at limit 200
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> slip(row))
        .list();
  }

  Optional<Slip> find(UUID id) {
    return jdbc.sql("select * from post_slip where id = ?")
        .param(id)
        .query((row, n) -> slip(row))
        .optional();
  }

  int lying() {
    return jdbc.sql("select count(*) from post_slip where posted_at is null")
        .query(Integer.class)
        .single();
  }

  int returned() {
    return jdbc.sql(
            "select count(*) from post_slip where posted_at is null and returned_at is not null")
        .query(Integer.class)
        .single();
  }

  /** Somebody has posted it on that day; said twice it is posted once. */
  void posted(Slip slip, LocalDate on) {
    CaseNo caseNo = slip.letter().caseNo();
    ledger.lock(caseNo);
    int gone =
        jdbc.sql(
                "update post_slip set posted_on = ?, posted_at = ?, posted_by = ?, returned_at = null where id = ? and posted_at is null")
            .params(on, now(), actor.get().id().value(), slip.letter().id())
            .update();
    if (gone > 0) {
      ties.gone(slip.letter().id());
      ledger.append(
          caseNo,
          new CorrespondenceEvent.ReferralPosted(reference(slip.letter().id()), on.toString()));
    }
  }

  /** The post came back: it lies there again. */
  void cameBack(Slip slip) {
    CaseNo caseNo = slip.letter().caseNo();
    ledger.lock(caseNo);
    int back =
        jdbc.sql(
                "update post_slip set posted_at = null, posted_on = null, returned_at = ? where id = ? and posted_at is not null")
            .params(now(), slip.letter().id())
            .update();
    if (back > 0) {
      ties.lies(caseNo, slip.letter().id());
      ledger.append(
          caseNo, new CorrespondenceEvent.ReferralReturned(reference(slip.letter().id())));
    }
  }

  private String reference(UUID id) {
    return jdbc.sql("select reference from post_slip where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private java.time.OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Slip slip(ResultSet row) throws SQLException {
    Timestamp posted = row.getTimestamp("posted_at");
    boolean returned = row.getTimestamp("returned_at") != null;
    java.sql.Date on = row.getDate("posted_on");
    return new Slip(
        new Letters.Letter(
            row.getObject("id", UUID.class),
            new CaseNo(row.getString("case_no")),
            TEMPLATE,
            Letters.To.OTHER,
            Language.NN,
            null,
            posted != null
                ? Letters.State.SENT
                : returned ? Letters.State.RETURNED : Letters.State.TO_POST,
            row.getTimestamp("laid_at").toInstant(),
            posted == null ? null : posted.toInstant(),
            null,
            null),
        on == null ? null : on.toLocalDate(),
        returned);
  }
}
