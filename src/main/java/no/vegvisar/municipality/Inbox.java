package no.vegvisar.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.municipality.web.InboxView;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a municipal user has been asked, as far as it was disclosed to their unit or they work on
 * it; nothing else.
 */
@Service
@Transactional
public class Inbox {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Applications applications;
  private final ServiceDesk desk;
  private final CurrentActor current;
  private final CaseAccess access;
  private final Organisations organisations;
  private final Users users;
  private final DeadlineClocks clocks;
  private final DeadlineWords words;
  private final MessageSource messages;

  Inbox(
      Applications applications,
      ServiceDesk desk,
      CurrentActor current,
      CaseAccess access,
      Organisations organisations,
      Users users,
      DeadlineClocks clocks,
      DeadlineWords words,
      MessageSource messages) {
    this.applications = applications;
    this.desk = desk;
    this.current = current;
    this.access = access;
    this.organisations = organisations;
    this.users = users;
    this.clocks = clocks;
    this.words = words;
    this.messages = messages;
  }

  /**
   * The list, and the message picked.
   *
   * @param tab new, ongoing or done
   * @param requestId of the message to open, or null; opening is logged
   */
  public InboxView view(String tab, String requestId, Language language) {
    List<Application> mine = mine();
    List<LinkView> tabs =
        List.of("new", "ongoing", "done").stream()
            .map(
                t ->
                    new LinkView(
                        message("municipality.tab." + t, language),
                        "/inbox?tab=" + t,
                        null,
                        (int) mine.stream().filter(a -> tabOf(a).equals(t)).count(),
                        false,
                        t.equals(tab)))
            .toList();
    Optional<Application> picked =
        mine.stream().filter(a -> a.requestId.equals(requestId)).findFirst();
    if (requestId != null && picked.isEmpty()) {
      throw new NoAccessException(Refusal.of("municipality.refusal.not-yours"));
    }
    picked.ifPresent(a -> access.open(a.number(), Thing.CASE_SUMMARY, "inbox"));
    List<Application> shown = mine.stream().filter(a -> tabOf(a).equals(tab)).toList();
    var answerBy = clocks.find("T22", shown.stream().map(a -> a.caseNo).toList());
    return new InboxView(
        tabs,
        shown.stream()
            .map(a -> row(a, answerBy.get(a.caseNo), picked.orElse(null), tab, language))
            .toList(),
        picked.map(a -> message(a, language)).orElse(null));
  }

  private List<Application> mine() {
    Actor actor = current.get();
    Map<String, Application> found = new LinkedHashMap<>();
    if (actor.holds(Role.ALLOCATION)) {
      applications.findTop100ByOrderByReceivedAtDesc().forEach(a -> found.put(a.requestId, a));
    }
    if (actor.holds(Role.ADDICTION_CONSULTANT)) {
      actor.held().stream()
          .filter(h -> h.role() == Role.ADDICTION_CONSULTANT)
          .forEach(
              h ->
                  applications
                      .findTop100ByToUnitOrderByReceivedAtDesc(h.unit())
                      .forEach(a -> found.put(a.requestId, a)));
    }
    applications
        .findTop100ByCoordinatorOrderByReceivedAtDesc(actor.id().value())
        .forEach(a -> found.put(a.requestId, a));
    return new ArrayList<>(found.values());
  }

  private static String tabOf(Application application) {
    if (application.endedAt != null
        || application.closedBySender != null
        || Boolean.FALSE.equals(application.granted)) {
      return "done";
    }
    return application.takenFurtherAt == null && application.granted == null ? "new" : "ongoing";
  }

  private InboxView.Row row(
      Application application,
      DeadlineClocks.DeadlineClock answerBy,
      Application picked,
      String tab,
      Language language) {
    boolean closed = application.closedBySender != null;
    return new InboxView.Row(
        "/inbox?tab=" + tab + "&request=" + application.requestId,
        body(application.fromBody),
        subject(application, language),
        closed ? null : desk.disclosed(application).path("name").asText(),
        List.of(),
        DAY.format(OsloTime.dateOf(application.receivedAt)),
        Optional.ofNullable(answerBy)
            .filter(DeadlineClocks.DeadlineClock::running)
            .map(c -> words.of(c, language))
            .orElse(null),
        application.takenFurtherAt == null && application.granted == null && !closed,
        application == picked);
  }

