package no.vegvisar.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.patient.LegalBases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The person's responsibility group (S98, S99, S171): members by the patient's wish, meetings with
 * a next date or a reason, promises with owner and date. Voluntary; consent comes first
 * (pathway-facts §5).
 */
@Service
@Transactional
public class GroupDesk {

  static final String PURPOSE = "responsibility-group";

  private final GroupRows groups;
  private final GroupMemberRows members;
  private final GroupMeetingRows meetings;
  private final GroupPromiseRows promises;
  private final RequestRows requests;
  private final LegalBases bases;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Relations relations;
  private final DeadlineClocks clocks;
  private final Outbox outbox;
  private final Clock clock;

  GroupDesk(
      GroupRows groups,
      GroupMemberRows members,
      GroupMeetingRows meetings,
      GroupPromiseRows promises,
      RequestRows requests,
      LegalBases bases,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Relations relations,
      DeadlineClocks clocks,
      Outbox outbox,
      Clock clock) {
    this.groups = groups;
    this.members = members;
    this.meetings = meetings;
    this.promises = promises;
    this.requests = requests;
    this.bases = bases;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.relations = relations;
    this.clocks = clocks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Opens the person's group, or joins the one that exists.
   *
   * @return id of the group, or empty when no consent to a group is on record: nothing is done then
   */
  public Optional<String> open(CaseNo caseNo) {
    ledger.lock(caseNo);
    CaseSummary file = cases.get(caseNo);
    Optional<GroupEntities.Group> existing = groups.findByPersonIdAndEndedAtIsNull(file.personId());
    if (existing.isPresent() && existing.get().caseNo.equals(caseNo.value())) {
      return Optional.of(existing.get().id.toString());
    }
    if (bases.standing(file.personId(), RequestDesk.MUNICIPALITY, null, PURPOSE).isEmpty()) {
      ledger.append(
          caseNo,
          new CoordinationEvent.NotSent(PURPOSE, RequestDesk.MUNICIPALITY, null, "no-consent"));
      return Optional.empty();
    }
    GroupEntities.Group group =
        existing.orElseGet(
            () -> {
              var fresh = new GroupEntities.Group();
              fresh.id = Ids.next();
              fresh.personId = file.personId();
              fresh.caseNo = caseNo.value();
              fresh.openedAt = clock.instant();
              return groups.save(fresh);
            });
    ledger.append(
        caseNo, new CoordinationEvent.GroupOpened(group.id.toString(), existing.isPresent()));
    pathway.groupOpened(caseNo, group.id.toString());
    return Optional.of(group.id.toString());
  }

  List<Refusal> invite(Submission form, String groupId) {
    GroupEntities.Group group = row(groupId);
    Instant first = form.instant("firstMeeting").orElseThrow();
    if (first.isBefore(clock.instant())) {
      return List.of(Refusal.of("coordination.refusal.meeting-past").at("firstMeeting"));
    }
    if (form.rows("members").isEmpty()) {
      return List.of(Refusal.of("coordination.refusal.no-members").at("members"));
    }
    List<String> who = new ArrayList<>();
    for (JsonNode row : form.rows("members")) {
      add(
          group,
          row.path("who").asText(),
          row.path("name").asText(null),
          row.path("base").asText("none"),
          row.path("gets").asText("full"));
      who.add(row.path("who").asText());
    }
    group.nextMeeting = first;
    group.place = form.text("place");
    clocks.startUntil("R10", groupId, form.caseNo(), OsloTime.dateOf(first));
    ledger.append(
        form.caseNo(), new CoordinationEvent.MembersInvited(groupId, who, first.toString()));
    return List.of();
  }

  private void add(GroupEntities.Group group, String who, String name, String base, String gets) {
    var member = new GroupEntities.Member();
    member.id = Ids.next();
    member.groupId = group.id;
    member.who = who;
    member.name = name;
    member.base = base;
    member.gets = gets;
    if (who.equals("therapist")) {
      cases
          .member(new CaseNo(group.caseNo), Role.THERAPIST)
          .ifPresent(u -> member.userId = u.value());
    }
    members.save(member);
    if (who.equals("municipality")) {
      requests.findByCaseNoOrderBySentAt(group.caseNo).stream()
          .filter(r -> r.coordinatorUser != null && r.endedHow == null)
          .findFirst()
          .ifPresent(
              r -> coordinatorNamed(new CaseNo(group.caseNo), new UserId(r.coordinatorUser)));
    }
  }

  /**
   * The municipality's coordinator joins as its member, when the patient wants the municipality in
   * the group.
   */
  public void coordinatorNamed(CaseNo caseNo, UserId coordinator) {
    groups
        .findByPersonIdAndEndedAtIsNull(cases.get(caseNo).personId())
        .ifPresent(
            group -> {
              var seat =
                  members.findByGroupIdAndUntilIsNullOrderById(group.id).stream()
                      .filter(m -> m.who.equals("municipality"))
                      .findFirst();
              if (seat.isPresent() && !seat.get().base.equals("none")) {
                seat.get().userId = coordinator.value();
                relations.special(
                    new CaseNo(group.caseNo), coordinator, "group-member", group.id.toString());
              }
            });
  }

  /**
   * Calls the next meeting: a member without a base gets nothing, and the leader reads who was not
   * told.
   */
  public void call(String groupId) {
    GroupEntities.Group group = row(groupId);
    CaseNo caseNo = new CaseNo(group.caseNo);
    List<String> told = new ArrayList<>();
    List<String> notTold = new ArrayList<>();
    for (GroupEntities.Member member : members.findByGroupIdAndUntilIsNullOrderById(group.id)) {
      boolean mayKnow =
          member.who.equals("patient")
              || member.who.equals("therapist")
              || !member.base.equals("none");
      (mayKnow ? told : notTold).add(member.who);
    }
    outbox.enqueue(new Outbox.Item("notice", caseNo, groupId, "meeting-called", null, null));
    ledger.append(
        caseNo,
        new CoordinationEvent.MeetingCalled(
            groupId, String.valueOf(group.nextMeeting), told, notTold));
  }

  /**
   * A member sets the time of the next meeting and calls it; a second call moves it.
   *
   * @param at null or past is refused
   */
  List<Refusal> callAt(String groupId, Instant at, String place) {
    if (at == null || at.isBefore(clock.instant())) {
      return List.of(Refusal.of("coordination.refusal.meeting-past").at("at"));
    }
    GroupEntities.Group group = row(groupId);
    CaseNo caseNo = new CaseNo(group.caseNo);
    ledger.lock(caseNo);
    group.nextMeeting = at;
    group.place = place == null || place.isBlank() ? null : place.strip();
    group.noNextReason = null;
    clocks.stop("R10", groupId, clock.instant(), "meeting-moved");
    clocks.startUntil("R10", groupId, caseNo, OsloTime.dateOf(at));
    call(groupId);
    return List.of();
  }

  /**
   * @param next null when none is set, and then {@code noNextReason} says why (S98)
   */
  record Held(
      Instant at,
      List<String> attended,
      String minutes,
      List<PromiseMade> promises,
      Instant next,
      String noNextReason) {}

  record PromiseMade(String what, String owner, LocalDate by) {}

  List<Refusal> record(Submission form, String groupId) {
    List<PromiseMade> made =
        form.rows("promises").stream()
            .map(
                p ->
                    new PromiseMade(
                        p.path("what").asText(null),
                        p.path("owner").asText(null),
                        day(p.path("by").asText(null))))
            .toList();
    boolean again = form.is("meetAgain", "yes");
    return record(
        groupId,
        new Held(
            form.instant("heldAt").orElseThrow(),
            form.chosen("attended"),
            form.text("minutes"),
            made,
            again ? form.instant("nextMeeting").orElse(null) : null,
            again ? null : form.text("noNextReason")),
        form.by());
  }

  /** Keeps a meeting; without a next date or a reason it is not kept. */
  public List<Refusal> record(String groupId, Held held, UserId by) {
    List<Refusal> refusals = new ArrayList<>();
    if (held.at().isAfter(clock.instant())) {
      refusals.add(Refusal.of("coordination.refusal.held-in-future").at("heldAt"));
    }
    if (held.next() == null && (held.noNextReason() == null || held.noNextReason().isBlank())) {
      refusals.add(Refusal.of("coordination.refusal.next-or-reason").at("nextMeeting"));
    }
    if (held.next() != null && held.next().isBefore(clock.instant())) {
      refusals.add(Refusal.of("coordination.refusal.meeting-past").at("nextMeeting"));
    }
    for (PromiseMade promise : held.promises()) {
      if (promise.what() == null
          || promise.what().isBlank()
          || promise.owner() == null
          || promise.by() == null) {
        refusals.add(Refusal.of("coordination.refusal.promise-owner-date").at("promises"));
        break;
      }
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    GroupEntities.Group group = row(groupId);
    CaseNo caseNo = new CaseNo(group.caseNo);
    ledger.lock(caseNo);
    var meeting = new GroupEntities.Meeting();
    meeting.id = Ids.next();
    meeting.groupId = group.id;
    meeting.heldAt = held.at();
    meeting.attended = String.join(",", held.attended());
    meeting.minutes = held.minutes();
    meeting.recordedBy = by.value();
    meetings.save(meeting);
    for (PromiseMade made : held.promises()) {
      var promise = new GroupEntities.Promise();
      promise.id = Ids.next();
      promise.groupId = group.id;
      promise.what = made.what();
      promise.owner = made.owner();
      promise.dueOn = made.by();
      promises.save(promise);
    }
    group.nextMeeting = held.next();
    group.noNextReason = held.noNextReason();
    clocks.stop("R10", groupId, clock.instant(), "held");
    if (held.next() != null) {
      clocks.startUntil("R10", groupId, caseNo, OsloTime.dateOf(held.next()));
    } else {
      end(group, held.noNextReason());
    }
    ledger.append(
        caseNo,
        new CoordinationEvent.MeetingRecorded(
            groupId,
            held.at().toString(),
            held.attended(),
            held.minutes(),
            held.promises().stream().map(PromiseMade::what).toList(),
            String.valueOf(held.next()),
            held.noNextReason()));
    return List.of();
  }

  private void end(GroupEntities.Group group, String reason) {
    group.endedAt = clock.instant();
    relations.specialEnded("group-member", group.id.toString());
    ledger.append(
        new CaseNo(group.caseNo), new CoordinationEvent.GroupEnded(group.id.toString(), reason));
  }

  void promiseKept(String groupId, UUID promiseId) {
    GroupEntities.Promise promise = promises.findById(promiseId).orElseThrow();
    ledger.lock(new CaseNo(row(groupId).caseNo));
    if (promise.doneAt == null && promise.groupId.toString().equals(groupId)) {
      promise.doneAt = clock.instant();
      ledger.append(
          new CaseNo(row(groupId).caseNo),
          new CoordinationEvent.PromiseKept(groupId, promiseId.toString()));
    }
  }

  boolean isOpenFor(CaseNo caseNo) {
    return groups.findByCaseNoOrderByOpenedAtDesc(caseNo.value()).stream()
        .anyMatch(g -> g.endedAt == null);
  }

  void consentWithdrawn(CaseNo caseNo) {
    groups.findByCaseNoOrderByOpenedAtDesc(caseNo.value()).stream()
        .filter(g -> g.endedAt == null)
        .forEach(g -> end(g, "consent-withdrawn"));
  }

  Optional<GroupEntities.Group> find(UUID groupId) {
    return groups.findById(groupId);
  }

  GroupEntities.Group row(String groupId) {
    return groups
        .findById(UUID.fromString(groupId))
        .orElseThrow(() -> new IllegalStateException("no group " + groupId));
  }

  Optional<GroupEntities.Group> ofCase(CaseNo caseNo) {
    return groups.findByCaseNoOrderByOpenedAtDesc(caseNo.value()).stream().findFirst();
  }

  List<GroupEntities.Member> membersOf(UUID groupId) {
    return members.findByGroupIdAndUntilIsNullOrderById(groupId);
  }

  List<GroupEntities.Meeting> meetingsOf(UUID groupId) {
    return meetings.findByGroupIdOrderByHeldAtDesc(groupId);
  }

  List<GroupEntities.Promise> promisesOf(UUID groupId) {
    return promises.findByGroupIdOrderByDueOn(groupId);
  }

  List<GroupEntities.Group> ofMember(UserId user) {
    return members.findByUserIdAndUntilIsNull(user.value()).stream()
        .map(m -> row(m.groupId.toString()))
        .toList();
  }

  private static LocalDate day(String text) {
    return text == null || text.isBlank() ? null : LocalDate.parse(text.substring(0, 10));
  }
}
