package no.vegvisar.coordination;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Component;

/**
 * What the group's members have to do, in their own worklists: promises with their dates (S99), and
 * for the municipality's coordinator the next meeting. The municipality never reads the number of
 * the clinic's case.
 */
@Component
class GroupWork {

  private final GroupMemberRows members;
  private final GroupPromiseRows promises;
  private final CaseFiles cases;
  private final CaseDuties duties;

  GroupWork(
      GroupMemberRows members, GroupPromiseRows promises, CaseFiles cases, CaseDuties duties) {
    this.members = members;
    this.promises = promises;
    this.cases = cases;
    this.duties = duties;
  }

  /** The coordinator finds the next meeting in the list; a moved one takes the old one's place. */
  void called(GroupEntities.Group group) {
    coordinatorOf(group.id)
        .ifPresent(
            coordinator -> {
              duties.settled(meetingKey(group.id));
              duties.owed(
                  duty(
                      "group-meeting",
                      group,
                      coordinator,
                      null,
                      OsloTime.dateOf(group.nextMeeting),
                      meetingKey(group.id)));
            });
  }

  void held(UUID groupId) {
    duties.settled(meetingKey(groupId));
  }

  /** Who made it and can sign in has it in the list; others are asked at the next meeting. */
  void promised(GroupEntities.Group group, GroupEntities.Promise promise) {
    CaseNo caseNo = new CaseNo(group.caseNo);
    Optional<UserId> owner =
        switch (promise.owner) {
          case "therapist" -> cases.member(caseNo, Role.THERAPIST);
          case "municipality" -> coordinatorOf(group.id);
          default -> Optional.empty();
        };
    owner.ifPresent(
        user ->
            duties.owed(
                duty(
                    "promise",
                    group,
                    user,
                    promise.owner.equals("therapist") ? caseNo : null,
                    promise.dueOn,
                    promiseKey(promise.id))));
  }

  void kept(UUID promiseId) {
    duties.settled(promiseKey(promiseId));
  }

  /** The page is closed to its members from now on, so nothing of it may stand in their lists. */
  void ended(UUID groupId) {
    held(groupId);
    promises.findByGroupIdOrderByDueOn(groupId).forEach(promise -> kept(promise.id));
  }

  private Optional<UserId> coordinatorOf(UUID groupId) {
    return members.findByGroupIdAndUntilIsNullOrderById(groupId).stream()
        .filter(m -> m.who.equals("municipality") && m.mayKnow() && m.userId != null)
        .map(m -> new UserId(m.userId))
        .findFirst();
  }

  private static CaseDuties.Duty duty(
      String kind,
      GroupEntities.Group group,
      UserId who,
      CaseNo caseNo,
      LocalDate due,
      String key) {
    return new CaseDuties.Duty(
        kind,
        caseNo,
        caseNo == null ? null : Role.THERAPIST,
        who,
        "coordination." + kind + ".title",
        due,
        "/plans/" + group.id,
        key,
        false);
  }

  private static String meetingKey(UUID groupId) {
    return "group-meeting:" + groupId;
  }

  private static String promiseKey(UUID promiseId) {
    return "promise:" + promiseId;
  }
}
