package no.vegvisar.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredRelations implements Relations {

  private static final String INSERT =
      """
      insert into case_relation (id, case_no, kind, user_id, role, body, unit, ground, ref, since)
      values (:id, :case, :kind, :user, :role, :body, :unit, :ground, :ref, :now) on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredRelations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All ties of a case, ended ones too, oldest first. */
  @Transactional(readOnly = true)
  List<CaseRelation> of(CaseNo caseNo) {
    return jdbc.sql("select * from case_relation where case_no = :case order by since, id")
        .param("case", caseNo.value())
        .query(StoredRelations::read)
        .list();
  }

  /** The same for many cases; a case without ties is left out. */
  @Transactional(readOnly = true)
  Map<CaseNo, List<CaseRelation>> of(Collection<CaseNo> caseNos) {
    Map<CaseNo, List<CaseRelation>> ties = new HashMap<>();
    if (caseNos.isEmpty()) {
      return ties;
    }
    jdbc.sql("select * from case_relation where case_no in (:cases) order by since, id")
        .param("cases", caseNos.stream().map(CaseNo::value).distinct().toList())
        .query(
            row -> {
              ties.computeIfAbsent(new CaseNo(row.getString("case_no")), c -> new ArrayList<>())
                  .add(read(row, row.getRow()));
            });
    return ties;
  }

  @Override
  public void caseInUnit(CaseNo caseNo, String body, String unit) {
    jdbc.sql(
            """
            update case_relation set ended_at = :now
            where case_no = :case and kind = 'unit' and ended_at is null and (unit <> :unit or body <> :body)
            """)
        .param("now", now())
        .param("case", caseNo.value())
        .param("unit", unit)
        .param("body", body)
        .update();
    insert(caseNo, CaseRelation.Kind.UNIT, null, null, body, unit, null, null);
  }

  @Override
  public void caseLeftUnits(CaseNo caseNo) {
    jdbc.sql(
            "update case_relation set ended_at = :now where case_no = :case and kind = 'unit' and ended_at is null")
        .param("now", now())
        .param("case", caseNo.value())
        .update();
  }

  @Override
  public void taskOpened(CaseNo caseNo, String taskId, Role role, String unit) {
    int known =
        jdbc.sql(
                """
                update case_relation set role = :role, unit = :unit
                where ref = :task and kind = 'task' and ended_at is null
                """)
            .param("role", role.code())
            .param("unit", unit)
            .param("task", taskId)
            .update();
    if (known == 0) {
      insert(caseNo, CaseRelation.Kind.TASK, null, role, null, unit, null, taskId);
    }
  }

  @Override
  public void taskAssigned(String taskId, UserId assignee) {
    jdbc.sql(
            "update case_relation set user_id = :user where ref = :task and kind = 'task' and ended_at is null")
        .param("user", assignee == null ? null : assignee.value())
        .param("task", taskId)
        .update();
  }

  @Override
  public void taskClosed(String taskId) {
    end("kind = 'task' and ref = :a and :b::text is null", taskId, null);
  }

  @Override
  public void teamMember(CaseNo caseNo, UserId user, Role as) {
    insert(caseNo, CaseRelation.Kind.TEAM, user, as, null, null, null, null);
  }

  @Override
  public void teamMemberLeft(CaseNo caseNo, UserId user, Role as) {
    jdbc.sql(
            """
            update case_relation set ended_at = :now
            where case_no = :case and kind = 'team' and user_id = :user and role = :role and ended_at is null
            """)
        .param("now", now())
        .param("case", caseNo.value())
        .param("user", user.value())
        .param("role", as.code())
        .update();
  }

  @Override
  public void teamLeft(CaseNo caseNo) {
    jdbc.sql(
            "update case_relation set ended_at = :now where case_no = :case and kind = 'team' and ended_at is null")
        .param("now", now())
        .param("case", caseNo.value())
        .update();
  }

  @Override
  public void disclosedTo(CaseNo caseNo, String body, String unit, String disclosureId) {
    insert(caseNo, CaseRelation.Kind.DISCLOSURE, null, null, body, unit, null, disclosureId);
  }

  @Override
  public void disclosureEnded(String disclosureId) {
    end("kind = 'disclosure' and ref = :a and :b::text is null", disclosureId, null);
  }

  @Override
  public void special(CaseNo caseNo, UserId user, String ground, String key) {
    insert(caseNo, CaseRelation.Kind.SPECIAL, user, null, null, null, ground, key);
  }

  @Override
  public void specialEnded(String ground, String key) {
    end("kind = 'special' and ref = :a and ground = :b", key, ground);
  }

  private void end(String which, String a, String b) {
    jdbc.sql("update case_relation set ended_at = :now where ended_at is null and " + which)
        .param("now", now())
        .param("a", a)
        .param("b", b)
        .update();
  }

  private void insert(
      CaseNo caseNo,
      CaseRelation.Kind kind,
      UserId user,
      Role role,
      String body,
      String unit,
      String ground,
      String ref) {
    jdbc.sql(INSERT)
        .param("id", Ids.next())
        .param("case", caseNo.value())
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("user", user == null ? null : user.value())
        .param("role", role == null ? null : role.code())
        .param("body", body)
        .param("unit", unit)
        .param("ground", ground)
        .param("ref", ref)
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static CaseRelation read(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new CaseRelation(
        CaseRelation.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("user_id"),
        Role.ofCode(row.getString("role")).orElse(null),
        row.getString("body"),
        row.getString("unit"),
        row.getString("ground"),
        row.getString("ref"),
        ended == null ? null : ended.toInstant());
  }
}
