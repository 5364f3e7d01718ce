package no.vegvisar.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.engine.Models;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.worklist.HouseWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where processes and tables change: sent by one person, checked by the policy, approved by
 * another, then used by the next case (cast §2.3). Running cases finish on the version they started
 * on.
 */
@Service
@Transactional
public class ModelDesk {

  private static final String HOUSE_UNIT = "tsb";
  private static final int LONGEST_REASON = 2000;
  private static final Refusal DECIDED = Refusal.of("modelling.refusal.decided");
  private static final Refusal OVERTAKEN = Refusal.of("modelling.refusal.overtaken");
  private static final Refusal NEWER = Refusal.of("modelling.refusal.newer");

  private final ModelDrafts drafts;
  private final Models models;
  private final HouseWork houseWork;
  private final CurrentActor current;
  private final Clock clock;
  private final ObjectMapper json;
  private final JdbcClient jdbc;

  ModelDesk(
      ModelDrafts drafts,
      Models models,
      HouseWork houseWork,
      CurrentActor current,
      Clock clock,
      ObjectMapper json,
      JdbcClient jdbc) {
    this.drafts = drafts;
    this.models = models;
    this.houseWork = houseWork;
    this.current = current;
    this.clock = clock;
    this.json = json;
    this.jdbc = jdbc;
  }

