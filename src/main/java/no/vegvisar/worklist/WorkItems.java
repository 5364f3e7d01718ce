package no.vegvisar.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.vegvisar.access.Actor;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection's table. A queue is read as one index range per role and unit, merged; pages go on
 * from a key.
 */
@Repository
class WorkItems {

  /** The database's word for "no due date": sorts last. */
  static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

  enum Sort {
    DUE("due_sort", "due_sort, id", "(due_sort, id) > (:at, :id)"),
    CREATED("created_at", "created_at desc, id desc", "(created_at, id) < (:at, :id)");

    final String column;
    private final String order;
    private final String after;

    Sort(String column, String order, String after) {
      this.column = column;
      this.order = order;
      this.after = after;
    }
  }

  /** Where the page before ended; null for the first page. */
  record Key(Instant at, String id) {}

  /** What the list is narrowed to; null does not narrow. */
  record Filter(Instant dueFrom, Instant dueBefore, String kind, String process) {
    static final Filter NONE = new Filter(null, null, null, null);

    private String sql() {
      return (dueFrom == null ? "" : " and due_sort >= :dueFrom")
          + (dueBefore == null ? "" : " and due_sort < :dueBefore")
          + (kind == null ? "" : " and due is not null and due_kind = :kind")
          + (process == null ? "" : " and process_key = :process");
    }
  }

  private final JdbcClient jdbc;

  WorkItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(
      OpenTask task,
      String unit,
      Instant due,
      String dueRule,
      DeadlineClocks.Kind kind,
      OffsetDateTime now) {
    jdbc.sql(
            """
            insert into work_item
              (id, source, kind, case_no, process_key, process_version, definition_id, instance_id, role, unit, assignee,
               title_en, title_nn, title_nb, process_en, process_nn, process_nb, due, due_rule, due_kind, not_same_as, created_at, changed_at)
            values (:id, 'engine', :kind, :case, :process, :version, :definition, :instance, :role, :unit, :assignee,
               :en, :nn, :nb, :pen, :pnn, :pnb, :due, :rule, :dueKind, :notSame, :created, :now)
            on conflict (id) do update set
              kind = excluded.kind, case_no = excluded.case_no, process_key = excluded.process_key,
              process_version = excluded.process_version, definition_id = excluded.definition_id, instance_id = excluded.instance_id,
              role = excluded.role, unit = excluded.unit, assignee = excluded.assignee, title_en = excluded.title_en,
              title_nn = excluded.title_nn, title_nb = excluded.title_nb, process_en = excluded.process_en,
              process_nn = excluded.process_nn, process_nb = excluded.process_nb, due = excluded.due, due_rule = excluded.due_rule,
              due_kind = excluded.due_kind, not_same_as = excluded.not_same_as, changed_at = excluded.changed_at
            """)
        .param("id", task.taskId())
        .param("kind", task.elementId())
        .param("case", task.caseNo())
        .param("process", task.processKey())
        .param("version", task.processVersion())
        .param("definition", task.processDefinitionId())
        .param("instance", task.processInstanceId())
        .param("role", task.role())
        .param("unit", unit)
        .param("assignee", task.assignee())
        .param("en", task.name().en())
        .param("nn", task.name().nn())
        .param("nb", task.name().nb())
        .param("pen", task.processName().en())
        .param("pnn", task.processName().nn())
        .param("pnb", task.processName().nb())
        .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
        .param("rule", dueRule)
        .param("dueKind", kind.name())
        .param("notSame", task.properties().get("notSamePersonAs"))
        .param("created", task.created().atOffset(ZoneOffset.UTC))
        .param("now", now)
        .update();
  }

  /** Takes the row away and remembers who did it when it was completed. */
  void close(String id, boolean completed, OffsetDateTime now) {
    if (completed) {
      jdbc.sql("delete from work_done where done_at < :old")
          .param("old", now.minusDays(30))
          .update();
      jdbc.sql(
              """
              insert into work_done (id, case_no, title_en, title_nn, title_nb, process_en, process_nn, process_nb, done_by, done_at)
              select id, case_no, title_en, title_nn, title_nb, process_en, process_nn, process_nb, assignee, :now
              from work_item where id = :id and assignee is not null on conflict do nothing
              """)
          .param("id", id)
          .param("now", now)
          .update();
    }
    jdbc.sql("delete from work_item where id = :id").param("id", id).update();
  }

  Optional<WorkItem> find(String id) {
    return jdbc.sql("select * from work_item where id = :id")
        .param("id", id)
        .query(WorkItems::read)
        .optional();
  }

  List<WorkItem> ofCase(String caseNo) {
    return jdbc.sql("select * from work_item where case_no = :case order by due_sort, id")
        .param("case", caseNo)
        .query(WorkItems::read)
        .list();
  }

  List<WorkItem> ofEngine() {
    return jdbc.sql("select * from work_item where source = 'engine' order by id")
        .query(WorkItems::read)
        .list();
  }

  /**
   * One's own, and what those have whom one stands in for.
   *
   * @param covered user, role and unit of each, with colons between
   */
  List<WorkItem> mine(
      Actor actor, List<String> covered, Filter filter, Sort sort, Key key, int limit) {
    String sql =
        "select * from work_item where "
            + own(covered)
            + filter.sql()
            + (key == null ? "" : " and " + sort.after)
            + " order by "
            + sort.order
            + " limit :limit";
    return with(covered(jdbc.sql(sql), actor, covered).param("limit", limit), filter, key)
        .query(WorkItems::read)
        .list();
  }

