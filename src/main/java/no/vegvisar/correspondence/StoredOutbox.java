package no.vegvisar.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Outbox} in a table that every node serves. Each row goes through three steps with a commit
 * between: claimed under a lease, handed to its transport outside any transaction, marked. A kill
 * between the steps leaves a lease that runs out: transports that know their keys try again, others
 * wait for a person (decisions 5).
 */
@Component
class StoredOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(StoredOutbox.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int TRIES = 6;

  private final JdbcTemplate jdbc;
  private final ObjectProvider<Transport> transports;
  private final ObjectProvider<CaseLedger> ledger;
  private final CaseDuties work;
  private final TransactionTemplate transaction;
  private final MovableClock clock;
  private final boolean scheduled;

  StoredOutbox(
      JdbcTemplate jdbc,
      ObjectProvider<Transport> transports,
      ObjectProvider<CaseLedger> ledger,
      CaseDuties work,
      PlatformTransactionManager transactions,
      MovableClock clock,
      @Value("${vegvisar.dispatcher.enabled}") boolean scheduled) {
    this.jdbc = jdbc;
    this.transports = transports;
    this.ledger = ledger;
    this.work = work;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
    this.scheduled = scheduled;
  }

  private record Claimed(UUID id, Item item, int attempts) {}

  @Override
  @Transactional
  public UUID enqueue(Item item) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    jdbc.update(
        "insert into outbox (id, transport, case_no, subject_id, payload, order_key, state, created_at, not_before)"
            + " values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)",
        id,
        item.transport(),
        item.caseNo().value(),
        item.subjectId(),
        item.payload(),
        item.orderKey(),
        Timestamp.from(now),
        Timestamp.from(item.notBefore() == null ? now : item.notBefore()));
    return id;
  }

  @Override
  @Transactional
  public int cancel(CaseNo caseNo, String subjectIdOrNull, String reason) {
    int rows =
        jdbc.update(
            "update outbox set state = 'CANCELLED', cancelled_at = ?, last_error = ?"
                + " where case_no = ? and state = 'WAITING' and (cast(? as varchar) is null or subject_id = ?)",
            Timestamp.from(clock.instant()),
            reason,
            caseNo.value(),
            subjectIdOrNull,
            subjectIdOrNull);
    if (rows > 0) {
      ledger.getObject().append(caseNo, new CorrespondenceEvent.Cancelled(rows, reason));
    }
    return rows;
  }

  @Scheduled(fixedDelay = 2000)
  void drainOnSchedule() {
    if (scheduled && !clock.isStopped()) {
      drain();
    }
  }

  @Override
  public int drain() {
    recoverLeases();
    int left = 0;
    for (Optional<Claimed> row = claim(); row.isPresent(); row = claim()) {
      left += deliver(row.get()) ? 1 : 0;
    }
    return left;
  }

  /**
   * A node died while sending: what knows its keys is sent again, for the rest a person decides.
   */
  private void recoverLeases() {
    // outside a transaction the pool would roll this back without a word
    transaction.executeWithoutResult(
        status -> {
          List<Claimed> lost =
              jdbc.query(
                  "select * from outbox where state = 'SENDING' and lease_until < ?",
                  (row, n) -> claimed(row),
                  Timestamp.from(clock.instant()));
          for (Claimed row : lost) {
            String next =
                transport(row.item().transport()).deduplicates() ? "WAITING" : "UNCERTAIN";
            jdbc.update(
                "update outbox set state = ?, lease_until = null where id = ? and state = 'SENDING'",
                next,
                row.id());
            if (next.equals("UNCERTAIN")) {
              work.owed(decision(row.id()));
            }
          }
        });
  }

  /** The operator decides by kind and time alone, so the case's number stays out of it. */
  private CaseDuties.Duty decision(UUID rowId) {
    return new CaseDuties.Duty(
        "uncertain",
        null,
        Role.OPERATOR,
        null,
        "correspondence.uncertain.work",
        OsloTime.dateOf(clock.instant()),
        "/operations/outbox",
        decisionKey(rowId),
        true);
  }

  private static String decisionKey(UUID rowId) {
    return "uncertain:" + rowId;
  }

  private Optional<Claimed> claim() {
    return transaction.execute(
        status -> {
          Timestamp now = Timestamp.from(clock.instant());
          List<Claimed> due =
              jdbc.query(
                  "select * from outbox o where state = 'WAITING' and not_before <= ? and (order_key is null or not exists ("
                      + "select 1 from outbox e where e.order_key = o.order_key and e.id < o.id and e.state in ('WAITING', 'SENDING')))"
                      + " order by not_before, id limit 1 for update skip locked",
                  (row, n) -> claimed(row),
                  now);
          if (due.isEmpty()) {
            return Optional.<Claimed>empty();
          }
          Claimed row = due.get(0);
          jdbc.update(
              "update outbox set state = 'SENDING', attempts = attempts + 1, lease_until = ? where id = ?",
              Timestamp.from(clock.instant().plus(LEASE)),
              row.id());
          return Optional.of(row);
        });
  }

  private boolean deliver(Claimed row) {
    Transport transport = transport(row.item().transport());
    Optional<String> held = transaction.execute(status -> transport.hold(row.item()));
    if (held.isPresent()) {
      mark(row, "HELD", held.get(), () -> transport.held(row.id(), row.item(), held.get()));
      return false;
    }
    try {
      transport.send(row.id(), row.item());
    } catch (Exception e) {
      // the class only: a transport's words may quote a receiver
      String kind = e.getClass().getSimpleName();
      LOG.warn(
          "outbox row {} did not leave by {}, attempt {}: {}",
          row.id(),
          row.item().transport(),
          row.attempts() + 1,
          kind);
      if (row.attempts() + 1 >= TRIES) {
        mark(row, "FAILED", kind, () -> transport.gaveUp(row.id(), row.item()));
      } else {
        Instant next = clock.instant().plus(Duration.ofSeconds(30L << row.attempts()));
        jdbc.update(
            "update outbox set state = 'WAITING', not_before = ?, last_error = ?, lease_until = null where id = ?",
            Timestamp.from(next),
            kind,
            row.id());
      }
      return false;
    }
    mark(row, "SENT", null, () -> transport.sent(row.id(), row.item()));
    return true;
  }

  private void mark(Claimed row, String state, String error, Runnable along) {
    transaction.executeWithoutResult(status -> markHere(row, state, error, along));
  }

  private void markHere(Claimed row, String state, String error, Runnable along) {
    jdbc.update(
        "update outbox set state = ?, last_error = ?, lease_until = null, sent_at = ? where id = ?",
        state,
        error,
        state.equals("SENT") ? Timestamp.from(clock.instant()) : null,
        row.id());
    along.run();
  }

  private Transport transport(String name) {
    return transports.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no transport " + name));
  }

  @Override
  public List<Row> ofCase(CaseNo caseNo) {
    return jdbc.query(
        "select * from outbox where case_no = ? order by created_at, id",
        (row, n) -> row(row),
        caseNo.value());
  }

  @Override
  public List<Row> uncertain() {
    return jdbc.query(
        "select * from outbox where state = 'UNCERTAIN' order by created_at, id",
        (row, n) -> row(row));
  }

  @Override
  @Transactional
  public void settle(UUID rowId, boolean hadLeft) {
    List<Claimed> rows =
        jdbc.query(
            "select * from outbox where id = ? and state = 'UNCERTAIN' for update",
            (row, n) -> claimed(row),
            rowId);
    if (rows.isEmpty()) {
      return;
    }
    Claimed row = rows.get(0);
    work.settled(decisionKey(rowId));
    if (hadLeft) {
      markHere(
          row, "SENT", null, () -> transport(row.item().transport()).sent(row.id(), row.item()));
    } else {
      jdbc.update(
          "update outbox set state = 'WAITING', not_before = ? where id = ?",
          Timestamp.from(clock.instant()),
          rowId);
    }
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        row.getObject("id", UUID.class),
        new Item(
            row.getString("transport"),
            new CaseNo(row.getString("case_no")),
            row.getString("subject_id"),
            row.getString("payload"),
            row.getString("order_key"),
            row.getTimestamp("not_before").toInstant()),
        row.getInt("attempts"));
  }

  private static Row row(ResultSet row) throws SQLException {
    Timestamp sent = row.getTimestamp("sent_at");
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("transport"),
        new CaseNo(row.getString("case_no")),
        row.getString("subject_id"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant(),
        sent == null ? null : sent.toInstant());
  }
}
