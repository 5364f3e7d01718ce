package no.vegvisar.coordination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.AccessDecision;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.coordination.web.GroupView;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.Patients;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;
import org.springframework.stereotype.Service;

/**
 * The group's page for its members, from whichever body they come; opening is logged with the
 * person's case.
 */
@Service
public class GroupPages {

  private final GroupDesk desk;
  private final GroupMeetings meetings;
  private final CaseFiles cases;
  private final Patients patients;
  private final Users users;
  private final CaseAccess access;
  private final CurrentActor current;
  private final CoordinationWords words;
  private final Clock clock;

  GroupPages(
      GroupDesk desk,
      GroupMeetings meetings,
      CaseFiles cases,
      Patients patients,
      Users users,
      CaseAccess access,
      CurrentActor current,
      CoordinationWords words,
      Clock clock) {
    this.desk = desk;
    this.meetings = meetings;
    this.cases = cases;
    this.patients = patients;
    this.users = users;
    this.access = access;
    this.current = current;
    this.words = words;
    this.clock = clock;
  }

  /** Opens and logs; refused in the same words for a group that is not there. */
  public GroupView open(UUID groupId) {
    GroupEntities.Group group = known(groupId);
    AccessDecision decision =
        access.open(new CaseNo(group.caseNo), Thing.RESPONSIBILITY_GROUP, "group page");
    return view(group, decision, true, List.of(), GroupView.Typed.NOTHING);
  }

  /** The page again, with what must be put right. */
  public GroupView again(UUID groupId, List<Refusal> refusals, GroupView.Typed typed) {
    GroupEntities.Group group = known(groupId);
    AccessDecision decision = access.decide(new CaseNo(group.caseNo), Thing.RESPONSIBILITY_GROUP);
    List<ProblemView> problems =
        refusals.stream()
            .map(
                r ->
                    new ProblemView(
                        r.field(),
                        words.text(
                            r.key().substring("coordination.".length()), r.args().toArray())))
            .toList();
    return view(group, decision, true, problems, typed);
  }

  /** Calls the next meeting; posted twice it is called once. */
  public List<Refusal> call(UUID groupId, GroupView.Typed typed, String version) {
    GroupEntities.Group group = mayAct(groupId);
    Outcome<TypedMeeting.Call> call = TypedMeeting.call(typed);
    return call.isDone()
        ? meetings.callAt(group, call.value().at(), call.value().place(), version)
        : call.refusals();
  }

  /**
   * Records a meeting.
   *
   * @param key of the page that was posted: the same key is the same meeting
   */
  public List<Refusal> record(UUID groupId, GroupView.Typed typed, String version, UUID key) {
    GroupEntities.Group group = known(groupId);
    if (!access.decide(new CaseNo(group.caseNo), Thing.RESPONSIBILITY_GROUP).allowed()) {
      throw new NoAccessException(Refusal.of("coordination.refusal.not-member"));
    }
    // the second click of two: the first may have ended the group
    if (meetings.isRecorded(groupId, key)) {
      return List.of();
    }
    mayAct(groupId);
    Outcome<GroupMeetings.Held> held = TypedMeeting.held(typed);
    return held.isDone()
        ? meetings.record(group, held.value(), current.get().id(), version, key)
        : held.refusals();
  }

  /** Notes that a promise was kept; false when the group has no such promise. */
  public boolean kept(UUID groupId, UUID promiseId) {
    return meetings.promiseKept(mayAct(groupId), promiseId);
  }

  private GroupEntities.Group mayAct(UUID groupId) {
    GroupEntities.Group group = known(groupId);
    AccessDecision decision = access.decide(new CaseNo(group.caseNo), Thing.RESPONSIBILITY_GROUP);
    if (!mayAct(group, decision)) {
      throw new NoAccessException(Refusal.of("coordination.refusal.not-member"));
    }
    return group;
  }

