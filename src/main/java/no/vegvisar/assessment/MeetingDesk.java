package no.vegvisar.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.WaitingTasks;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The assessment team's meeting (S29): what waits to be assessed as one agenda, who takes part said
 * once, each referral prepared in turn; afterwards what is to be signed, by working days left.
 */
@Service
public class MeetingDesk {

  /** Who may be said to take part; the codes of the form that prepares. */
  public static final List<String> PROFESSIONS =
      List.of("doctor", "psychologist", "socialWorker", "nurse", "other");

  private static final String PREPARE = "UserTask_PrepareAssessment";
  private static final String SIGN = "UserTask_SignDecision";
  private static final LocalTime TOO_LATE_TODAY = LocalTime.of(14, 0);
  private static final Set<Role> TEAM = Set.of(Role.ASSESSOR, Role.SIGNER);

  /**
   * A meeting as it is planned or has begun.
   *
   * @param leftOut cases that wait for a later meeting
   * @param agenda in order; empty before it has begun
   * @param version 0 when nothing is saved yet
   */
  public record Meeting(
      LocalDate day,
      List<String> present,
      List<String> professions,
      List<CaseNo> leftOut,
      List<CaseNo> agenda,
      boolean begun,
      long version) {}

  /** What was sent from the page; case numbers of the chosen rows. */
  public record Typed(
      LocalDate day,
      long version,
      List<String> present,
      List<String> professions,
      List<String> cases) {}

  private final TeamMeetings meetings;
  private final RightsAssessments assessments;
  private final WaitingTasks waiting;
  private final TaskDesk tasks;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Users users;
  private final CurrentActor current;
  private final WorkingDays calendar;
  private final Clock clock;
  private final TransactionTemplate transaction;