  private InboxView.Message message(Application application, Language language) {
    JsonNode content = desk.disclosed(application);
    boolean closed = application.closedBySender != null;
    List<FactView> facts = new ArrayList<>();
    if (!closed) {
      fact(facts, "contactUnit", content, language);
      fact(facts, "contactPhone", content, language);
    }
    if (application.coordinator != null) {
      facts.add(
          FactView.of(
              message("municipality.fact.coordinator", language),
              users.displayName(new UserId(application.coordinator))));
    }
    if (application.reviewBy != null) {
      facts.add(
          FactView.of(
              message("municipality.fact.review", language), DAY.format(application.reviewBy)));
    }
    List<LinkView> actions = new ArrayList<>();
    if (access.decide(application.number(), Thing.CASE_SUMMARY).allowed()) {
      actions.add(
          LinkView.to(
              message("municipality.open-case", language),
              "/cases/" + application.caseNo + "/overview",
              null));
    }
    return new InboxView.Message(
        application.requestId,
        subject(application, language),
        body(application.fromBody) + ", " + DAY.format(OsloTime.dateOf(application.receivedAt)),
        clocks
            .find("T22", application.caseNo)
            .filter(DeadlineClocks.DeadlineClock::running)
            .map(c -> words.of(c, language))
            .orElse(null),
        closed ? null : content.path("name").asText(),
        closed ? null : content.path("nationalId").asText(""),
        List.of(),
        closed ? null : shared(content, language),
        closed
            ? message(
                "municipality.closed-by-sender.on",
                language,
                DAY.format(OsloTime.dateOf(application.closedBySender)))
            : null,
        closed ? List.of() : List.of(content.path("need").asText("")),
        facts,
        List.of(),
        answered(application, language),
        null,
        actions);
  }

  /** Whether the reader can still say that it was received and taken further. */
  public boolean canTakeFurther(String requestId) {
    return read(requestId)
        .filter(a -> a.takenFurtherAt == null && a.granted == null && a.closedBySender == null)
        .isPresent();
  }

  /** The case behind a message that the reader answers; empty when it is another's. */
  public Optional<CaseNo> toAnswer(String requestId) {
    return read(requestId).map(Application::number);
  }

  private Optional<Application> read(String requestId) {
    return current.get().holds(Role.ADDICTION_CONSULTANT)
        ? mine().stream().filter(a -> a.requestId.equals(requestId)).findFirst()
        : Optional.empty();
  }

  private void fact(List<FactView> facts, String key, JsonNode content, Language language) {
    String value = content.path(key).asText("");
    if (!value.isBlank() && !value.equals("null")) {
      facts.add(FactView.of(message("municipality.fact." + key, language), value));
    }
  }

  private String shared(JsonNode content, Language language) {
    String until = content.path("until").asText("");
    String base = message("municipality.base." + content.path("base").asText("CONSENT"), language);
    return until.isBlank() || until.equals("null")
        ? message("municipality.shared", language, base)
        : message("municipality.shared.until", language, base, day(until));
  }

  /** A day as the disclosure keeps it, as people read it. */
  static String day(String iso) {
    return DAY.format(LocalDate.parse(iso));
  }

  private String answered(Application application, Language language) {
    if (application.granted != null) {
      return message(
          application.granted ? "municipality.answered.granted" : "municipality.answered.declined",
          language);
    }
    return application.takenFurtherAt != null
        ? message("municipality.answered.taken-further", language)
        : null;
  }

  private String subject(Application application, Language language) {
    return message("municipality.kind." + application.kind, language);
  }

  private String body(String key) {
    return organisations.body(key).map(Body::name).orElse(key);
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
