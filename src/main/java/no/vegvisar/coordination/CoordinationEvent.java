package no.vegvisar.coordination;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of requests, disclosures and the responsibility group. */
sealed interface CoordinationEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.DISCLOSURE;
  }

  @EventType("coordination.not-sent/1")
  record NotSent(String what, String toBody, String toUnit, String why)
      implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {what};
    }
  }

  @EventType("coordination.request-sent/1")
  record RequestSent(
      String requestId,
      String kind,
      String toBody,
      String toUnit,
      String disclosureId,
      String baseId,
      List<String> categories,
      String until,
      String snapshot)
      implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("coordination.request-received/1")
  record RequestReceived(String requestId) implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  /** The municipality wrote: taken further, or a question. */
  @EventType("coordination.dialogue-received/1")
  record DialogueReceived(String requestId) implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("coordination.request-answered/1")
  record RequestAnswered(String requestId, String answer, String text)
      implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId, answer};
    }
  }

  @EventType("coordination.coordinator-named/1")
  record CoordinatorNamed(String requestId, String name) implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("coordination.reminded/1")
  record Reminded(String requestId, int nth) implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId, nth};
    }
  }

  @EventType("coordination.request-ended/1")
  record RequestEnded(String requestId, String how) implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId, how};
    }
  }

  @EventType("coordination.delivery-failed/1")
  record DeliveryFailed(String requestId) implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("coordination.answer-read/1")
  record AnswerRead(String requestId, String meaning, String patientTold)
      implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("coordination.base-recorded/1")
  record BaseRecorded(
      String baseId, String kind, String purpose, String toBody, String toUnit, String until)
      implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {purpose};
    }
  }

  @EventType("coordination.sharing-stopped/1")
  record SharingStopped(String baseId, String purpose, int disclosures, int requests)
      implements CoordinationEvent {
    @Override
    public Object[] words() {
      return new Object[] {purpose};
    }
  }

  @EventType("coordination.sharing-reviewed/1")
  record SharingReviewed(String consequence) implements CoordinationEvent {}

  @EventType("coordination.group-opened/1")
  record GroupOpened(String groupId, boolean joined) implements CoordinationEvent {
    @Override
    public Thing thing() {
      return Thing.RESPONSIBILITY_GROUP;
    }
  }

  @EventType("coordination.members-invited/1")
  record MembersInvited(String groupId, List<String> who, String firstMeeting)
      implements CoordinationEvent {
    @Override
    public Thing thing() {
      return Thing.RESPONSIBILITY_GROUP;
    }

    @Override
    public Object[] words() {
      return new Object[] {who.size()};
    }
  }

  @EventType("coordination.meeting-called/1")
  record MeetingCalled(String groupId, String when, List<String> told, List<String> notTold)
      implements CoordinationEvent {
    @Override
    public Thing thing() {
      return Thing.RESPONSIBILITY_GROUP;
    }

    @Override
    public Object[] words() {
      return new Object[] {when};
    }
  }

  @EventType("coordination.meeting-recorded/1")
  record MeetingRecorded(
      String groupId,
      String heldAt,
      List<String> attended,
      String minutes,
      List<String> promises,
      String next,
      String noNextReason)
      implements CoordinationEvent {
    @Override
    public Thing thing() {
      return Thing.RESPONSIBILITY_GROUP;
    }

    @Override
    public Object[] words() {
      return new Object[] {promises.size()};
    }
  }

  @EventType("coordination.promise-kept/1")
  record PromiseKept(String groupId, String promiseId) implements CoordinationEvent {
    @Override
    public Thing thing() {
      return Thing.RESPONSIBILITY_GROUP;
    }
  }

  @EventType("coordination.group-ended/1")
  record GroupEnded(String groupId, String reason) implements CoordinationEvent {
    @Override
    public Thing thing() {
      return Thing.RESPONSIBILITY_GROUP;
    }
  }
}
