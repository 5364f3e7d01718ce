package no.vegvisar.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import no.vegvisar.access.AccessRules.Ground;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredReadLog implements ReadLog {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ReadLogSeal seal;

  StoredReadLog(JdbcClient jdbc, Clock clock, ReadLogSeal seal) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seal = seal;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void write(Actor reader, Ground ground, CaseNo caseNo, Thing thing, String what) {
    UserId absent = ground.standsInFor() == null ? reader.onBehalfOf() : ground.standsInFor();
    jdbc.sql(
            """
            insert into read_log
              (id, at, reader, on_behalf_of, body, unit, role, case_no, thing, what, purpose, ground)
            values (:id, :at, :reader, :behalf, :body, :unit, :role, :case, :thing, :what, :purpose, :ground)
            """)
        .param("id", Ids.next())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("reader", reader.id().value())
        .param("behalf", absent == null ? null : absent.value())
        .param("body", reader.body())
        .param("unit", ground.unit())
        .param("role", ground.role() == null ? null : ground.role().code())
        .param("case", caseNo.value())
        .param("thing", thing.name())
        .param("what", what)
        .param("purpose", ground.purpose().name())
        .param("ground", ground.word())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Reading> of(CaseNo caseNo) {
    return jdbc.sql("select * from read_log where case_no = :case order by at, id")
        .param("case", caseNo.value())
        .query(StoredReadLog::read)
        .list();
  }

  @Override
  public SealReport checkSeals(CaseNo caseNo) {
    return seal.check(caseNo);
  }

  private static Reading read(ResultSet row, int number) throws SQLException {
    String behalf = row.getString("on_behalf_of");
    return new Reading(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new UserId(row.getString("reader")),
        behalf == null ? null : new UserId(behalf),
        row.getString("body"),
        row.getString("unit"),
        row.getString("role"),
        new CaseNo(row.getString("case_no")),
        Thing.valueOf(row.getString("thing")),
        row.getString("what"),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("ground"));
  }
}
