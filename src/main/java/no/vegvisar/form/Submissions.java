package no.vegvisar.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored answers and the form files they were given to. */
@Repository
class Submissions {

  private final JdbcClient jdbc;
  private final ObjectMapper mapper;

  Submissions(JdbcClient jdbc, ObjectMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /** One key at a time, on all nodes, until the transaction ends. */
  void lockKey(String key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 1070))")
        .param("key", key)
        .query((row, n) -> n)
        .list();
  }

  void keep(FormSchema schema, String text, OffsetDateTime now) {
    jdbc.sql(
            "insert into form_file (sha256, form_id, schema, first_at) values (:sha, :id, :schema, :now) on conflict do nothing")
        .param("sha", schema.sha256())
        .param("id", schema.id())
        .param("schema", text)
        .param("now", now)
        .update();
  }

  void add(
      Submission s,
      String key,
      FormSchema schema,
      String answers,
      String digest,
      UserId onBehalfOf) {
    OpenTask task = s.task();
    jdbc.sql(
            """
            insert into form_submission
              (id, key, form_id, form_version, sha256, answers, digest, case_no, task_id, element_id, process_key, process_version,
               process_instance_id, by_user, on_behalf_of, at)
            values (:id, :key, :form, :version, :sha, :answers, :digest, :case, :task, :element, :process, :processVersion,
               :instance, :by, :behalf, :at)
            """)
        .param("id", s.id())
        .param("key", key)
        .param("form", s.formId())
        .param("version", s.formVersion())
        .param("sha", schema.sha256())
        .param("answers", answers)
        .param("digest", digest)
        .param("case", s.caseNo() == null ? null : s.caseNo().value())
        .param("task", task == null ? null : task.taskId())
        .param("element", task == null ? null : task.elementId())
        .param("process", task == null ? null : task.processKey())
        .param("processVersion", task == null ? null : task.processVersion())
        .param("instance", task == null ? null : task.processInstanceId())
        .param("by", s.by().value())
        .param("behalf", onBehalfOf == null ? null : onBehalfOf.value())
        .param("at", s.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Submission> find(UUID id) {
    return jdbc.sql("select * from form_submission where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** What was sent under this key, and by whom. */
  Optional<Submission> byKey(String key) {
    return jdbc.sql("select * from form_submission where key = :key")
        .param("key", key)
        .query(this::read)
        .optional();
  }

  Optional<Submission> ofTask(String taskId) {
    return jdbc.sql("select * from form_submission where task_id = :task")
        .param("task", taskId)
        .query(this::read)
        .optional();
  }

  List<Submission> ofCase(CaseNo caseNo) {
    return jdbc.sql("select * from form_submission where case_no = :case order by at, id")
        .param("case", caseNo.value())
        .query(this::read)
        .list();
  }

  /** Who last completed this element on the case; empty when nobody did. */
  Optional<UserId> whoCompleted(CaseNo caseNo, String elementId) {
    return jdbc.sql(
            "select by_user from form_submission where case_no = :case and element_id = :element order by at desc, id desc limit 1")
        .param("case", caseNo.value())
        .param("element", elementId)
        .query(String.class)
        .optional()
        .map(UserId::new);
  }

  /** The form file a submission was given to. */
  Optional<String> file(UUID submissionId) {
    return jdbc.sql(
            "select f.schema from form_submission s join form_file f using (sha256) where s.id = :id")
        .param("id", submissionId)
        .query(String.class)
        .optional();
  }

  Optional<String> taskOf(UUID submissionId) {
    return jdbc.sql("select task_id from form_submission where id = :id and task_id is not null")
        .param("id", submissionId)
        .query(String.class)
        .optional();
  }

  // The task is gone once it is completed: a stored submission comes without it.
  private Submission read(ResultSet row, int n) throws SQLException {
    String caseNo = row.getString("case_no");
    return new Submission(
        row.getObject("id", UUID.class),
        row.getString("form_id"),
        row.getString("form_version"),
        caseNo == null ? null : new CaseNo(caseNo),
        null,
        new UserId(row.getString("by_user")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        json(row.getString("answers")));
  }

  private JsonNode json(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored answers cannot be read", e);
    }
  }
}