  long countMine(Actor actor, List<String> covered, Filter filter) {
    String sql = "select count(*) from work_item where " + own(covered) + filter.sql();
    return with(covered(jdbc.sql(sql), actor, covered), filter, null).query(Long.class).single();
  }

  private static String own(List<String> covered) {
    return covered.isEmpty()
        ? "assignee = :me"
        : "(assignee = :me or assignee || ':' || role || ':' || unit = any(string_to_array(:covered, ',')))";
  }

  private static JdbcClient.StatementSpec covered(
      JdbcClient.StatementSpec sql, Actor actor, List<String> covered) {
    JdbcClient.StatementSpec spec = sql.param("me", actor.id().value());
    return covered.isEmpty() ? spec : spec.param("covered", String.join(",", covered));
  }

  /** Of the roles the actor holds, each in its unit. */
  List<WorkItem> queue(
      Actor actor, boolean unassigned, Filter filter, Sort sort, Key key, int limit) {
    String sql =
        "select w.* from unnest(string_to_array(:roles, ','), string_to_array(:units, ',')) as g(r, u) cross join lateral ("
            + "select * from work_item where role = g.r and unit = g.u"
            + (unassigned ? " and assignee is null" : "")
            + filter.sql()
            + (key == null ? "" : " and " + sort.after)
            + " order by "
            + sort.order
            + " limit :limit) w order by "
            + sort.order
            + " limit :limit";
    return with(held(jdbc.sql(sql), actor).param("limit", limit), filter, key)
        .query(WorkItems::read)
        .list();
  }

  long countQueue(Actor actor, boolean unassigned, Filter filter) {
    String sql =
        "select count(*) from unnest(string_to_array(:roles, ','), string_to_array(:units, ',')) as g(r, u)"
            + " join work_item on role = g.r and unit = g.u"
            + (unassigned ? " where assignee is null" : " where true")
            + filter.sql();
    return with(held(jdbc.sql(sql), actor), filter, null).query(Long.class).single();
  }

  /** Tasks of one element, of the roles the actor holds, each in its unit. */
  List<WorkItem> ofKind(Actor actor, String elementId, int limit) {
    return held(
            jdbc.sql(
                    "select w.* from unnest(string_to_array(:roles, ','), string_to_array(:units, ',')) as g(r, u)"
                        + " join work_item w on w.role = g.r and w.unit = g.u where w.source = 'engine' and w.kind = :kind"
                        + " order by w.due_sort, w.id limit :limit")
                .param("kind", elementId)
                .param("limit", limit),
            actor)
        .query(WorkItems::read)
        .list();
  }

  /** Processes that tasks of these views come from, for the filter. */
  List<WorkQueries.Process> processes(Actor actor) {
    String sql =
        "select distinct on (process_key) process_key, process_en, process_nn, process_nb from work_item where process_key is not null"
            + " and (assignee = :me or (role, unit) in (select r, u from"
            + " unnest(string_to_array(:roles, ','), string_to_array(:units, ',')) as g(r, u))) order by process_key, process_version desc";
    return held(jdbc.sql(sql).param("me", actor.id().value()), actor)
        .query(
            (row, n) -> new WorkQueries.Process(row.getString("process_key"), text(row, "process")))
        .list();
  }

  record Done(String id, String caseNo, LocalText title, LocalText process, Instant at) {}

  List<Done> doneBy(Actor actor, Instant since) {
    return jdbc.sql(
            "select * from work_done where done_by = :me and done_at >= :since order by done_at desc limit 200")
        .param("me", actor.id().value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Done(
                    row.getString("id"),
                    row.getString("case_no"),
                    text(row, "title"),
                    text(row, "process"),
                    instant(row, "done_at")))
        .list();
  }

  private static JdbcClient.StatementSpec held(JdbcClient.StatementSpec sql, Actor actor) {
    return sql.param(
            "roles",
            actor.held().stream().map(h -> h.role().code()).collect(Collectors.joining(",")))
        .param(
            "units", actor.held().stream().map(Actor.Held::unit).collect(Collectors.joining(",")));
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec sql, Filter filter, Key key) {
    JdbcClient.StatementSpec spec = sql;
    if (filter.dueFrom() != null) {
      spec = spec.param("dueFrom", filter.dueFrom().atOffset(ZoneOffset.UTC));
    }
    if (filter.dueBefore() != null) {
      spec = spec.param("dueBefore", filter.dueBefore().atOffset(ZoneOffset.UTC));
    }
    if (filter.kind() != null) {
      spec = spec.param("kind", filter.kind());
    }
    if (filter.process() != null) {
      spec = spec.param("process", filter.process());
    }
    if (key != null) {
      spec = spec.param("at", key.at().atOffset(ZoneOffset.UTC)).param("id", key.id());
    }
    return spec;
  }

  private static WorkItem read(ResultSet row, int n) throws SQLException {
    return new WorkItem(
        row.getString("id"),
        "house".equals(row.getString("source")),
        row.getString("kind"),
        row.getString("case_no"),
        text(row, "title"),
        text(row, "process"),
        row.getString("role"),
        row.getString("unit"),
        row.getString("assignee"),
        instant(row, "due"),
        DeadlineClocks.Kind.valueOf(row.getString("due_kind")),
        row.getString("not_same_as"),
        row.getString("link"),
        row.getBoolean("by_cause"),
        instant(row, "created_at"),
        instant(row, "changed_at"));
  }

  private static LocalText text(ResultSet row, String name) throws SQLException {
    String en = row.getString(name + "_en");
    return en == null
        ? null
        : new LocalText(en, row.getString(name + "_nn"), row.getString(name + "_nb"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