  /**
   * Sends a changed file for approval. Nothing is used yet.
   *
   * @param key of the model the file replaces
   * @param seen label of the version that the sender had before them; null when it came without a
   *     page
   * @param sendKey idempotency key of the page; a repeat gives the first draft
   * @return id of the draft, or what the policy found, each at its element's id
   */
  public Outcome<UUID> send(
      String key, String xml, String reason, String source, String seen, String sendKey) {
    requireRole(Role.PROCESS_EDITOR);
    oneAfterAnother(key);
    Optional<ModelDraft> before = drafts.findBySendKey(sendKey);
    if (before.isPresent()) {
      return Outcome.done(before.get().id());
    }
    if (reason == null || reason.isBlank()) {
      return Outcome.refused(Refusal.of("modelling.refusal.reason").at("reason"));
    }
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused(
          Refusal.of("modelling.refusal.reason-long", LONGEST_REASON).at("reason"));
    }
    Optional<ModelFile> file = ModelFile.read(xml);
    if (file.isEmpty()) {
      return Outcome.refused(Refusal.of("modelling.refusal.unreadable").at("file"));
    }
    if (!file.get().key().filter(key::equals).isPresent()) {
      return Outcome.refused(Refusal.of("modelling.refusal.other-key", key).at("file"));
    }
    List<Models.Version> versions = models.versions(key);
    if (versions.isEmpty()) {
      return Outcome.refused(Refusal.of("modelling.refusal.unknown", key).at("file"));
    }
    if (seen != null && !seen.equals(versions.get(0).label())) {
      return Outcome.refused(NEWER);
    }
    Map<String, String> set = new LinkedHashMap<>();
    set.put("processes/" + key + (file.get().isDecision() ? ".dmn" : ".bpmn"), xml);
    models
        .forms(key, versions.get(0).version())
        .forEach((id, form) -> set.put("forms/" + id + ".form", form));
    List<Models.Finding> findings = models.check(set);
    if (!findings.isEmpty()) {
      return new Outcome.Refused<>(
          findings.stream()
              .map(f -> Refusal.of(f.reasonKey(), f.reasonArgs().toArray()).at(f.elementId()))
              .toList());
    }
    ModelDraft draft =
        drafts.save(
            ModelDraft.sent(
                key,
                write(set),
                reason.strip(),
                source,
                sendKey,
                current.get().id(),
                clock.instant(),
                versions.get(0).version()));
    houseWork.add(
        new HouseWork.Item(
            "model-approval",
            Role.PROCESS_APPROVER,
            HOUSE_UNIT,
            null,
            null,
            new LocalText(
                "Approve a changed model: " + key,
                "Godkjenn endra modell: " + key,
                "Godkjenn endret modell: " + key),
            clock.instant().plus(Duration.ofDays(3)),
            "/processes/" + key + "/drafts/" + draft.id(),
            "model-draft-" + draft.id(),
            true));
    return Outcome.done(draft.id());
  }

  /** The second person decides; never the one who made it. */
  public Outcome<UUID> decide(UUID draftId, boolean approve, String comment) {
    requireRole(Role.PROCESS_APPROVER);
    oneAfterAnother(drafts.modelOf(draftId).orElseThrow(ModelDesk::noDraft));
    ModelDraft draft = get(draftId);
    if (draft.madeBy().equals(current.get().id())) {
      return Outcome.refused(Refusal.of("modelling.refusal.own"));
    }
    if (draft.state() == (approve ? ModelDraft.State.APPROVED : ModelDraft.State.RETURNED)
        && current.get().id().equals(draft.decidedBy())) {
      // sent twice
      return Outcome.done(draft.id());
    }
    if (draft.state() != ModelDraft.State.WAITING) {
      return Outcome.refused(DECIDED);
    }
    if (comment != null && comment.length() > LONGEST_REASON) {
      return Outcome.refused(
          Refusal.of("modelling.refusal.reason-long", LONGEST_REASON).at("comment"));
    }
    if (approve) {
      if (models.versions(draft.modelKey()).get(0).version() != draft.basedOn()) {
        return Outcome.refused(OVERTAKEN);
      }
      Outcome<Models.Version> deployed =
          models.deploy(draft.modelKey(), read(draft.files()), "browser");
      if (!deployed.isDone()) {
        return new Outcome.Refused<>(deployed.refusals());
      }
      draft.approved(current.get().id(), clock.instant(), comment, deployed.value().version());
    } else {
      if (comment == null || comment.isBlank()) {
        return Outcome.refused(Refusal.of("modelling.refusal.comment").at("comment"));
      }
      draft.returned(current.get().id(), clock.instant(), comment);
      houseWork.add(
          new HouseWork.Item(
              "model-returned",
              Role.PROCESS_EDITOR,
              HOUSE_UNIT,
              draft.madeBy(),
              null,
              new LocalText(
                  "Draft came back with a comment: " + draft.modelKey(),
                  "Utkast kom tilbake med merknad: " + draft.modelKey(),
                  "Utkast kom tilbake med merknader: " + draft.modelKey()),
              clock.instant().plus(Duration.ofDays(3)),
              "/processes/" + draft.modelKey() + "/drafts/" + draft.id(),
              "model-returned-" + draft.id(),
              false));
    }
    houseWork.doneByKey("model-draft-" + draft.id());
    return Outcome.done(draft.id());
  }

  /** Whether it was refused because of what others did since the page was drawn. */
  public static boolean stale(List<Refusal> refusals) {
    return refusals.stream().anyMatch(List.of(DECIDED, OVERTAKEN, NEWER)::contains);
  }

  /** Until the transaction ends: two clicks make one draft, two drafts never one version each. */
  private void oneAfterAnother(String key) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('model ' || :key, 0))")
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  private void requireRole(Role role) {
    if (!current.get().holds(role)) {
      throw new NoAccessException(Refusal.of("modelling.refusal.role"));
    }
  }

  boolean mayDecide(ModelDraft draft) {
    return draft.state() == ModelDraft.State.WAITING
        && current.get().holds(Role.PROCESS_APPROVER)
        && !draft.madeBy().equals(current.get().id());
  }

  private static NoAccessException noDraft() {
    return new NoAccessException(Refusal.of("modelling.refusal.no-draft"));
  }

  ModelDraft get(UUID draftId) {
    return drafts.findById(draftId).orElseThrow(ModelDesk::noDraft);
  }

  List<ModelDraft> of(String key) {
    return drafts.findByModelKeyOrderByMadeAtDesc(key);
  }

  /** The model of a draft. */
  String xml(ModelDraft draft) {
    return read(draft.files()).entrySet().stream()
        .filter(f -> !f.getKey().endsWith(".form"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> read(String files) {
    try {
      return json.readValue(files, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored files are JSON", e);
    }
  }

  private String write(Map<String, String> files) {
    try {
      return json.writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("files can be written as JSON", e);
    }
  }
}
