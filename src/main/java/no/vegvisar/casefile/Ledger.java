package no.vegvisar.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.engine.CurrentStep;
import no.vegvisar.engine.StepRef;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class Ledger implements CaseLedger {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  private static final String LINES =
      """
      select e.*, p.salt, p.payload, p.erased_at, (p.case_no is not null) as has_payload_row
      from case_event e left join case_event_payload p on p.case_no = e.case_no and p.seq = e.seq
      where e.case_no = ? order by e.seq
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final EventTypes types;
  private final CurrentActor currentActor;
  private final CaseAccess access;
  private final Clock clock;

  Ledger(
      JdbcClient jdbc,
      ObjectMapper json,
      EventTypes types,
      CurrentActor currentActor,
      CaseAccess access,
      Clock clock) {
    this.jdbc = jdbc;
    this.json =
        json.copy()
            .disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.types = types;
    this.currentActor = currentActor;
    this.access = access;
    this.clock = clock;
  }

  /** Makes the head of a new case; its first entry follows it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(CaseNo caseNo) {
    jdbc.sql("insert into case_ledger_head (case_no, last_seq, last_hash) values (?, 0, ?)")
        .params(caseNo.value(), Chain.START)
        .update();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(CaseNo caseNo) {
    head(caseNo);
  }

  private record Head(long seq, String hash) {}

  private Head head(CaseNo caseNo) {
    return jdbc.sql("select last_seq, last_hash from case_ledger_head where case_no = ? for update")
        .param(caseNo.value())
        .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no such case"));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public LedgerEntry append(CaseNo caseNo, CaseEvent event) {
    Head head = head(caseNo);
    Actor actor = currentActor.get();
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] payload = Chain.canonical(write(event));
    // PostgreSQL keeps microseconds and would round what is finer
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Line line =
        new Line(
            caseNo,
            head.seq() + 1,
            EventTypes.nameOf(event.getClass()),
            at,
            actor.id().value(),
            access.actsFor(caseNo).map(UserId::value).orElse(null),
            event.thing().name(),
            CurrentStep.get().orElse(null),
            head.hash(),
            Chain.contentHash(salt, payload));
    String hash = line.computeHash();
    StepRef step = line.step() == null ? new StepRef(null, 0, null, null, null, null) : line.step();
    jdbc.sql(
            """
            insert into case_event (case_no, seq, type, at, actor, on_behalf_of, thing, process_key, process_version, element_id,
              task_id, form_id, form_version, previous, content_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                caseNo.value(),
                line.seq(),
                line.type(),
                at.atOffset(ZoneOffset.UTC),
                line.actor(),
                line.onBehalfOf(),
                line.thing(),
                step.processKey(),
                line.step() == null ? null : step.processVersion(),
                step.elementId(),
                step.taskId(),
                step.formId(),
                step.formVersion(),
                line.previous(),
                line.contentHash(),
                hash))
        .update();
    jdbc.sql("insert into case_event_payload (case_no, seq, salt, payload) values (?, ?, ?, ?)")
        .params(caseNo.value(), line.seq(), salt, payload)
        .update();
    jdbc.sql("update case_ledger_head set last_seq = ?, last_hash = ? where case_no = ?")
        .params(line.seq(), hash, caseNo.value())
        .update();
    return line.entry(event, false, hash);
  }

  @Override
  @Transactional(readOnly = true)
  public List<LedgerEntry> entries(CaseNo caseNo) {
    return stored(caseNo).stream().map(s -> s.line().entry(read(s), s.erased(), s.hash())).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public ChainReport verify(CaseNo caseNo) {
    List<Stored> lines = stored(caseNo);
    long brokenAt = 0;
    long erased = 0;
    String previous = Chain.START;
    long expected = 1;
    for (Stored stored : lines) {
      erased += stored.erased() ? 1 : 0;
      if (brokenAt == 0 && !stored.fits(expected, previous)) {
        brokenAt = expected;
      }
      previous = stored.hash();
      expected++;
    }
    Head head =
        jdbc.sql("select last_seq, last_hash from case_ledger_head where case_no = ?")
            .param(caseNo.value())
            .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
            .optional()
            .orElseThrow(() -> new IllegalArgumentException("no such case"));
    // entries cut off at the end leave a whole chain behind; the head knows better
    if (brokenAt == 0 && (head.seq() != lines.size() || !head.hash().equals(previous))) {
      brokenAt = expected;
    }
    return new ChainReport(brokenAt == 0, lines.size(), erased, brokenAt, head.hash());
  }

  @Override
  @Transactional
  public void erase(CaseNo caseNo, long seq, String reason) {
    Actor actor = currentActor.get();
    if (actor.isSystem()) {
      throw new IllegalStateException("content is erased by order of a person");
    }
    head(caseNo);
    int gone =
        jdbc.sql(
                """
                update case_event_payload set salt = null, payload = null, erased_at = ?, erased_by = ?, erase_reason = ?
                where case_no = ? and seq = ? and erased_at is null
                """)
            .params(
                clock.instant().atOffset(ZoneOffset.UTC),
                actor.id().value(),
                reason,
                caseNo.value(),
                seq)
            .update();
    if (gone == 1) {
      append(caseNo, new CasefileEvent.ContentErased(seq, reason));
    }
  }

  private List<Stored> stored(CaseNo caseNo) {
    return jdbc.sql(LINES).param(caseNo.value()).query((row, n) -> stored(row)).list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String processKey = row.getString("process_key");
    StepRef step =
        processKey == null
            ? null
            : new StepRef(
                processKey,
                row.getInt("process_version"),
                row.getString("element_id"),
                row.getString("task_id"),
                row.getString("form_id"),
                row.getString("form_version"));
    Line line =
        new Line(
            new CaseNo(row.getString("case_no")),
            row.getLong("seq"),
            row.getString("type"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("on_behalf_of"),
            row.getString("thing"),
            step,
            row.getString("previous"),
            row.getString("content_hash"));
    return new Stored(
        line,
        row.getString("hash"),
        row.getBytes("salt"),
        row.getBytes("payload"),
        row.getBoolean("has_payload_row"),
        row.getObject("erased_at") != null);
  }

  private String write(CaseEvent event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      // the cause may quote content
      throw new IllegalStateException(
          "event of type " + EventTypes.nameOf(event.getClass()) + " cannot be written");
    }
  }

  private CaseEvent read(Stored stored) {
    var type = types.typeOf(stored.line().type());
    if (stored.payload() == null || type.isEmpty()) {
      return null;
    }
    try {
      return json.readValue(stored.payload(), type.get());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "entry " + stored.line().seq() + " of type " + stored.line().type() + " cannot be read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of the ledger without its content. */
  private record Line(
      CaseNo caseNo,
      long seq,
      String type,
      Instant at,
      String actor,
      String onBehalfOf,
      String thing,
      StepRef step,
      String previous,
      String contentHash) {

    String computeHash() {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("previous", previous);
      parts.put("caseNo", caseNo.value());
      parts.put("seq", Long.toString(seq));
      parts.put("type", type);
      parts.put("at", at.toString());
      parts.put("actor", actor);
      parts.put("onBehalfOf", onBehalfOf);
      parts.put("thing", thing);
      parts.put("process", step == null ? null : step.processKey());
      parts.put("processVersion", step == null ? null : Integer.toString(step.processVersion()));
      parts.put("element", step == null ? null : step.elementId());
      parts.put("task", step == null ? null : step.taskId());
      parts.put("form", step == null ? null : step.formId());
      parts.put("formVersion", step == null ? null : step.formVersion());
      parts.put("content", contentHash);
      return Chain.entryHash(parts);
    }

    LedgerEntry entry(CaseEvent event, boolean erased, String hash) {
      return new LedgerEntry(
          caseNo,
          seq,
          type,
          at,
          new UserId(actor),
          onBehalfOf == null ? null : new UserId(onBehalfOf),
          step,
          Thing.valueOf(thing),
          event,
          erased,
          hash);
    }
  }

  private record Stored(
      Line line, String hash, byte[] salt, byte[] payload, boolean payloadRow, boolean erased) {

    boolean fits(long expected, String before) {
      boolean content =
          erased
              ? payload == null
              : payload != null && Chain.contentHash(salt, payload).equals(line.contentHash());
      return line.seq() == expected
          && line.previous().equals(before)
          && payloadRow
          && content
          && line.computeHash().equals(hash);
    }
  }
}
