package no.vegvisar.modelling;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.engine.Models;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.modelling.web.EditorView;
import no.vegvisar.modelling.web.ProcessListView;
import no.vegvisar.modelling.web.ProcessView;
import no.vegvisar.modelling.web.VersionView;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models as people read them: what is in use, what waits, what changed. */
@Service
@Transactional(readOnly = true)
public class ModelPages {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy");

  private final Models models;
  private final ModelDesk desk;
  private final Users users;
  private final CurrentActor current;
  private final MessageSource messages;

  ModelPages(
      Models models, ModelDesk desk, Users users, CurrentActor current, MessageSource messages) {
    this.models = models;
    this.desk = desk;
    this.users = users;
    this.current = current;
    this.messages = messages;
  }

  /** All processes and tables in use. */
  public ProcessListView list(Language language) {
    return new ProcessListView(null, models.latest().stream().map(v -> row(v, language)).toList());
  }

  private ProcessListView.Row row(Models.Version latest, Language language) {
    List<Models.Version> all = models.versions(latest.key());
    long running = all.stream().mapToLong(Models.Version::running).sum();
    Optional<ModelDraft> waiting = waiting(latest.key());
    return new ProcessListView.Row(
        latest.name().in(language),
        "/processes/" + latest.key(),
        latest.label(),
        running,
        running - latest.running(),
        0,
        waiting
            .map(d -> message("modelling.draft.waits", language, label(d.basedOn() + 1)))
            .orElse(null),
        waiting.map(d -> "/processes/" + latest.key() + "/drafts/" + d.id()).orElse(null),
        waiting.isPresent(),
        message(
            latest.kind().equals("bpmn") ? "modelling.kind.process" : "modelling.kind.table",
            language),
        day(latest.deployedAt()));
  }

  private Optional<ModelDraft> waiting(String key) {
    return desk.of(key).stream().filter(d -> d.state() == ModelDraft.State.WAITING).findFirst();
  }

  /** One process with its diagram, its steps in words and its versions. */
  public ProcessView process(String key, Language language, List<ProblemView> problems) {
    List<Models.Version> versions = models.versions(key);
    if (versions.isEmpty()) {
      throw new NoAccessException(Refusal.of("modelling.refusal.unknown", key));
    }
    Models.Version latest = versions.get(0);
    ModelFile file = file(key, latest.version());
    boolean process = latest.kind().equals("bpmn");
    boolean editor = current.get().holds(Role.PROCESS_EDITOR);
    List<ProcessView.Version> rows = new ArrayList<>();
    desk.of(key).stream()
        .filter(d -> d.state() != ModelDraft.State.APPROVED)
        .forEach(d -> rows.add(draftRow(d, language)));
    versions.forEach(v -> rows.add(versionRow(v, latest, language)));
    List<LinkView> related = new ArrayList<>();
    if (process) {
      file.called()
          .forEach(called -> related.add(LinkView.to(called, "/processes/" + called, "Folder")));
    }
    related.add(
        LinkView.to(
            message("modelling.file", language),
            "/processes/" + key + "/" + latest.version() + "/xml",
            "Download"));
    return new ProcessView(
        latest.name().in(language),
        file.documentation().orElse(null),
        process ? "/processes/" + key + "/" + latest.version() + "/xml" : null,
        file.steps().stream()
            .map(
                s ->
                    FactView.of(
                        s.name().in(language), s.role() == null ? "" : role(s.role(), language)))
            .toList(),
        List.of(
            FactView.of(message("modelling.fact.key", language), key),
            FactView.of(message("modelling.column.version", language), latest.label()),
            FactView.of(
                message("modelling.column.running", language),
                String.valueOf(versions.stream().mapToLong(Models.Version::running).sum()))),
        rows,
        editor && process ? "/processes/" + key + "/edit" : null,
        related,
        editor
            ? new ProcessView.Upload(
                "/processes/" + key + "/drafts", latest.label(), Ids.next().toString())
            : null,
        problems);
  }

  private ProcessView.Version draftRow(ModelDraft draft, Language language) {
    boolean waits = draft.state() == ModelDraft.State.WAITING;
    return new ProcessView.Version(
        message("modelling.draft", language),
        "/processes/" + draft.modelKey() + "/drafts/" + draft.id(),
        message(waits ? "modelling.state.waits" : "modelling.state.returned", language),
        waits ? "info" : "warning",
        users.displayName(draft.madeBy()),
        draft.reason(),
        0);
  }

  private ProcessView.Version versionRow(
      Models.Version version, Models.Version latest, Language language) {
    Optional<ModelDraft> from = from(version);
    boolean inUse = version.version() == latest.version();
    return new ProcessView.Version(
        version.label(),
        "/processes/" + version.key() + "/" + version.version(),
        message(
            inUse ? "modelling.state.in-use" : "modelling.state.older",
            language,
            day(version.deployedAt())),
        inUse ? "success" : "neutral",
        from.map(d -> by(d, language)).orElse(message("modelling.shipped", language)),
        from.map(ModelDraft::reason).orElse(""),
        version.running());
  }

