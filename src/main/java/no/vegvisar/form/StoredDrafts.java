package no.vegvisar.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of tasks and of forms without a task. */
@Component
@Transactional
class StoredDrafts implements Drafts {

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredDrafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Draft> of(UserId owner, String formId) {
    return jdbc.sql(
            "select * from form_draft where owner = :owner and form_id = :form and task_id is null order by changed_at desc, id")
        .param("owner", owner.value())
        .param("form", formId)
        .query(StoredDrafts::read)
        .list();
  }

  @Override
  public Optional<Draft> find(UUID id, UserId owner) {
    return jdbc.sql("select * from form_draft where id = :id and owner = :owner")
        .param("id", id)
        .param("owner", owner.value())
        .query(StoredDrafts::read)
        .optional();
  }

  /** A draft unknown so far is saved under its id when rev is 0. */
  @Override
  public Optional<Draft> save(UserId owner, String formId, UUID id, int rev, String answersJson) {
    UUID saved = id == null ? Ids.next() : id;
    int done =
        jdbc.sql(
                """
                update form_draft set answers = :answers, rev = rev + 1, changed_at = :now
                where id = :id and owner = :owner and form_id = :form and task_id is null and rev = :rev
                """)
            .param("answers", answersJson)
            .param("now", now())
            .param("id", saved)
            .param("owner", owner.value())
            .param("form", formId)
            .param("rev", rev)
            .update();
    if (done == 0 && rev == 0) {
      done = insert(saved, formId, null, null, owner, 1, answersJson);
    }
    return done == 0 ? Optional.empty() : find(saved, owner);
  }

  @Override
  public void begin(UserId owner, String formId, UUID id) {
    insert(id, formId, null, null, owner, 0, "{}");
  }

  @Override
  public void discard(UUID id, UserId owner) {
    jdbc.sql("delete from form_draft where id = :id and owner = :owner")
        .param("id", id)
        .param("owner", owner.value())
        .update();
  }

  @Override
  public Optional<Draft> ofTask(String taskId, UserId owner) {
    return jdbc.sql("select * from form_draft where task_id = :task and owner = :owner")
        .param("task", taskId)
        .param("owner", owner.value())
        .query(StoredDrafts::read)
        .optional();
  }

  /** Empty when a newer one is there. */
  Optional<Draft> saveOfTask(
      UserId owner, String taskId, String formId, String formVersion, int rev, String answersJson) {
    int done =
        jdbc.sql(
                """
                update form_draft set answers = :answers, rev = rev + 1, changed_at = :now, form_version = :version
                where task_id = :task and owner = :owner and rev = :rev
                """)
            .param("answers", answersJson)
            .param("now", now())
            .param("version", formVersion)
            .param("task", taskId)
            .param("owner", owner.value())
            .param("rev", rev)
            .update();
    if (done == 0 && rev == 0) {
      done = insert(Ids.next(), formId, formVersion, taskId, owner, 1, answersJson);
    }
    return done == 0 ? Optional.empty() : ofTask(taskId, owner);
  }

  /**
   * What was typed when a submission was refused; the rev stays, so the page it came from can go on
   * saving.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void keepOfTask(
      UserId owner, String taskId, String formId, String formVersion, String answersJson) {
    int done =
        jdbc.sql(
                "update form_draft set answers = :answers, changed_at = :now where task_id = :task and owner = :owner")
            .param("answers", answersJson)
            .param("now", now())
            .param("task", taskId)
            .param("owner", owner.value())
            .update();
    if (done == 0) {
      insert(Ids.next(), formId, formVersion, taskId, owner, 0, answersJson);
    }
  }

  void discardOfTask(String taskId, UserId owner) {
    jdbc.sql("delete from form_draft where task_id = :task and owner = :owner")
        .param("task", taskId)
        .param("owner", owner.value())
        .update();
  }

  /**
   * A draft goes along when its task is handed over; what the other had typed is older and gives
   * way.
   */
  void handOver(String taskId, UserId from, UserId to) {
    if (ofTask(taskId, from).isPresent()) {
      discardOfTask(taskId, to);
      jdbc.sql("update form_draft set owner = :to where task_id = :task and owner = :from")
          .param("to", to.value())
          .param("task", taskId)
          .param("from", from.value())
          .update();
    }
  }

  /** Tasks whose drafts nobody has changed since. */
  List<String> tasksUntouchedSince(Instant since) {
    return jdbc.sql(
            "select task_id from form_draft where task_id is not null group by task_id having max(changed_at) < :since")
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  void discardAllOfTask(String taskId) {
    jdbc.sql("delete from form_draft where task_id = :task").param("task", taskId).update();
  }

  private int insert(
      UUID id,
      String formId,
      String formVersion,
      String taskId,
      UserId owner,
      int rev,
      String answersJson) {
    return jdbc.sql(
            """
            insert into form_draft (id, form_id, form_version, task_id, owner, rev, answers, changed_at)
            values (:id, :form, :version, :task, :owner, :rev, :answers, :now) on conflict do nothing
            """)
        .param("id", id)
        .param("form", formId)
        .param("version", formVersion)
        .param("task", taskId)
        .param("owner", owner.value())
        .param("rev", rev)
        .param("answers", answersJson)
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Draft read(ResultSet row, int n) throws SQLException {
    return new Draft(
        row.getObject("id", UUID.class),
        row.getString("form_id"),
        new UserId(row.getString("owner")),
        row.getInt("rev"),
        row.getString("answers"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
