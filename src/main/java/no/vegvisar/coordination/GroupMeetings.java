package no.vegvisar.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings of responsibility groups (S98, S99): called, each member who may know is told, recorded
 * with a next date or a reason for none, and promises with owner and date.
 */
@Service
@Transactional
public class GroupMeetings {

  private static final Refusal CHANGED = Refusal.of("coordination.refusal.changed");

  private final GroupDesk groups;
  private final GroupWork work;
  private final GroupMeetingRows meetings;
  private final GroupPromiseRows promises;
  private final RequestRows requests;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Outbox outbox;
  private final Gateway gateway;
  private final Clock clock;

  GroupMeetings(
      GroupDesk groups,
      GroupWork work,
      GroupMeetingRows meetings,
      GroupPromiseRows promises,
      RequestRows requests,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Outbox outbox,
      Gateway gateway,
      Clock clock) {
    this.groups = groups;
    this.work = work;
    this.meetings = meetings;
    this.promises = promises;
    this.requests = requests;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.outbox = outbox;
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * Calls the next meeting: a member without a base gets nothing, and the leader reads who was not
   * told.
   */
  public void call(String groupId) {
    GroupEntities.Group group = groups.row(groupId);
    CaseNo caseNo = new CaseNo(group.caseNo);
    List<String> told = new ArrayList<>();
    List<String> notTold = new ArrayList<>();
    for (GroupEntities.Member member : groups.membersOf(group.id)) {
      boolean mayKnow = member.mayKnow();
      (mayKnow ? told : notTold).add(member.who);
      if (mayKnow) {
        tell(caseNo, member);
      }
    }
    work.called(group);
    ledger.append(
        caseNo,
        new CoordinationEvent.MeetingCalled(
            groupId, String.valueOf(group.nextMeeting), told, notTold));
  }

  /** The municipality through the gateway where it has our request; others by a neutral notice. */
  private void tell(CaseNo caseNo, GroupEntities.Member member) {
    Optional<RequestEntity> request =
        member.who.equals("municipality")
            ? requests.findByCaseNoOrderBySentAt(caseNo.value()).stream()
                .filter(r -> r.endedHow == null && r.receivedAt != null)
                .findFirst()
            : Optional.empty();
    if (request.isPresent()) {
      RequestEntity to = request.get();
      gateway.send(
          caseNo,
          "clinic.meeting.called",
          to.requestId,
          cases.get(caseNo).body(),
          to.toBody,
          to.toUnit,
          "{\"requestId\":\"" + to.requestId + "\"}");
    } else if (!member.who.equals("therapist")) {
      // the therapist has the task "Record meeting"
      outbox.enqueue(
          new Outbox.Item("notice", caseNo, member.id.toString(), "meeting-called", null, null));
    }
  }

  /**
   * A member sets the time of the next meeting and calls it; a second call moves it, and the same
   * call again changes nothing.
   *
   * @param seen the group as the caller read it before this transaction
   * @param at null or past is refused
   * @param version the caller's page was drawn of; another one is refused
   */
  List<Refusal> callAt(GroupEntities.Group seen, Instant at, String place, String version) {
    if (at == null || at.isBefore(clock.instant())) {
      return List.of(Refusal.of("coordination.refusal.meeting-past").at("at"));
    }
    CaseNo caseNo = new CaseNo(seen.caseNo);
    ledger.lock(caseNo);
    GroupEntities.Group group = groups.row(seen.id.toString());
    if (at.equals(group.nextMeeting) && Objects.equals(place, group.place)) {
      return List.of();
    }
    if (isStale(group, version)) {
      return List.of(CHANGED);
    }
    group.nextMeeting = at;
    group.place = place;
    group.noNextReason = null;
    clocks.stop("R10", group.id.toString(), clock.instant(), "meeting-moved");
    clocks.startUntil("R10", group.id.toString(), caseNo, OsloTime.dateOf(at));
    call(group.id.toString());
    return List.of();
  }

  private static boolean isStale(GroupEntities.Group group, String version) {
    return !group.version.toString().equals(version);
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
        form.by(),
        Ids.next());
  }

  boolean isRecorded(UUID groupId, UUID meetingId) {
    return meetings.findById(meetingId).filter(m -> m.groupId.equals(groupId)).isPresent();
  }

  /**
   * Keeps a meeting posted from the group's page.
   *
   * @param seen the group as the caller read it before this transaction
   * @param version the caller's page was drawn of; another one is refused
   * @param meetingId a meeting that is there already is not recorded again
   */
  List<Refusal> record(
      GroupEntities.Group seen, Held held, UserId by, String version, UUID meetingId) {
    ledger.lock(new CaseNo(seen.caseNo));
    if (isRecorded(seen.id, meetingId)) {
      return List.of();
    }
    GroupEntities.Group group = groups.row(seen.id.toString());
    return isStale(group, version)
        ? List.of(CHANGED)
        : record(group.id.toString(), held, by, meetingId);
  }

  /** Keeps a meeting; without a next date or a reason it is not kept. */
  private List<Refusal> record(String groupId, Held held, UserId by, UUID meetingId) {
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
    GroupEntities.Group group = groups.row(groupId);
    CaseNo caseNo = new CaseNo(group.caseNo);
    ledger.lock(caseNo);
    var meeting = new GroupEntities.Meeting();
    meeting.id = meetingId;
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
      work.promised(group, promise);
    }
    group.nextMeeting = held.next();
    group.noNextReason = held.noNextReason();
    clocks.stop("R10", groupId, clock.instant(), "held");
    work.held(group.id);
    if (held.next() != null) {
      clocks.startUntil("R10", groupId, caseNo, OsloTime.dateOf(held.next()));
    } else {
      groups.end(group, held.noNextReason());
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

  /** Notes that a promise was kept, once; false when the group has no such promise. */
  boolean promiseKept(GroupEntities.Group seen, UUID promiseId) {
    CaseNo caseNo = new CaseNo(seen.caseNo);
    ledger.lock(caseNo);
    Optional<GroupEntities.Promise> promise =
        promises.findById(promiseId).filter(p -> p.groupId.equals(seen.id));
    promise
        .filter(p -> p.doneAt == null)
        .ifPresent(
            p -> {
              p.doneAt = clock.instant();
              work.kept(p.id);
              ledger.append(
                  caseNo,
                  new CoordinationEvent.PromiseKept(seen.id.toString(), promiseId.toString()));
            });
    return promise.isPresent();
  }

  List<GroupEntities.Meeting> meetingsOf(UUID groupId) {
    return meetings.findByGroupIdOrderByHeldAtDesc(groupId);
  }

  List<GroupEntities.Promise> promisesOf(UUID groupId) {
    return promises.findByGroupIdOrderByDueOn(groupId);
  }

  private static LocalDate day(String text) {
    return text == null || text.isBlank() ? null : LocalDate.parse(text.substring(0, 10));
  }
}
