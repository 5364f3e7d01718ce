package no.vegvisar.coordination;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The rows of a responsibility group: it belongs to the person, not to a case (decisions 22). */
final class GroupEntities {

  private GroupEntities() {}

  @Entity(name = "ResponsibilityGroup")
  @Table(name = "responsibility_group")
  static class Group {
    @Id UUID id;
    @Version Long version;
    UUID personId;
    String caseNo;
    Instant openedAt;
    Instant nextMeeting;
    String place;
    String noNextReason;
    Instant endedAt;
  }

  @Entity(name = "GroupMember")
  @Table(name = "group_member")
  static class Member {
    @Id UUID id;
    @Version Long version;
    UUID groupId;
    String who;
    String name;
    String base;
    String gets;
    String userId;
    Instant until;

    /** The patient and the therapist always; others only on a base of their own (S177). */
    boolean mayKnow() {
      return who.equals("patient") || who.equals("therapist") || !base.equals("none");
    }
  }

  @Entity(name = "GroupMeeting")
  @Table(name = "group_meeting")
  static class Meeting {
    @Id UUID id;
    @Version Long version;
    UUID groupId;
    Instant heldAt;
    String attended;
    String minutes;
    String recordedBy;
  }

  /** A promise has an owner and a date (S99). */
  @Entity(name = "GroupPromise")
  @Table(name = "group_promise")
  static class Promise {
    @Id UUID id;
    @Version Long version;
    UUID groupId;
    String what;
    String owner;
    LocalDate dueOn;
    Instant doneAt;
  }
}
