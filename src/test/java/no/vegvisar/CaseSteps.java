package no.vegvisar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.vegvisar.Journeys.Answers;
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
 * Single steps of a case: what is open, one form sent as its user, and times as a form has them.
 */
abstract class CaseSteps {

  private final FormGate gate;
  private final OpenTasks tasks;
  private final ActingAs actingAs;
  private final Harness harness;
  private final MovableClock clock;
  private final ObjectMapper json;

  CaseSteps(
      FormGate gate,
      OpenTasks tasks,
      ActingAs actingAs,
      Harness harness,
      MovableClock clock,
      ObjectMapper json) {
    this.gate = gate;
    this.tasks = tasks;
    this.actingAs = actingAs;
    this.harness = harness;
    this.clock = clock;
    this.json = json;
  }

  /** The open task with this form; a fault when there is none or more than one. */
  public OpenTask task(CaseNo caseNo, String formId) {
    List<OpenTask> found = tasksOf(caseNo, formId);
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " open tasks " + formId + " on the case; open: " + openForms(caseNo));
    }
    return found.get(0);
  }

  public List<OpenTask> tasksOf(CaseNo caseNo, String formId) {
    return tasks.ofCase(caseNo.value()).stream().filter(t -> formId.equals(t.formId())).toList();
  }

  /** Forms of all open tasks of the case. */
  public List<String> openForms(CaseNo caseNo) {
    return tasks.ofCase(caseNo.value()).stream().map(OpenTask::formId).sorted().toList();
  }

  /** Claims the task of this form as the user and completes it; whatever comes of it. */
  public Outcome<Submission> attempt(
      CaseNo caseNo, String formId, String userName, Answers answers) {
    OpenTask task = task(caseNo, formId);
    return actingAs.user(
        userName,
        () -> {
          if (!DemoUsers.idOf(userName).value().equals(task.assignee())) {
            tasks.claim(task.taskId(), DemoUsers.idOf(userName).value());
          }
          return gate.completeTask(task.taskId(), UUID.randomUUID().toString(), write(answers));
        });
  }

  /** As {@link #attempt}, and nothing is refused; then what is due runs. */
  public Submission complete(CaseNo caseNo, String formId, String userName, Answers answers) {
    Submission done = value(formId, attempt(caseNo, formId, userName, answers));
    harness.runDueJobs(caseNo);
    return done;
  }

  /** Sends a form that begins something and has no task. */
  Submission submitted(String formId, String userName, Answers answers) {
    return value(
        formId,
        actingAs.user(
            userName,
            () -> gate.submit(formId, null, UUID.randomUUID().toString(), write(answers))));
  }

  /** Sends a form that begins something on a case and has no task; whatever comes of it. */
  public Outcome<Submission> attemptOn(
      CaseNo caseNo, String formId, String userName, Answers answers) {
    return actingAs.user(
        userName, () -> gate.submit(formId, caseNo, UUID.randomUUID().toString(), write(answers)));
  }

  /** As {@link #attemptOn}, and nothing is refused; then what is due runs. */
  public Submission begin(CaseNo caseNo, String formId, String userName, Answers answers) {
    Submission done = value(formId, attemptOn(caseNo, formId, userName, answers));
    harness.runDueJobs(caseNo);
    return done;
  }

  private static Submission value(String formId, Outcome<Submission> outcome) {
    if (!outcome.isDone()) {
      throw new AssertionError(formId + " was refused: " + outcome.refusals());
    }
    return outcome.value();
  }

  private String write(Answers answers) {
    try {
      return json.writeValueAsString(answers.given);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A day as a form's date field gives it, counted from today in Oslo. */
  public String day(int fromToday) {
    return today().plusDays(fromToday).toString();
  }

  /** A time as a form's date-and-time field gives it, counted from now. */
  public String time(Duration fromNow) {
    return OsloTime.dateTimeOf(clock.instant().plus(fromNow)).withSecond(0).withNano(0).toString();
  }

  public LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  public Instant now() {
    return clock.instant();
  }
}
