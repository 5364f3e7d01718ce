package no.vegvisar.treatment;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of work-up and treatment; days and times as ISO text. */
sealed interface TreatmentEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  /**
   * @param conflictFree whether the leader confirmed that no conflict of interest is known
   */
  @EventType("treatment.therapist-assigned/1")
  record TherapistAssigned(
      String therapist, String wish, String firstAppointment, boolean conflictFree)
      implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }
  }

  @EventType("treatment.first-attendance/1")
  record FirstAttendance(String attendedAt, String level) implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }

    @Override
    public Object[] words() {
      return new Object[] {attendedAt};
    }
  }

  @EventType("treatment.appointment-moved/1")
  record AppointmentMoved(String newTime, String movedBy) implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.APPOINTMENT;
    }
  }

  /**
   * @param newTime null when none is agreed yet
   */
  @EventType("treatment.not-attended/1")
  record NotAttended(int times, String newTime) implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.APPOINTMENT;
    }

    @Override
    public Object[] words() {
      return new Object[] {times};
    }
  }

  @EventType("treatment.children-named/1")
  record ChildrenNamed(List<Child.Named> children) implements TreatmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {children.size()};
    }
  }

  @EventType("treatment.no-children/1")
  record NoChildren(String askedBy) implements TreatmentEvent {}

  /** Asked, and not known: a state of its own that is asked again. */
  @EventType("treatment.children-unknown/1")
  record ChildrenUnknown(String askedBy) implements TreatmentEvent {}

  @EventType("treatment.child-duty-opened/1")
  record ChildDutyOpened(String fromCase) implements TreatmentEvent {}

  @EventType("treatment.child-talked-about/1")
  record ChildTalkedAbout(String inCase) implements TreatmentEvent {}

  @EventType("treatment.children-contact-informed/1")
  record ChildrenContactInformed(String inCase) implements TreatmentEvent {}

  @EventType("treatment.child-duty-done/1")
  record ChildDutyDone(String inCase) implements TreatmentEvent {}

  @EventType("treatment.needs-mapped/1")
  record NeedsMapped(
      int recordNo,
      String needs,
      List<NeedsRecord.Instrument> instruments,
      String doctorSeen,
      String suicideRisk,
      String driving,
      String interpreter)
      implements TreatmentEvent {}

  /** The assessment by qualified staff is planned, so it is not done yet. */
  @EventType("treatment.suicide-risk-planned/1")
  record SuicideRiskPlanned(int recordNo) implements TreatmentEvent {}

  @EventType("treatment.plan-agreed/1")
  record PlanAgreed(
      int version,
      List<TreatmentPlan.Goal> goals,
      String evaluationDate,
      String agreed,
      String copy,
      String crisisPlan)
      implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.TREATMENT_PLAN;
    }

    @Override
    public Object[] words() {
      return new Object[] {version};
    }
  }

  @EventType("treatment.plan-changed/1")
  record PlanChanged(
      int version, List<TreatmentPlan.Goal> goals, String changes, String evaluationDate)
      implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.TREATMENT_PLAN;
    }

    @Override
    public Object[] words() {
      return new Object[] {version};
    }
  }

  @EventType("treatment.clinical-decision/1")
  record ClinicalDecision(
      String decision,
      String reason,
      String planNeed,
      String municipalFollowUpWanted,
      String followUpAsked,
      String groupWanted)
      implements TreatmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {decision};
    }
  }

  /** Need of individual plan or coordinator was seen (T38, hol 7-3). */
  @EventType("treatment.plan-need-reported/1")
  record PlanNeedReported(String seenBy) implements TreatmentEvent {}

  @EventType("treatment.evaluated/1")
  record Evaluated(
      int nth,
      String useful,
      String planChanged,
      String moreWorkUp,
      String childrenAsked,
      String kinConsent,
      String municipalFollowUpWanted,
      String followUpAsked,
      String groupWanted,
      boolean goesOn,
      String nextEvaluation)
      implements TreatmentEvent {
    @Override
    public Object[] words() {
      return new Object[] {nth};
    }
  }

  @EventType("treatment.ended/1")
  record Ended(int evaluations) implements TreatmentEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }
  }
}
