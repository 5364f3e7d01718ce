package no.vegvisar.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.Actors;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.DueJobs;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.DemoUsers;

/**
 * Takes a case of the demo through the real gate, each answer as its user, the days passing one by
 * one.
 */
abstract class DemoGate {

  private final FormGate gate;
  private final OpenTasks tasks;
  private final Actors actors;
  private final CurrentActor current;
  private final DueJobs jobs;
  private final Correlations correlations;
  private final Outbox outbox;
  private final MovableClock clock;
  private final ObjectMapper json;

  DemoGate(
      FormGate gate,
      OpenTasks tasks,
      Actors actors,
      CurrentActor current,
      DueJobs jobs,
      Correlations correlations,
      Outbox outbox,
      MovableClock clock,
      ObjectMapper json) {
    this.gate = gate;
    this.tasks = tasks;
    this.actors = actors;
    this.current = current;
    this.jobs = jobs;
    this.correlations = correlations;
    this.outbox = outbox;
    this.clock = clock;
    this.json = json;
  }

  <T> T as(String user, Supplier<T> work) {
    return current.as(actors.ofUserName(user).orElseThrow(), work);
  }

  void as(String user, Runnable work) {
    current.as(actors.ofUserName(user).orElseThrow(), work);
  }

  /**
   * Days pass for these cases until the instant: at seven each morning and at each midnight what is
   * due runs.
   */
  void until(Instant instant, CaseNo... on) {
    for (LocalDate day = OsloTime.dateOf(clock.instant()).plusDays(1);
        OsloTime.startOf(day).isBefore(instant);
        day = day.plusDays(1)) {
      for (Instant moment :
          List.of(OsloTime.startOf(day).plusSeconds(60), DemoTime.at(day, 7, 1))) {
        if (moment.isAfter(clock.instant()) && moment.isBefore(instant)) {
          clock.setTo(moment);
          settle(1, on);
        }
      }
    }
    clock.setTo(instant);
    settle(2, on);
  }

  private void settle(int rounds, CaseNo... on) {
    for (int round = 0; round < rounds; round++) {
      int ran = 0;
      for (CaseNo caseNo : on) {
        ran += jobs.run(caseNo.value());
      }
      ran += correlations.deliverDue();
      ran += outbox.drain();
      ran += correlations.deliverDue();
      if (ran > 0) {
        round = -1;
      }
    }
  }

  void settle(CaseNo... on) {
    settle(2, on);
  }

  /** A letter or a call that intake takes down. */
  void takeDown(Object... answers) {
    Map<String, Object> typed = new LinkedHashMap<>();
    put(typed, answers);
    done(
        "take-down-referral",
        as(
            "intake",
            () ->
                gate.submit(
                    "take-down-referral", null, UUID.randomUUID().toString(), write(typed))));
  }

  /** Sends a form that begins something on the case and has no task. */
  void begin(CaseNo caseNo, String formId, String user, Object... answers) {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, answers);
    done(
        formId,
        as(user, () -> gate.submit(formId, caseNo, UUID.randomUUID().toString(), write(given))));
    settle(caseNo);
  }

  void complete(CaseNo caseNo, String formId, String user, Object... answers) {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, answers);
    complete(caseNo, formId, user, given);
  }

  void complete(CaseNo caseNo, String formId, String user, Map<String, Object> answers) {
    OpenTask task =
        tasks.ofCase(caseNo.value()).stream()
            .filter(t -> formId.equals(t.formId()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no open task " + formId + "; open: " + open(caseNo)));
    String id = DemoUsers.idOf(user).value();
    if (!id.equals(task.assignee())) {
      tasks.assign(task.taskId(), id);
    }
    done(
        formId,
        as(
            user,
            () -> gate.completeTask(task.taskId(), UUID.randomUUID().toString(), write(answers))));
    settle(caseNo);
  }

  /** Claims without completing, so that it stands in the user's own list. */
  void hold(CaseNo caseNo, String formId, String user) {
    tasks.ofCase(caseNo.value()).stream()
        .filter(t -> formId.equals(t.formId()))
        .forEach(t -> tasks.assign(t.taskId(), DemoUsers.idOf(user).value()));
  }

  List<String> open(CaseNo caseNo) {
    return tasks.ofCase(caseNo.value()).stream().map(OpenTask::formId).toList();
  }

  static Submission done(String formId, Outcome<Submission> outcome) {
    if (!outcome.isDone()) {
      throw new IllegalStateException(formId + " of the demo was refused: " + outcome.refusals());
    }
    return outcome.value();
  }

  static String local(Instant instant) {
    return OsloTime.asTyped(instant);
  }

  static void put(Map<String, Object> into, Object... pairs) {
    List<Object> list = Arrays.asList(pairs);
    for (int i = 0; i + 1 < list.size(); i += 2) {
      into.put((String) list.get(i), list.get(i + 1));
    }
  }

  String write(Map<String, Object> answers) {
    try {
      return json.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers can be written as JSON", e);
    }
  }
}
