package no.vegvisar.municipality;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger of a municipal case keeps. */
sealed interface MunicipalityEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.REFERRAL;
  }

  @EventType("municipality.application-received/1")
  record ApplicationReceived(String requestId, String kind, String fromBody, String content)
      implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("municipality.taken-further/1")
  record TakenFurther(String requestId, String toUnit) implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {toUnit};
    }
  }

  @EventType("municipality.decided/1")
  record Decided(
      String requestId,
      boolean granted,
      List<String> services,
      String from,
      String reviewBy,
      String reason)
      implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {granted ? "granted" : "declined"};
    }
  }

  @EventType("municipality.coordinator-named/1")
  record CoordinatorNamed(
      String requestId, String coordinator, String planOffered, String personAgrees)
      implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {coordinator};
    }
  }

  @EventType("municipality.reminded/1")
  record Reminded(String requestId) implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("municipality.closed-by-sender/1")
  record ClosedBySender(String requestId) implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {requestId};
    }
  }

  @EventType("municipality.closed-request-considered/1")
  record ClosedRequestConsidered(String requestId, String goOn, String reason)
      implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {goOn};
    }
  }

  @EventType("municipality.service-ended/1")
  record ServiceEnded(String requestId, String how, String after) implements MunicipalityEvent {
    @Override
    public Object[] words() {
      return new Object[] {how};
    }
  }

  @EventType("municipality.meeting-called/1")
  record MeetingCalled(String requestId) implements MunicipalityEvent {}
}