  private Optional<ModelDraft> from(Models.Version version) {
    return desk.of(version.key()).stream()
        .filter(d -> d.became() != null && d.became() == version.version())
        .findFirst();
  }

  /** One version beside the one before it. */
  public VersionView version(String key, int number, Language language) {
    Models.Version version =
        models
            .version(key, number)
            .orElseThrow(() -> new NoAccessException(Refusal.of("modelling.refusal.unknown", key)));
    Optional<Models.Version> before = models.version(key, number - 1);
    Optional<ModelDraft> from = from(version);
    return new VersionView(
        version.name().in(language),
        label(number),
        "/processes/" + key,
        version.kind().equals("bpmn"),
        before
            .map(
                b ->
                    new VersionView.Side(
                        b.label(), "/processes/" + key + "/" + b.version() + "/xml"))
            .orElse(null),
        new VersionView.Side(label(number), "/processes/" + key + "/" + number + "/xml"),
        before
            .map(b -> changes(file(key, b.version()), file(key, number), language))
            .orElse(List.of()),
        from.map(ModelDraft::reason).orElse(message("modelling.shipped", language)),
        from.map(d -> by(d, language)).orElse(""),
        List.of(),
        null,
        message("modelling.running-stay", language, version.running()),
        null);
  }

  /** A draft beside the version it would replace, with the decision for whoever may take it. */
  public VersionView draft(UUID draftId, Language language, List<ProblemView> problems) {
    ModelDraft draft = desk.get(draftId);
    String key = draft.modelKey();
    Models.Version before = models.version(key, draft.basedOn()).orElseThrow();
    ModelFile after = ModelFile.read(desk.xml(draft)).orElseThrow();
    String base = "/processes/" + key + "/drafts/" + draftId;
    boolean mine = draft.madeBy().equals(current.get().id());
    String note =
        switch (draft.state()) {
          case APPROVED -> message("modelling.note.approved", language, label(draft.became()));
          case RETURNED ->
              message("modelling.note.returned", language, String.valueOf(draft.remark()));
          case WAITING ->
              mine
                  ? message("modelling.note.own", language)
                  : desk.mayDecide(draft) ? null : message("modelling.note.not-approver", language);
        };
    return new VersionView(
        before.name().in(language),
        message("modelling.draft", language),
        "/processes/" + key,
        !after.isDecision(),
        new VersionView.Side(before.label(), "/processes/" + key + "/" + before.version() + "/xml"),
        new VersionView.Side(message("modelling.draft", language), base + "/xml"),
        changes(file(key, before.version()), after, language),
        draft.reason(),
        by(draft, language),
        problems,
        desk.mayDecide(draft)
            ? new VersionView.Approval(base, label(draft.basedOn()), draft.id().toString())
            : null,
        note,
        null);
  }

  /** The editor, starting from the version in use. */
  public EditorView editor(String key, Language language, List<ProblemView> problems) {
    if (!current.get().holds(Role.PROCESS_EDITOR)) {
      throw new NoAccessException(Refusal.of("modelling.refusal.role"));
    }
    Models.Version latest =
        models.versions(key).stream()
            .findFirst()
            .orElseThrow(() -> new NoAccessException(Refusal.of("modelling.refusal.unknown", key)));
    return new EditorView(
        latest.name().in(language),
        message("modelling.draft", language),
        "/processes/" + key,
        "/processes/" + key + "/" + latest.version() + "/xml",
        key + ".bpmn",
        null,
        "/processes/" + key + "/drafts/drawn",
        List.of(),
        latest.label(),
        Ids.next().toString(),
        problems);
  }

  /** The file of a version. */
  public String xml(String key, int version) {
    return models
        .source(key, version)
        .orElseThrow(() -> new NoAccessException(Refusal.of("modelling.refusal.unknown", key)));
  }

  /** The file of a draft. */
  public String draftXml(UUID draftId) {
    return desk.xml(desk.get(draftId));
  }

  private List<VersionView.Change> changes(ModelFile before, ModelFile after, Language language) {
    return after.changesSince(before).stream()
        .map(c -> new VersionView.Change(c.kind(), c.name().in(language) + " (" + c.id() + ")"))
        .toList();
  }

  private ModelFile file(String key, int version) {
    return ModelFile.read(models.source(key, version).orElseThrow()).orElseThrow();
  }

  private String by(ModelDraft draft, Language language) {
    String made =
        message(
            "modelling.made-by", language, users.displayName(draft.madeBy()), day(draft.madeAt()));
    return draft.decidedBy() == null
        ? made
        : made
            + " · "
            + message(
                "modelling.decided-by",
                language,
                users.displayName(draft.decidedBy()),
                day(draft.decidedAt()));
  }

  private String role(String code, Language language) {
    return messages.getMessage("organisation.role." + code, null, code, language.locale());
  }

  private static String label(int version) {
    return "v" + version;
  }

  private static String day(Instant at) {
    return DAY.format(OsloTime.dateOf(at));
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
