package no.vegvisar.casefile;

import no.vegvisar.access.Thing;

/** What happens to a case itself. */
public sealed interface CasefileEvent extends CaseEvent {

  /** The case was opened. */
  @EventType("casefile.opened/1")
  record CaseOpened(String kind, String body, String unit, String phase) implements CasefileEvent {}

  /** The case is now in this phase. */
  @EventType("casefile.phase-moved/1")
  record PhaseMoved(String phase) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {phase};
    }
  }

  /** The case now lies in this unit. */
  @EventType("casefile.unit-moved/1")
  record UnitMoved(String body, String unit) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {unit};
    }
  }

  /** The member in this role is now this user. */
  @EventType("casefile.member-named/1")
  record MemberNamed(String role, String user) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {role, user};
    }
  }

  /** The user no longer is the member in this role. */
  @EventType("casefile.member-left/1")
  record MemberLeft(String role, String user) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {role, user};
    }
  }

  /** A colleague has a conflict of interest and steps back; why is kept nowhere. */
  @EventType("casefile.stepped-back/1")
  record SteppedBack(String user) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {user};
    }
  }

  /** One of the staff is the patient: the case is shut for them. */
  @EventType("casefile.shut-for-one/1")
  record ShutForOne(String user) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {user};
    }
  }

  /** Somebody had stepped back by mistake; the actor says who took it back. */
  @EventType("casefile.step-back-undone/1")
  record StepBackUndone(String user, String reason) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {user};
    }
  }

  /** The case is closed, by a person. */
  /** A decision was changed after a complaint: the case is open again. */
  @EventType("casefile.reopened/1")
  record CaseReopened(String phase) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {phase};
    }
  }

  @EventType("casefile.closed/1")
  record CaseClosed(String reason) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {reason};
    }
  }

  /** Somebody told that the patient has died; {@code on} is an ISO date. */
  @EventType("casefile.patient-died/1")
  record PatientDied(String on, String reason) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {on};
    }
  }

  /** The patient does not want to go on. */
  @EventType("casefile.patient-withdrew/1")
  record PatientWithdrew(String reason) implements CasefileEvent {
    @Override
    public Thing thing() {
      return Thing.CLINICAL_CONTENT;
    }
  }

  /** The case goes on elsewhere. */
  @EventType("casefile.transferred/1")
  record CaseTransferred(String reason) implements CasefileEvent {}

  /** What care did for this reason has stopped. */
  @EventType("casefile.care-stopped/1")
  record CareStopped(String reason) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {reason};
    }
  }

  /** The content of an entry was erased by order. */
  @EventType("casefile.content-erased/1")
  record ContentErased(long seq, String reason) implements CasefileEvent {
    @Override
    public Object[] words() {
      return new Object[] {seq};
    }
  }
}
