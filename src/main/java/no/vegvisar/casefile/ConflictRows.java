package no.vegvisar.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.access.Actor;
import no.vegvisar.access.Restriction;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has stepped back from which case; whoever has, sees nothing of it any more. */
@Repository
class ConflictRows implements Restriction {

  private static final Refusal CLOSED = Refusal.of("casefile.refusal.conflict");
  private static final Refusal OWN = Refusal.of("casefile.refusal.own-case");

  private final JdbcClient jdbc;

  ConflictRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who has stepped back, and when.
   *
   * @param tasks what they had to do then; goes back to them if it was a mistake
   * @param own whether they are the patient, and never said anything
   */
  record Row(CaseNo caseNo, UserId user, Instant at, List<String> tasks, boolean own) {}

  /** Whether it was new; one that was taken back stands again. */
  boolean add(CaseNo caseNo, UserId user, Instant at, List<String> tasks) {
    return jdbc.sql(
                """
                insert into case_conflict (case_no, user_id, declared_at, task_ids) values (:case, :user, :at, :tasks)
                on conflict (case_no, user_id) do update
                set declared_at = excluded.declared_at, task_ids = excluded.task_ids, own_case = false, taken_back_at = null, taken_back_by = null
                where case_conflict.taken_back_at is not null
                """)
            .param("case", caseNo.value())
            .param("user", user.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("tasks", String.join(",", tasks))
            .update()
        > 0;
  }

  /** Shuts it for who is the patient; whether that was not so until now. */
  boolean shut(CaseNo caseNo, UserId user, Instant at) {
    return jdbc.sql(
                """
                insert into case_conflict (case_no, user_id, declared_at, own_case) values (?, ?, ?, true)
                on conflict (case_no, user_id) do update
                set own_case = true, taken_back_at = null, taken_back_by = null, task_ids = null
                where not case_conflict.own_case
                """)
            .params(caseNo.value(), user.value(), at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /** Whether it stood until now. */
  boolean takeBack(CaseNo caseNo, UserId user, UserId by, Instant at) {
    return jdbc.sql(
                "update case_conflict set taken_back_at = ?, taken_back_by = ? where case_no = ? and user_id = ? and taken_back_at is null")
            .params(at.atOffset(ZoneOffset.UTC), by.value(), caseNo.value(), user.value())
            .update()
        > 0;
  }

  /** Those that stand on a case, in order. */
  List<Row> ofCase(CaseNo caseNo) {
    return rows("case_no", caseNo.value());
  }

  /** Those of a user that stand, in order. */
  List<Row> ofUser(UserId user) {
    return rows("user_id", user.value());
  }

  private List<Row> rows(String column, String value) {
    return jdbc.sql(
            "select * from case_conflict where "
                + column
                + " = ? and taken_back_at is null order by declared_at, case_no")
        .param(value)
        .query(
            (row, n) ->
                new Row(
                    new CaseNo(row.getString("case_no")),
                    new UserId(row.getString("user_id")),
                    row.getTimestamp("declared_at").toInstant(),
                    row.getString("task_ids") == null || row.getString("task_ids").isEmpty()
                        ? List.of()
                        : List.of(row.getString("task_ids").split(",")),
                    row.getBoolean("own_case")))
        .list();
  }

  @Transactional(readOnly = true)
  boolean has(CaseNo caseNo, UserId user) {
    return jdbc.sql(
                "select count(*) from case_conflict where case_no = ? and user_id = ? and taken_back_at is null")
            .params(caseNo.value(), user.value())
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Refusal> against(Actor actor, CaseNo caseNo, Thing thing) {
    return Optional.ofNullable(against(actor, List.of(caseNo), thing).get(caseNo));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, Refusal> against(Actor actor, Collection<CaseNo> caseNos, Thing thing) {
    Map<CaseNo, Refusal> against = new HashMap<>();
    if (caseNos.isEmpty()) {
      return against;
    }
    jdbc.sql(
            "select case_no, own_case from case_conflict where user_id = :me and case_no in (:cases) and taken_back_at is null")
        .param("me", actor.id().value())
        .param("cases", Set.copyOf(caseNos.stream().map(CaseNo::value).toList()))
        .query(
            row -> {
              against.put(new CaseNo(row.getString(1)), row.getBoolean(2) ? OWN : CLOSED);
            });
    return against;
  }
}
