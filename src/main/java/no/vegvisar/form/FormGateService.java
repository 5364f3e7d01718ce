package no.vegvisar.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.engine.CurrentStep;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link FormGate}: check, store, command, ledger, task, in this order and in one transaction. */
@Component
class FormGateService implements FormGate {

  private static final int MOST_KEY = 80;
  private static final int MOST_JSON = 400_000;
  private static final int MOST_VARIABLE = 40;

  private final OpenTasks tasks;
  private final ObjectProvider<FormHandler> handlers;
  private final FormFiles files;
  private final Submissions submissions;
  private final StoredDrafts drafts;
  private final UnitOfRole units;
  private final StandIns standIns;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;
  private final ObjectMapper mapper;
  private final Clock clock;
  private final TransactionTemplate tx;

  FormGateService(
      OpenTasks tasks,
      ObjectProvider<FormHandler> handlers,
      FormFiles files,
      Submissions submissions,
      StoredDrafts drafts,
      UnitOfRole units,
      StandIns standIns,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current,
      ObjectMapper mapper,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.handlers = handlers;
    this.files = files;
    this.submissions = submissions;
    this.drafts = drafts;
    this.units = units;
    this.standIns = standIns;
    this.ledger = ledger;
    this.access = access;
    this.current = current;
    this.mapper = mapper;
    this.clock = clock;
    this.tx = new TransactionTemplate(transactions);
  }

  @Override
  public Outcome<Submission> completeTask(String taskId, String key, String answersJson) {
    boolean kept = false;
    try {
      Outcome<Submission> outcome = allOrNothing(() -> complete(taskId, key, answersJson));
      kept = outcome.isDone();
      return outcome;
    } finally {
      // nothing that somebody typed is lost, whether it was refused or something broke
      if (!kept) {
        keepDraft(taskId, answersJson);
      }
    }
  }

  @Override
  public Outcome<Submission> submit(
      String formId, CaseNo caseNoOrNull, String key, String answersJson) {
    return allOrNothing(
        () -> {
          Optional<Outcome<Submission>> before = before(key, null, formId);
          String text =
              files.text(formId).orElseThrow(() -> new IllegalArgumentException("no such form"));
          if (before.isPresent()) {
            return before
                .filter(first -> first.isDone())
                .map(first -> again(first.value(), files.parse(text), caseNoOrNull, answersJson))
                .orElse(before.get());
          }
          if (caseNoOrNull != null) {
            ledger.lock(caseNoOrNull);
          }
          return take(files.parse(text), text, null, caseNoOrNull, key, answersJson);
        });
  }

