package no.vegvisar.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import no.vegvisar.ui.ProblemView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Builds what the form island draws. For a form without a task the module's page takes {@link #of},
 * posts to its own {@code action} and calls {@link FormGate#submit} with the posted {@code _key};
 * drafts go to the form module's own address. The key is the draft's id: going back and sending
 * again gives the first result.
 */
@Component
public class FormPages {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

  private final FormFiles files;
  private final StoredDrafts drafts;
  private final Submissions submissions;
  private final OpenTasks tasks;
  private final ObjectProvider<FormHandler> handlers;
  private final ObjectMapper mapper;
  private final MessageSource messages;

  FormPages(
      FormFiles files,
      StoredDrafts drafts,
      Submissions submissions,
      OpenTasks tasks,
      ObjectProvider<FormHandler> handlers,
      ObjectMapper mapper,
      MessageSource messages) {
    this.files = files;
    this.drafts = drafts;
    this.submissions = submissions;
    this.tasks = tasks;
    this.handlers = handlers;
    this.mapper = mapper;
    this.messages = messages;
  }

  /**
   * A form without a task.
   *
   * @param draftId of a draft of this owner, or a new id (see {@link #newDraft}); it keeps what is
   *     typed from now on
   * @param action where the page's form posts
   */
  public FormView of(
      String formId,
      UUID draftId,
      UserId owner,
      String action,
      FormHandler.Context context,
      Language language) {
    return of(formId, draftId, owner, action, context, language, List.of(), null);
  }

  /** As above after a refusal: with what was typed and what is wrong with it. */
  public FormView of(
      String formId,
      UUID draftId,
      UserId owner,
      String action,
      FormHandler.Context context,
      Language language,
      List<Refusal> refusals,
      String answersJson) {
    FormSchema schema =
        files.parse(
            files.text(formId).orElseThrow(() -> new IllegalArgumentException("no such form")));
    Optional<Drafts.Draft> draft =
        drafts.find(draftId, owner).filter(d -> d.formId().equals(formId));
    return view(
        schema,
        data(
            context,
            answersJson != null ? answersJson : draft.map(Drafts.Draft::answersJson).orElse(null)),
        problems(refusals, language),
        action,
        draftId.toString(),
        "/forms/" + formId + "/draft?id=" + draftId,
        draft,
        language,
        false);
  }

  /** Whether there is such a form that belongs to no task. */
  public boolean exists(String formId) {
    return files.text(formId).isPresent();
  }

  public UUID newDraft() {
    return Ids.next();
  }

  /**
   * The draft to go on with: this one, or once it was sent a new one, which takes along what was
   * typed since. Who goes back after sending begins anew and does not send the same page twice.
   */
  public UUID goOn(String formId, UUID draftId, UserId owner) {
    if (submissions.byKey(draftId.toString()).filter(s -> s.by().equals(owner)).isEmpty()) {
      return draftId;
    }
    UUID fresh = newDraft();
    drafts
        .find(draftId, owner)
        .filter(d -> d.formId().equals(formId))
        .ifPresent(
            typed -> {
              drafts.save(owner, formId, fresh, 0, typed.answersJson());
              drafts.discard(draftId, owner);
            });
    return fresh;
  }

  /**
   * The form of a task with the actor's draft, for the page of its assignee. Empty when the task is
   * gone.
   */
  public Optional<FormView> ofTask(
      OpenTask task,
      CaseNo caseNo,
      UserId reader,
      Language language,
      List<Refusal> refusals,
      String answersJson) {
    if (task.formId() == null) {
      FormSchema none = files.parse(FormSchema.NONE);
      return Optional.of(
          new FormView(
              none.json(),
              mapper.createObjectNode(),
              problems(refusals, language),
              "/tasks/" + task.taskId() + "/complete",
              none.version(),
              Ids.next().toString(),
              task.name().in(language),
              null,
              0,
              null,
              false));
    }
    return tasks
        .form(task.taskId())
        .map(files::parse)
        .map(
            schema -> {
              Optional<Drafts.Draft> draft = drafts.ofTask(task.taskId(), reader);
              return view(
                  schema,
                  data(
                      context(schema.id(), task, caseNo),
                      answersJson != null
                          ? answersJson
                          : draft.map(Drafts.Draft::answersJson).orElse(null)),
                  problems(refusals, language),
                  "/tasks/" + task.taskId() + "/complete",
                  Ids.next().toString(),
                  "/tasks/" + task.taskId() + "/draft",
                  draft,
                  language,
                  false);
            });
  }

  /** What the module behind a form shows and offers on its page. */
  public FormHandler.Context context(String formId, OpenTask task, CaseNo caseNo) {
    return handlers.stream()
        .filter(h -> h.formId().equals(formId))
        .findFirst()
        .map(h -> h.context(task, caseNo))
        .orElse(FormHandler.Context.NONE);
  }

  /** Answers as they were given, in the form as it was then; nothing can be typed. */
  public FormView readOnly(Submission submission, Language language) {
    FormSchema schema =
        files.parse(
            submissions
                .file(submission.id())
                .orElseThrow(() -> new IllegalArgumentException("no such submission")));
    return new FormView(
        FormWords.in(schema, language),
        submission.answers(),
        List.of(),
        "",
        schema.version(),
        "",
        "",
        null,
        0,
        null,
        true);
  }

  /** The form's name as it was when it was answered. */
  public String title(Submission submission, Language language) {
    return submissions
        .file(submission.id())
        .map(files::parse)
        .map(s -> s.title().in(language))
        .orElse(submission.formId());
  }

  /**
   * First 12 characters of the SHA-256 of the form the task is bound to; goes along with its page.
   */
  public String versionOf(String taskId) {
    return files.parse(tasks.form(taskId).orElse(FormSchema.NONE)).version();
  }

  /** Refusals in words, each at its field. */
  public List<ProblemView> problems(List<Refusal> refusals, Language language) {
    return ProblemView.of(refusals, messages, language.locale());
  }

  /** "09.42" */
  public static String clock(Instant at) {
    return CLOCK.format(OsloTime.dateTimeOf(at));
  }

  private FormView view(
      FormSchema schema,
      ObjectNode data,
      List<ProblemView> problems,
      String action,
      String key,
      String draftHref,
      Optional<Drafts.Draft> draft,
      Language language,
      boolean readOnly) {
    return new FormView(
        FormWords.in(schema, language),
        data,
        problems,
        action,
        schema.version(),
        key,
        schema.title().in(language),
        draftHref,
        draft.map(Drafts.Draft::rev).orElse(0),
        draft
            .map(
                d ->
                    messages.getMessage(
                        "form.draft.saved", new Object[] {clock(d.changedAt())}, language.locale()))
            .orElse(null),
        readOnly);
  }

  private ObjectNode data(FormHandler.Context context, String answersJson) {
    ObjectNode data = mapper.createObjectNode();
    if (answersJson == null) {
      context.prefill().forEach((key, value) -> data.set(key, mapper.valueToTree(value)));
    } else if (read(answersJson) instanceof ObjectNode answers) {
      data.setAll(answers);
    }
    context
        .options()
        .forEach(
            (key, options) -> {
              ArrayNode list = data.putArray(key);
              options.forEach(
                  (value, label) -> list.addObject().put("value", value).put("label", label));
            });
    return data;
  }

  private JsonNode read(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      return mapper.createObjectNode();
    }
  }
}
