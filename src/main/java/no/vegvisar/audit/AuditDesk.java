package no.vegvisar.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Purpose;
import no.vegvisar.access.ReadLog;
import no.vegvisar.access.Thing;
import no.vegvisar.audit.web.AuditCaseView;
import no.vegvisar.audit.web.AuditSearchView;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.EventWords;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.engine.PathHistory;
import no.vegvisar.engine.StepRef;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a case went, for those who trust nobody: its path in the versions it ran, who did what from
 * which form version, who read it, and whether the chain holds. Everything here reads; nothing can
 * be changed.
 */
@Service
@Transactional
public class AuditDesk {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm.ss");
  private static final int MOST_ROWS = 100;

  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final ReadLog reads;
  private final PathHistory path;
  private final CaseAccess access;
  private final CurrentActor current;
  private final EventWords words;
  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  AuditDesk(
      CaseFiles cases,
      CaseLedger ledger,
      ReadLog reads,
      PathHistory path,
      CaseAccess access,
      CurrentActor current,
      EventWords words,
      Users users,
      Organisations organisations,
      MessageSource messages,
      JdbcTemplate jdbc,
      Clock clock) {
    this.cases = cases;
    this.ledger = ledger;
    this.reads = reads;
    this.path = path;
    this.access = access;
    this.current = current;
    this.words = words;
    this.users = users;
    this.organisations = organisations;
    this.messages = messages;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Remembers that somebody searched, for what and why. */
  public void searched(CaseNo caseNoOrNull, String purpose) {
    jdbc.update(
        "insert into audit_search (id, at, by_user, case_no, purpose) values (?, ?, ?, ?, ?)",
        Ids.next(),
        Timestamp.from(clock.instant()),
        current.get().id().value(),
        caseNoOrNull == null ? null : caseNoOrNull.value(),
        purpose);
  }

  /** The newest cases of the auditor's body; numbers and times only. */
  @Transactional(readOnly = true)
  public List<AuditSearchView.Row> newest(Language language) {
    return cases.newest(current.get().body(), MOST_ROWS).stream()
        .map(c -> row(c, language))
        .toList();
  }

  private AuditSearchView.Row row(CaseSummary file, Language language) {
    return new AuditSearchView.Row(
        at(file.openedAt()),
        file.caseNo().value(),
        "/audit/" + file.caseNo(),
        message("casefile.phase." + file.phase(), language),
        organisations
            .unit(file.unit())
            .map(u -> language == Language.NB ? u.nameNb() : u.nameNn())
            .orElse(file.unit()),
        file.open() ? null : at(file.closedAt()));
  }

  /**
   * One case; opening it is logged like any look.
   *
   * @param instanceId which of its processes to draw, or null for the first
   */
  public AuditCaseView open(CaseNo caseNo, String instanceId, Language language) {
    access.open(caseNo, Thing.HISTORY, "audit");
    CaseSummary file =
        cases
            .find(caseNo)
            .orElseThrow(() -> new NoAccessException(Refusal.of("access.refusal.no-tie")));
    List<PathHistory.Instance> instances = path.instances(caseNo.value());
    Optional<PathHistory.Instance> shown =
        instances.stream().filter(i -> instanceId == null || i.id().equals(instanceId)).findFirst();
    Map<String, List<PathHistory.Step>> walked = new HashMap<>();
    instances.forEach(i -> walked.put(i.id(), path.steps(i.id())));
    List<PathHistory.Step> steps = shown.map(i -> walked.get(i.id())).orElse(List.of());
    return new AuditCaseView(
        caseNo.value(),
        facts(file, language),
        seal(caseNo, language),
        processes(caseNo, instances, shown.orElse(null), language),
        shown.map(i -> "/processes/" + i.processKey() + "/" + i.version() + "/xml").orElse(null),
        steps.stream()
            .filter(s -> s.ended() == null)
            .map(PathHistory.Step::elementId)
            .distinct()
            .toList(),
        steps.stream()
            .filter(s -> s.ended() != null && !s.canceled())
            .map(PathHistory.Step::elementId)
            .distinct()
            .toList(),
        counts(steps),
        allSteps(instances, walked, language),
        events(caseNo, language),
        readings(caseNo),
        List.of());
  }

  private List<FactView> facts(CaseSummary file, Language language) {
    return List.of(
        FactView.of(
            message("audit.fact.phase", language),
            message("casefile.phase." + file.phase(), language)),
        FactView.of(message("audit.fact.opened", language), at(file.openedAt())),
        FactView.of(
            message("audit.fact.closed", language),
            file.open() ? message("audit.open", language) : at(file.closedAt())));
  }

  private AuditSearchView.Seal seal(CaseNo caseNo, Language language) {
    CaseLedger.ChainReport report = ledger.verify(caseNo);
    String title =
        report.whole()
            ? message("audit.seal.whole", language)
            : message("audit.seal.broken", language, report.brokenAt());
    String head =
        report.head() == null
            ? ""
            : report.head().substring(0, Math.min(12, report.head().length()));
    ReadLog.SealReport log = reads.checkSeals(caseNo);
    String ofLog =
        log.whole()
            ? message("audit.seal.reads", language, log.minutes())
            : message("audit.seal.reads.broken", language);
    return new AuditSearchView.Seal(
        report.whole() && log.whole(),
        title,
        message(
                "audit.seal.text",
                language,
                at(clock.instant()),
                report.entries(),
                report.erased(),
                head)
            + ". "
            + ofLog,
        "/audit/" + caseNo + "/verify",
        caseNo.value());
  }

  private List<LinkView> processes(
      CaseNo caseNo,
      List<PathHistory.Instance> instances,
      PathHistory.Instance shown,
      Language language) {
    return instances.stream()
        .map(
            i ->
                new LinkView(
                    i.name().in(language) + " v" + i.version(),
                    "/audit/" + caseNo + "?instance=" + i.id(),
                    null,
                    null,
                    false,
                    i.equals(shown)))
        .toList();
  }

  private static Map<String, String> counts(List<PathHistory.Step> steps) {
    Map<String, Integer> passed = new LinkedHashMap<>();
    steps.forEach(s -> passed.merge(s.elementId(), 1, Integer::sum));
    Map<String, String> shown = new LinkedHashMap<>();
    passed.forEach(
        (id, times) -> {
          if (times > 1) {
            shown.put(id, "×" + times);
          }
        });
    return shown;
  }

  private List<AuditCaseView.Step> allSteps(
      List<PathHistory.Instance> instances,
      Map<String, List<PathHistory.Step>> walked,
      Language language) {
    List<AuditCaseView.Step> all = new ArrayList<>();
    for (PathHistory.Instance instance : instances) {
      for (PathHistory.Step step : walked.get(instance.id())) {
        if (step.type().contains("ateway") || step.type().equals("startEvent")) {
          continue;
        }
        all.add(
            new AuditCaseView.Step(
                instance.name().in(language) + ": " + step.name().in(language),
                step.assignee() == null ? "" : users.displayName(new UserId(step.assignee())),
                at(step.started()),
                step.ended() == null ? null : at(step.ended()),
                lasted(step),
                false));
      }
    }
    return all;
  }

  private String lasted(PathHistory.Step step) {
    Duration duration =
        Duration.between(step.started(), step.ended() == null ? clock.instant() : step.ended());
    return duration.toDays() > 0
        ? duration.toDays() + " d " + duration.toHoursPart() + " h"
        : duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }

  /**
   * Content stays hidden from an auditor: what is shown is who, when, from which step, form and
   * version.
   */
  private List<AuditCaseView.Event> events(CaseNo caseNo, Language language) {
    Map<Thing, Boolean> content = new EnumMap<>(Thing.class);
    return ledger.entries(caseNo).stream()
        .map(
            e ->
                new AuditCaseView.Event(
                    e.seq(),
                    at(e.at()),
                    users.displayName(e.actor()),
                    head(e, content, language),
                    details(e, language),
                    e.erased()))
        .toList();
  }

  /** The sentence only of facts that are not clinical: its words may carry content. */
  private String head(LedgerEntry entry, Map<Thing, Boolean> content, Language language) {
    boolean neutral = entry.thing() == Thing.CASE_SUMMARY || entry.erased();
    return neutral
            || content.computeIfAbsent(
                entry.thing(), thing -> access.decide(entry.caseNo(), thing).content())
        ? words.sentence(entry, language)
        : entry.type();
  }

  private List<FactView> details(LedgerEntry entry, Language language) {
    List<FactView> details = new ArrayList<>();
    details.add(FactView.of(message("audit.fact.type", language), entry.type()));
    StepRef step = entry.step();
    if (step != null) {
      details.add(
          FactView.of(
              message("audit.fact.process", language),
              step.processKey() + " v" + step.processVersion()));
      details.add(FactView.of(message("audit.fact.step", language), step.elementId()));
      if (step.formId() != null) {
        details.add(
            FactView.of(
                message("audit.fact.form", language), step.formId() + " " + step.formVersion()));
      }
    }
    details.add(FactView.of(message("audit.fact.hash", language), entry.hash()));
    return details;
  }

  private List<AuditCaseView.Read> readings(CaseNo caseNo) {
    return reads.of(caseNo).stream()
        .map(
            r ->
                new AuditCaseView.Read(
                    at(r.at()),
                    users.displayName(r.reader()),
                    r.unit() == null ? r.body() : r.unit(),
                    r.thing() + " · " + r.what(),
                    r.purpose() + " · " + r.ground(),
                    r.purpose() == Purpose.ETREAT || r.purpose() == Purpose.BTG))
        .toList();
  }

  private static String at(Instant instant) {
    return MOMENT.format(OsloTime.dateTimeOf(instant));
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