  MeetingDesk(
      TeamMeetings meetings,
      RightsAssessments assessments,
      WaitingTasks waiting,
      TaskDesk tasks,
      CaseFiles cases,
      CaseLedger ledger,
      Users users,
      CurrentActor current,
      WorkingDays calendar,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.meetings = meetings;
    this.assessments = assessments;
    this.waiting = waiting;
    this.tasks = tasks;
    this.cases = cases;
    this.ledger = ledger;
    this.users = users;
    this.current = current;
    this.calendar = calendar;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The unit whose team the actor is on; empty for everybody else. */
  public Optional<String> unit() {
    return current.get().held().stream()
        .filter(h -> TEAM.contains(h.role()))
        .map(Actor.Held::unit)
        .sorted()
        .findFirst();
  }

  /** Today while there is still time for a meeting, else the next working day. */
  public LocalDate nextDay() {
    var now = OsloTime.dateTimeOf(clock.instant());
    boolean today =
        calendar.isWorkingDay(now.toLocalDate()) && now.toLocalTime().isBefore(TOO_LATE_TODAY);
    return today ? now.toLocalDate() : calendar.plus(now.toLocalDate(), 1);
  }

  public Meeting on(String unit, LocalDate day) {
    return meetings
        .findByUnitAndHeldOn(unit, day)
        .map(
            m ->
                new Meeting(
                    m.heldOn(),
                    m.present(),
                    m.professions(),
                    m.leftOut(),
                    m.agenda(),
                    m.begun(),
                    m.version()))
        .orElseGet(() -> new Meeting(day, List.of(), List.of(), List.of(), List.of(), false, 0));
  }

  /** Those on the team of the unit, by name. */
  public List<User> team(String unit) {
    return TEAM.stream()
        .flatMap(role -> users.holders(role, unit).stream())
        .distinct()
        .sorted(java.util.Comparator.comparing(User::displayName))
        .toList();
  }

  /** What waits to be prepared, most urgent first. */
  public List<WaitingTasks.Waiting> toPrepare() {
    return waiting.ofKind(PREPARE);
  }

  /** What waits for a signature that the actor may give: never what they prepared themselves. */
  public List<WaitingTasks.Waiting> toSign() {
    UserId me = current.get().id();
    List<WaitingTasks.Waiting> open = waiting.ofKind(SIGN);
    Map<CaseNo, UserId> prepared =
        preparedBy(open.stream().map(WaitingTasks.Waiting::caseNo).toList());
    return open.stream().filter(w -> !me.equals(prepared.get(w.caseNo()))).toList();
  }

  /** Who prepared each; a case that nobody has prepared is left out. */
  public Map<CaseNo, UserId> preparedBy(Collection<CaseNo> caseNos) {
    return assessments.findByCaseNoIn(caseNos.stream().map(CaseNo::value).toList()).stream()
        .filter(a -> a.preparedBy() != null)
        .collect(Collectors.toMap(RightsAssessment::caseNo, RightsAssessment::preparedBy));
  }

  /** Keeps who takes part and what is left for later; refuses when a colleague was first. */
  public List<Refusal> plan(String unit, Typed typed) {
    return save(unit, typed, false);
  }

  /** Begins: takes what nobody has taken yet of the chosen cases for who writes. */
  public List<Refusal> begin(String unit, Typed typed) {
    if (typed.present().isEmpty() && typed.professions().isEmpty()) {
      return List.of(Refusal.of("meeting.refusal.nobody").at("present"));
    }
    List<WaitingTasks.Waiting> chosen = chosen(typed);
    if (chosen.isEmpty()) {
      return List.of(Refusal.of("meeting.refusal.nothing").at("cases"));
    }
    List<CaseNo> before = on(unit, typed.day()).agenda();
    List<Refusal> refusals = save(unit, typed, true);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    for (WaitingTasks.Waiting one : chosen) {
      tasks.claim(one.taskId());
      if (!before.contains(one.caseNo())) {
        transaction.executeWithoutResult(
            status ->
                ledger.append(
                    one.caseNo(),
                    new AssessmentEvent.OnAgenda(typed.day().toString(), typed.present())));
      }
    }
    return List.of();
  }

  private List<WaitingTasks.Waiting> chosen(Typed typed) {
    return toPrepare().stream().filter(w -> typed.cases().contains(w.caseNo().value())).toList();
  }

  private List<Refusal> save(String unit, Typed typed, boolean begins) {
    List<String> team = team(unit).stream().map(u -> u.id().value()).toList();
    if (!team.containsAll(typed.present()) || !PROFESSIONS.containsAll(typed.professions())) {
      return List.of(Refusal.of("meeting.refusal.unknown").at("present"));
    }
    return transaction.execute(
        status -> {
          TeamMeeting meeting =
              meetings
                  .findByUnitAndHeldOn(unit, typed.day())
                  .orElseGet(() -> TeamMeeting.on(unit, typed.day()));
          if (meeting.version() != typed.version()) {
            return List.of(Refusal.of("meeting.refusal.changed"));
          }
          List<CaseNo> chosen = chosen(typed).stream().map(WaitingTasks.Waiting::caseNo).toList();
          List<CaseNo> leftOut =
              toPrepare().stream()
                  .map(WaitingTasks.Waiting::caseNo)
                  .filter(c -> !chosen.contains(c))
                  .toList();
          meeting.takes(typed.present(), typed.professions(), leftOut);
          if (begins) {
            List<CaseNo> agenda = new ArrayList<>(meeting.agenda());
            chosen.stream().filter(c -> !agenda.contains(c)).forEach(agenda::add);
            meeting.begins(agenda, clock.instant());
          }
          meetings.saveAndFlush(meeting);
          return List.of();
        });
  }

  /** The meeting that was begun last in the actor's unit. */
  Optional<TeamMeeting> running() {
    return unit().flatMap(this::lastBegun);
  }

  private Optional<TeamMeeting> lastBegun(String unit) {
    return meetings.findFirstByUnitAndBegunAtLessThanEqualOrderByBegunAtDesc(unit, clock.instant());
  }

  /** Professions that took part when this case was on the agenda; empty when it was not. */
  List<String> professionsAt(CaseNo caseNo) {
    return lastBegun(cases.get(caseNo).unit())
        .filter(m -> m.agenda().contains(caseNo))
        .map(TeamMeeting::professions)
        .orElse(List.of());
  }
}