  @Override
  @Transactional(readOnly = true)
  public Submission get(UUID submissionId) {
    return submissions
        .find(submissionId)
        .orElseThrow(() -> new IllegalArgumentException("no such submission"));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Submission> ofCase(CaseNo caseNo) {
    return submissions.ofCase(caseNo);
  }

  private Outcome<Submission> allOrNothing(Supplier<Outcome<Submission>> work) {
    return tx.execute(
        status -> {
          Outcome<Submission> outcome = work.get();
          if (!outcome.isDone()) {
            status.setRollbackOnly();
          }
          return outcome;
        });
  }

  private Outcome<Submission> complete(String taskId, String key, String answersJson) {
    Optional<Outcome<Submission>> before = before(key, taskId, null);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<CaseNo> caseNo = tasks.find(taskId).map(OpenTask::caseNo).flatMap(CaseNo::tryParse);
    if (caseNo.isEmpty()) {
      return Outcome.refused(gone(taskId));
    }
    ledger.lock(caseNo.get());
    // anew: whoever held the lock may have completed or taken it
    Optional<OpenTask> found = tasks.find(taskId);
    if (found.isEmpty()) {
      return Outcome.refused(gone(taskId));
    }
    OpenTask task = found.get();
    Actor actor = current.get();
    if (!actor.id().value().equals(task.assignee())) {
      // only those who could have had the task hear how it stands
      if (!units.mayHave(actor, task)) {
        access.require(caseNo.get(), Thing.CASE_SUMMARY);
        return Outcome.refused(Refusal.of("form.refusal.role"));
      }
      return Outcome.refused(
          Refusal.of(task.assignee() == null ? "form.refusal.unclaimed" : "form.refusal.taken"));
    }
    access.require(caseNo.get(), Thing.CASE_SUMMARY);
    Optional<Role> role = Role.ofCode(task.role());
    if (role.isPresent() && !actor.holds(role.get()) && !actor.isSystem()) {
      return Outcome.refused(Refusal.of("form.refusal.role"));
    }
    if (samePerson(task, caseNo.get(), actor)) {
      return Outcome.refused(Refusal.of("form.refusal.same-person"));
    }
    String text = tasks.form(taskId).orElse(FormSchema.NONE);
    Outcome<Submission> outcome =
        current.as(
            standIns.acting(task, caseNo.get(), actor),
            () -> take(files.parse(text), text, task, caseNo.get(), key, answersJson));
    if (outcome.isDone()) {
      drafts.discardOfTask(taskId, actor.id());
    }
    return outcome;
  }

  /**
   * The first result when this key was used before; a key of somebody or something else is refused.
   */
  private Optional<Outcome<Submission>> before(String key, String taskId, String formId) {
    if (key == null || key.isBlank() || key.length() > MOST_KEY) {
      return Optional.of(Outcome.refused(Refusal.of("form.refusal.key")));
    }
    submissions.lockKey(key);
    return submissions
        .byKey(key)
        .map(
            first -> {
              boolean mine = first.by().equals(current.get().id());
              boolean same =
                  taskId == null
                      ? first.formId().equals(formId)
                      : taskId.equals(submissions.taskOf(first.id()).orElse(null));
              return mine && same
                  ? Outcome.done(first)
                  : Outcome.refused(Refusal.of("form.refusal.key"));
            });
  }

  /**
   * The first result for the same answers; other answers under its key were never sent, and nobody
   * is told that they were.
   */
  private Outcome<Submission> again(
      Submission first, FormSchema schema, CaseNo caseNoOrNull, String answersJson) {
    JsonNode typed = read(answersJson);
    if (typed == null) {
      return Outcome.refused(Refusal.of("form.refusal.unreadable"));
    }
    boolean same =
        Objects.equals(first.caseNo(), caseNoOrNull)
            && checked(schema, typed, null, caseNoOrNull, first.at())
                .answers()
                .toString()
                .equals(first.answers().toString());
    return same ? Outcome.done(first) : Outcome.refused(Refusal.of(SENT_BEFORE));
  }

  private AnswerCheck.Checked checked(
      FormSchema schema, JsonNode typed, OpenTask task, CaseNo caseNo, Instant now) {
    FormHandler.Context context =
        handler(schema).map(h -> h.context(task, caseNo)).orElse(FormHandler.Context.NONE);
    return AnswerCheck.check(
        schema, typed, context.options(), now, Language.of(LocaleContextHolder.getLocale()));
  }

  private Optional<FormHandler> handler(FormSchema schema) {
    return handlers.stream().filter(h -> h.formId().equals(schema.id())).findFirst();
  }

  private Refusal gone(String taskId) {
    return Refusal.of(
        submissions.ofTask(taskId).isPresent() ? "form.refusal.done" : "form.refusal.gone");
  }

  private boolean samePerson(OpenTask task, CaseNo caseNo, Actor actor) {
    String other = task.properties().get("notSamePersonAs");
    return other != null
        && submissions.whoCompleted(caseNo, other).filter(actor.id()::equals).isPresent();
  }

  private Outcome<Submission> take(
      FormSchema schema,
      String text,
      OpenTask task,
      CaseNo caseNo,
      String key,
      String answersJson) {
    JsonNode typed = read(answersJson);
    if (typed == null) {
      return Outcome.refused(Refusal.of("form.refusal.unreadable"));
    }
    Optional<FormHandler> handler = handler(schema);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AnswerCheck.Checked checked = checked(schema, typed, task, caseNo, now);
    if (!checked.refusals().isEmpty()) {
      return new Outcome.Refused<>(checked.refusals());
    }
    Actor actor = current.get();
    String answers = checked.answers().toString();
    String digest = FormSchema.digest(answers);
    var submission =
        new Submission(
            Ids.next(),
            schema.id(),
            schema.version(),
            caseNo,
            task,
            actor.id(),
            now,
            checked.answers());
    submissions.keep(schema, text, now.atOffset(ZoneOffset.UTC));
    submissions.add(submission, key, schema, answers, digest, actor.onBehalfOf());
    Supplier<Outcome<Submission>> command =
        () -> {
          List<Refusal> refused = handler.map(h -> h.submit(submission)).orElse(List.of());
          if (!refused.isEmpty()) {
            return new Outcome.Refused<>(refused);
          }
          if (caseNo != null) {
            ledger.append(
                caseNo,
                new FormEvent.FormSubmitted(
                    submission.id().toString(),
                    schema.id(),
                    schema.version(),
                    task == null ? null : task.taskId(),
                    digest));
          }
          if (task != null) {
            SubmittedHere.note(task.taskId());
            tasks.complete(task.taskId(), variables(schema, checked.answers()));
          }
          return Outcome.done(submission);
        };
    return task == null ? command.get() : CurrentStep.in(task.step(schema.version()), command);
  }

  /** Only choices marked as variables, hidden or empty ones as null (decisions 25). */
  static Map<String, String> variables(FormSchema schema, JsonNode answers) {
    Map<String, String> variables = new HashMap<>();
    for (FormSchema.Field field : schema.variables()) {
      JsonNode value = answers.get(field.key());
      String code =
          value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
      variables.put(field.key(), code == null || code.length() > MOST_VARIABLE ? null : code);
    }
    return variables;
  }

  private JsonNode read(String answersJson) {
    if (answersJson == null || answersJson.isBlank()) {
      return mapper.createObjectNode();
    }
    if (answersJson.length() > MOST_JSON) {
      return null;
    }
    try {
      JsonNode json = mapper.readTree(answersJson);
      return json.isObject() ? json : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private void keepDraft(String taskId, String answersJson) {
    JsonNode typed = read(answersJson);
    Actor actor = current.get();
    if (typed == null || typed.isEmpty() || actor.isSystem()) {
      return;
    }
    Optional<OpenTask> task = tasks.find(taskId);
    if (task.isPresent()) {
      // nobody leaves text on a case that is no business of theirs
      if (actor.id().value().equals(task.get().assignee()) || units.mayHave(actor, task.get())) {
        tasks
            .form(taskId)
            .map(files::parse)
            .ifPresent(
                schema ->
                    drafts.keepOfTask(
                        actor.id(), taskId, schema.id(), schema.version(), typed.toString()));
      }
    } else {
      submissions
          .ofTask(taskId)
          .filter(s -> !s.by().equals(actor.id()))
          .filter(
              s ->
                  drafts.ofTask(taskId, actor.id()).isPresent()
                      || access.decide(s.caseNo(), Thing.CASE_SUMMARY).allowed())
          .ifPresent(
              s ->
                  drafts.keepOfTask(
                      actor.id(), taskId, s.formId(), s.formVersion(), typed.toString()));
    }
  }
}
