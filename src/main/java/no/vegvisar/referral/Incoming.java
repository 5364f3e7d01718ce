package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.WorkDoors;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals nobody has registered yet, as intake meets them in the morning: what came since the
 * office closed, then what lay there before; worry for life first, then the one whose ten working
 * days began first (S27, pathway-facts §10.1).
 */
@Service
@Order(1)
@Transactional(readOnly = true)
public class Incoming implements WorkDoors {

  /** When the office closes (S117). */
  private static final LocalTime CLOSING = LocalTime.of(16, 0);

  private static final String STEP = "register-referral";

  private final Referrals referrals;
  private final ReferralRecords records;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final OpenTasks tasks;
  private final WorkingDays calendar;
  private final MessageSource messages;
  private final Clock clock;

  Incoming(
      Referrals referrals,
      ReferralRecords records,
      CaseFiles cases,
      CaseAccess access,
      OpenTasks tasks,
      WorkingDays calendar,
      MessageSource messages,
      Clock clock) {
    this.referrals = referrals;
    this.records = records;
    this.cases = cases;
    this.access = access;
    this.tasks = tasks;
    this.calendar = calendar;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param channel web, post, phone or fhir
   * @param receivedAt when it came into this house's list
   * @param firstReceipt from when the ten working days count
   * @param worry whether the sender fears overdose, self-harm or suicide, or calls it urgent
   */
  public record Arrival(
      String reference,
      CaseNo caseNo,
      String channel,
      Instant receivedAt,
      Instant firstReceipt,
      boolean worry) {}

  /** The office's last closing before today: on a Monday, Friday's. */
  public Instant lastClosing() {
    LocalDate day = OsloTime.dateOf(clock.instant()).minusDays(1);
    while (!calendar.isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    return OsloTime.at(day, CLOSING);
  }

  /** All that the current actor may see, at most 200. */
  public List<Arrival> unregistered() {
    List<Referral> waiting =
        referrals.findTop200ByRegisteredAtIsNullAndStatusOrderBySeniorityAt(
            Referral.Status.RECEIVED.name());
    List<CaseNo> numbers = waiting.stream().map(Referral::caseNo).toList();
    Map<CaseNo, AccessDecision> seen = access.decide(numbers, Thing.REFERRAL);
    List<CaseNo> open =
        cases.all(numbers.stream().filter(c -> seen.get(c).content()).toList()).values().stream()
            .filter(file -> file.open())
            .map(file -> file.caseNo())
            .toList();
    return waiting.stream()
        .filter(r -> open.contains(r.caseNo()))
        .map(this::arrival)
        .sorted(
            Comparator.comparing((Arrival a) -> !a.worry()).thenComparing(Arrival::firstReceipt))
        .toList();
  }

  private Arrival arrival(Referral referral) {
    return new Arrival(
        referral.reference(),
        referral.caseNo(),
        referral.channel(),
        referral.receivedAt(),
        referral.seniorityAt(),
        worrying(records.sentAnswersOf(referral)));
  }

  /** Marked as an emergency by whomever, or feared for: both are looked at first (S39). */
  private static boolean worrying(JsonNode answers) {
    return answers.path("riskConcern").asText().equals("yes")
        || answers.path("urgency").asText().equals("emergency");
  }

  /** The open step in which this referral is registered; empty when it is past that. */
  public Optional<OpenTask> step(String reference) {
    return records.byReference(reference).stream()
        .flatMap(r -> tasks.ofCase(r.caseNo().value()).stream())
        .filter(task -> STEP.equals(task.formId()))
        .findFirst();
  }

  @Override
  public List<LinkView> of(Actor actor, Language language) {
    if (!actor.holds(Role.INTAKE)) {
      return List.of();
    }
    List<Arrival> waiting = unregistered();
    return List.of(
        new LinkView(
            messages.getMessage("referral.incoming.door", null, language.locale()),
            "/referrals/incoming",
            "Reception",
            waiting.size(),
            waiting.stream().anyMatch(Arrival::worry),
            false),
        LinkView.to(
            messages.getMessage("referral.take-down.door", null, language.locale()),
            "/referrals/register",
            "NotePencil"));
  }
}
