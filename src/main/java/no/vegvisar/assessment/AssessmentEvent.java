package no.vegvisar.assessment;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of a rights assessment. */
sealed interface AssessmentEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  @EventType("assessment.deadline-suggested/1")
  record DeadlineSuggested(
      List<String> rows, List<String> rowIds, String table, int tableVersion, List<String> facts)
      implements AssessmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {rows.size()};
    }
  }

  /** Taken up in the team's meeting (S29); {@code present} are the ids of those who took part. */
  @EventType("assessment.on-agenda/1")
  record OnAgenda(String day, List<String> present) implements AssessmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }

    @Override
    public Object[] words() {
      return new Object[] {day, present.size()};
    }
  }

  @EventType("assessment.prepared/1")
  record Prepared(
      String outcome,
      List<String> levels,
      String levelDiffers,
      String place,
      String placeDiffers,
      List<String> offers,
      String deadline,
      String deadlineReason,
      String firstAppointment,
      String appointmentWeek,
      String meetingForm,
      String reason,
      String elsewhere,
      String handOver,
      List<String> participants)
      implements AssessmentEvent {

    static Prepared of(RightsAssessment.Proposal p) {
      return new Prepared(
          p.outcome(),
          p.levels(),
          p.levelDiffers(),
          p.place(),
          p.placeDiffers(),
          p.offers(),
          p.deadline() == null ? null : p.deadline().toString(),
          p.deadlineReason(),
          p.firstAppointment() == null ? null : p.firstAppointment().toString(),
          p.appointmentWeek() == null ? null : p.appointmentWeek().toString(),
          p.meetingForm(),
          p.reason(),
          p.elsewhere(),
          p.handOver(),
          p.participants());
    }
  }

  @EventType("assessment.talk-called/1")
  record TalkCalled(String talkId, String how, String at) implements AssessmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {how};
    }
  }

  /** held, noShow or notWanted: none of them decides anything. */
  @EventType("assessment.talk-went/1")
  record TalkWent(String talkId, String how, String state) implements AssessmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {state};
    }
  }

  @EventType("assessment.sent-back/1")
  record SentBack(String cause, String causeWords) implements AssessmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {cause};
    }
  }

  /** Signed by another than who prepared (S29); the whole decision stands in it, as signed. */
  @EventType("assessment.signed/1")
  record Signed(
      String outcome,
      List<String> levels,
      String place,
      String deadline,
      String firstAppointment,
      String reason,
      String preparedBy)
      implements AssessmentEvent {}

  /** The words of the letter put right by a signer; the decision itself stands. */
  @EventType("assessment.corrected/1")
  record Corrected(
      String reason,
      String elsewhere,
      String place,
      String placeDiffers,
      String firstAppointment,
      String why,
      String letterId,
      String replacedLetterId)
      implements AssessmentEvent {}

  /** After a complaint; the decision that was told stands until another is signed. */
  @EventType("assessment.taken-up-anew/1")
  record TakenUpAnew(String outcomeBefore, String letterId) implements AssessmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {outcomeBefore};
    }
  }

  @EventType("assessment.patient-told/1")
  record PatientTold(String how, String at, String letterId) implements AssessmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }

    @Override
    public Object[] words() {
      return new Object[] {how};
    }
  }

  /** One try to reach the patient: phone, sms, post or visit, and what came of it. */
  @EventType("assessment.contact-tried/1")
  record ContactTried(String at, String how, String result) implements AssessmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }

    @Override
    public Object[] words() {
      return new Object[] {how, at.substring(0, 10)};
    }
  }

  @EventType("assessment.patient-not-reached/1")
  record PatientNotReached(int tries) implements AssessmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }

    @Override
    public Object[] words() {
      return new Object[] {tries};
    }
  }
}
