package no.vegvisar.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.MovableClock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.model.bpmn.instance.Message;
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

/** {@link Correlations} as rows that any node may deliver, each in a transaction of its own. */
@Component
class StoredCorrelations implements Correlations {

  private static final Logger LOG = LoggerFactory.getLogger(StoredCorrelations.class);

  /**
   * The root listens from its start or never again, so a message to it that finds no ear soon finds
   * none later.
   */
  private static final int TRIES_AT_THE_ROOT = 5;

  private enum Turn {
    NONE_DUE,
    PUT_OFF,
    SETTLED
  }

  private record Pending(
      UUID id,
      String message,
      String caseNo,
      String idVariable,
      String idValue,
      String variables,
      int attempts) {}

  private final JdbcTemplate jdbc;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ObjectProvider<UncaughtMessage> uncaught;
  private final TransactionTemplate transaction;
  private final MovableClock clock;
  private final ObjectMapper json;
  private final boolean scheduled;

  StoredCorrelations(
      JdbcTemplate jdbc,
      RuntimeService runtime,
      RepositoryService repository,
      ObjectProvider<UncaughtMessage> uncaught,
      PlatformTransactionManager transactions,
      MovableClock clock,
      ObjectMapper json,
      @Value("${vegvisar.dispatcher.enabled}") boolean scheduled) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.repository = repository;
    this.uncaught = uncaught;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
    this.json = json;
    this.scheduled = scheduled;
  }

  @Override
  @Transactional
  public void toCase(String message, String caseNo, Map<String, String> variables) {
    insert(message, caseNo, null, null, variables);
  }

  @Override
  @Transactional
  public void toWaiting(
      String message, String idVariable, String id, Map<String, String> variables) {
    insert(message, null, idVariable, id, variables);
  }

  private void insert(
      String message, String caseNo, String idVariable, String id, Map<String, String> variables) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.update(
        "insert into pending_correlation (id, message, case_no, id_variable, id_value, variables, created_at, due_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        message,
        caseNo,
        idVariable,
        id,
        write(variables),
        now,
        now);
  }

  @Scheduled(fixedDelay = 1000)
  void deliverOnSchedule() {
    if (scheduled && !clock.isStopped()) {
      deliverDue();
    }
  }

  @Override
  public int deliverDue() {
    int settled = 0;
    Instant now = clock.instant();
    Turn turn;
    do {
      turn = transaction.execute(status -> deliverOne(now));
      if (turn == Turn.SETTLED) {
        settled++;
      }
    } while (turn != Turn.NONE_DUE);
    return settled;
  }

  /** One row: delivered, put off, or handed to whoever knows what to do when nobody waits. */
  private Turn deliverOne(Instant now) {
    List<Pending> due =
        jdbc.query(
            "select * from pending_correlation where done_at is null and due_at <= ? order by due_at, id limit 1 for update skip locked",
            (row, n) ->
                new Pending(
                    row.getObject("id", UUID.class),
                    row.getString("message"),
                    row.getString("case_no"),
                    row.getString("id_variable"),
                    row.getString("id_value"),
                    row.getString("variables"),
                    row.getInt("attempts")),
            Timestamp.from(now));
    if (due.isEmpty()) {
      return Turn.NONE_DUE;
    }
    Pending pending = due.get(0);
    // a failed correlation must not take the row's own transaction with it
    String result = transaction.execute(status -> correlate(pending, status::setRollbackOnly));
    if (result.equals("caught")) {
      done(pending, result, now);
    } else if (result.equals("fault") || (targetLives(pending) && catcherMayCome(pending))) {
      putOff(pending, now);
      return Turn.PUT_OFF;
    } else {
      uncaught.stream()
          .filter(u -> u.handles(pending.message()))
          .forEach(
              u ->
                  u.nobodyWaits(
                      pending.message(),
                      pending.caseNo(),
                      pending.idValue(),
                      read(pending.variables())));
      done(pending, "uncaught", now);
    }
    return Turn.SETTLED;
  }

  private static boolean catcherMayCome(Pending pending) {
    return pending.caseNo() == null || pending.attempts() < TRIES_AT_THE_ROOT;
  }

  private String correlate(Pending pending, Runnable rollback) {
    try {
      Map<String, Object> variables = new HashMap<>(read(pending.variables()));
      MessageCorrelationBuilder message = runtime.createMessageCorrelation(pending.message());
      if (pending.caseNo() != null) {
        message
            .processInstanceBusinessKey(pending.caseNo())
            .setVariablesToTriggeredScope(variables);
      } else {
        message
            .processInstanceVariableEquals(pending.idVariable(), pending.idValue())
            .setVariables(variables);
      }
      // to all, as that one does not write a stack trace to the log when nobody waits yet
      int catchers = message.correlateAllWithResult().size();
      if (catchers > 1) {
        rollback.run();
        LOG.warn("message {} has {} catchers where one is meant", pending.message(), catchers);
        return "fault";
      }
      return catchers == 1 ? "caught" : "mismatch";
    } catch (RuntimeException e) {
      rollback.run();
      // neither the exception's text nor the variables: both may quote values
      LOG.warn(
          "message {} could not be delivered, attempt {}: {}",
          pending.message(),
          pending.attempts() + 1,
          e.getClass().getSimpleName());
      return "fault";
    }
  }

  private boolean targetLives(Pending pending) {
    var query = runtime.createProcessInstanceQuery();
    if (pending.caseNo() != null) {
      return query.processInstanceBusinessKey(pending.caseNo()).rootProcessInstances().count() > 0;
    }
    // the other side's process may hold the same id on this installation and never catch this
    return query.variableValueEquals(pending.idVariable(), pending.idValue()).list().stream()
        .anyMatch(instance -> knows(instance.getProcessDefinitionId(), pending.message()));
  }

  private boolean knows(String definitionId, String message) {
    return repository
        .getBpmnModelInstance(definitionId)
        .getModelElementsByType(Message.class)
        .stream()
        .anyMatch(m -> message.equals(m.getName()));
  }

  private void putOff(Pending pending, Instant now) {
    Duration wait = Duration.ofSeconds(Math.min(3600, 1L << Math.min(12, pending.attempts() + 1)));
    jdbc.update(
        "update pending_correlation set attempts = attempts + 1, due_at = ? where id = ?",
        Timestamp.from(now.plus(wait)),
        pending.id());
  }

  private void done(Pending pending, String result, Instant now) {
    jdbc.update(
        "update pending_correlation set done_at = ?, result = ? where id = ?",
        Timestamp.from(now),
        result,
        pending.id());
  }

  private Map<String, String> read(String variables) {
    try {
      return json.readValue(variables, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored variables are JSON", e);
    }
  }

  private String write(Map<String, String> variables) {
    try {
      return json.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can be written as JSON", e);
    }
  }
}