  /**
   * The therapist of the case, and the coordinator whom the municipality has named; nobody else
   * leads.
   */
  private boolean mayAct(GroupEntities.Group group, AccessDecision decision) {
    Actor actor = current.get();
    if (!decision.allowed() || !decision.content() || group.endedAt != null) {
      return false;
    }
    UserId me = actor.id();
    boolean therapist =
        cases.member(new CaseNo(group.caseNo), Role.THERAPIST).filter(me::equals).isPresent();
    return therapist
        || (actor.holds(Role.MUNICIPAL_COORDINATOR)
            && desk.membersOf(group.id).stream().anyMatch(m -> me.value().equals(m.userId)));
  }

  private GroupEntities.Group known(UUID groupId) {
    return desk.find(groupId)
        .orElseThrow(() -> new NoAccessException(Refusal.of("access.refusal.no-tie")));
  }

  /** The group on the case page, opened and logged there already. */
  Optional<GroupView> onCase(CaseNo caseNo) {
    return desk.ofCase(caseNo)
        .map(
            g ->
                view(
                    g,
                    access.decide(caseNo, Thing.RESPONSIBILITY_GROUP),
                    false,
                    List.of(),
                    GroupView.Typed.NOTHING));
  }

  private GroupView view(
      GroupEntities.Group group,
      AccessDecision decision,
      boolean page,
      List<ProblemView> problems,
      GroupView.Typed typed) {
    CaseNo caseNo = new CaseNo(group.caseNo);
    List<GroupEntities.Member> members = desk.membersOf(group.id);
    boolean content = decision.allowed() && decision.content();
    boolean full =
        content
            && members.stream()
                .noneMatch(
                    m ->
                        current.get().id().value().equals(m.userId)
                            && "minutesOnly".equals(m.gets));
    boolean mayAct = page && mayAct(group, decision);
    String href = "/plans/" + group.id;
    List<FactView> facts = new ArrayList<>();
    cases
        .member(caseNo, Role.THERAPIST)
        .ifPresent(u -> facts.add(FactView.of(words.word("therapist"), users.displayName(u))));
    facts.add(FactView.of(words.text("group.opened"), words.time(group.openedAt)));
    return new GroupView(
        href,
        page ? patients.get(group.personId).name() : null,
        facts,
        next(group),
        group.endedAt == null ? null : words.text("group.ended", words.time(group.endedAt)),
        full ? members.stream().map(this::member).toList() : List.of(),
        content ? meetings.meetingsOf(group.id).stream().map(this::meeting).toList() : List.of(),
        full
            ? meetings.promisesOf(group.id).stream()
                .map(p -> promise(p, mayAct ? href : null))
                .toList()
            : List.of(),
        TypedMeeting.PEOPLE.stream().map(o -> ChoiceView.of(o, words.word(o), false)).toList(),
        mayAct,
        full,
        problems,
        typed,
        group.version.toString(),
        Ids.next().toString());
  }

  private String next(GroupEntities.Group group) {
    if (group.nextMeeting != null) {
      return group.place == null
          ? words.time(group.nextMeeting)
          : words.time(group.nextMeeting) + ", " + group.place;
    }
    return group.noNextReason == null ? null : words.text("group.no-next", group.noNextReason);
  }

  private GroupView.Member member(GroupEntities.Member member) {
    String name =
        member.userId != null ? users.displayName(new UserId(member.userId)) : member.name;
    return new GroupView.Member(
        name == null ? words.word(member.who) : name,
        words.word(member.who),
        words.text(member.mayKnow() ? "group.told" : "group.not-told"));
  }

  private GroupView.Meeting meeting(GroupEntities.Meeting meeting) {
    return new GroupView.Meeting(
        words.time(meeting.heldAt),
        words.words(meeting.attended),
        meeting.minutes,
        users.displayName(new UserId(meeting.recordedBy)));
  }

  private GroupView.Promise promise(GroupEntities.Promise promise, String href) {
    boolean kept = promise.doneAt != null;
    boolean late = !kept && promise.dueOn.isBefore(OsloTime.dateOf(clock.instant()));
    return new GroupView.Promise(
        promise.what,
        words.word(promise.owner),
        words.day(promise.dueOn),
        words.text("group.promise." + (kept ? "kept" : late ? "late" : "open")),
        kept ? "success" : late ? "danger" : "info",
        kept || href == null ? null : href + "/promises/" + promise.id + "/kept");
  }
}
