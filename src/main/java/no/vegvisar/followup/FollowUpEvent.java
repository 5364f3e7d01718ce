package no.vegvisar.followup;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of how a case ends; days and times as ISO text. */
sealed interface FollowUpEvent extends CaseEvent {

  @EventType("followup.end-planned/1")
  record EndPlanned(
      String endKind,
      List<String> nextCare,
      String handoverWanted,
      String handoverText,
      String groupLeader,
      String withPatient,
      String childrenAsked)
      implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.CLINICAL_CONTENT;
    }
  }

  @EventType("followup.summary-written/1")
  record SummaryWritten(
      String reference, List<String> receivers, String patientAsked, String objects)
      implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.LETTER;
    }
  }

  @EventType("followup.summary-sent/1")
  record SummarySent(List<String> receivers, List<String> letterIds) implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.LETTER;
    }

    @Override
    public Object[] words() {
      return new Object[] {receivers.size()};
    }
  }

  /** Not sent to this receiver, because it would not be lawful or nobody knows who it is. */
  @EventType("followup.summary-withheld/1")
  record SummaryWithheld(String receiver, String why) implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.LETTER;
    }
  }

  /**
   * @param open message keys of what was open; the reason is the closer's own
   */
  @EventType("followup.closed-with-open/1")
  record ClosedWithOpen(List<String> open, String reason) implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.CLINICAL_CONTENT;
    }

    @Override
    public Object[] words() {
      return new Object[] {open.size()};
    }
  }

  @EventType("followup.ended/1")
  record Ended(String reason, String feedbackUsed) implements FollowUpEvent {}

  @EventType("followup.bereaved-followed-up/1")
  record BereavedFollowedUp(String children, String offered, boolean contactInformed)
      implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.CLINICAL_CONTENT;
    }
  }

  @EventType("followup.withdrawal-concluded/1")
  record WithdrawalConcluded(String talked, List<String> keeps, boolean toldWayBack)
      implements FollowUpEvent {
    @Override
    public Thing thing() {
      return Thing.CLINICAL_CONTENT;
    }
  }

  @EventType("followup.transfer-confirmed/1")
  record TransferConfirmed(String receiver, String confirmedOn, String patientTold)
      implements FollowUpEvent {}
}
