package no.vegvisar.coordination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.engine.UncaughtMessage;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Component;

/**
 * What the municipality says about a request; stored first, then told to the process that waits.
 */
@Component
class FromTheMunicipality implements Gateway.RequestReceiver, UncaughtMessage {

  private static final Set<String> TYPES =
      Set.of(
          "municipality.request.received",
          "municipality.request.answered",
          "municipality.coordinator.named",
          "municipality.handover.confirmed",
          "municipality.handover.declined",
          "municipality.dialogue.sent",
          "municipality.service.ended");

  private final RequestDesk desk;
  private final GroupDesk groups;
  private final RequestRows requests;
  private final CaseFiles cases;
  private final CaseDuties work;
  private final ObjectMapper json;

  FromTheMunicipality(
      RequestDesk desk,
      GroupDesk groups,
      RequestRows requests,
      CaseFiles cases,
      CaseDuties work,
      ObjectMapper json) {
    this.desk = desk;
    this.groups = groups;
    this.requests = requests;
    this.cases = cases;
    this.work = work;
    this.json = json;
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void receive(Gateway.Message message) {
    desk.hear(message);
    if (message.type().equals("municipality.coordinator.named")) {
      desk.find(message.requestId())
          .ifPresent(
              request ->
                  coordinatorOf(message)
                      .ifPresent(user -> groups.coordinatorNamed(request.caseNo(), user)));
    }
  }

  private Optional<UserId> coordinatorOf(Gateway.Message message) {
    try {
      return Optional.ofNullable(json.readTree(message.content()).path("userId").asText(null))
          .map(UserId::new);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is JSON", e);
    }
  }

  @Override
  public boolean handles(String message) {
    return TYPES.contains(message)
        || message.startsWith("coordination.")
        || message.equals("exchange.delivery.failed");
  }

  /**
   * The case has ended or never began to wait (process book §11): what came is stored and a person
   * reads it; what was opened is taken back.
   */
  @Override
  public void nobodyWaits(
      String message, String caseNoOrNull, String idOrNull, Map<String, String> variables) {
    if (message.equals("coordination.request.opened")) {
      requests.findById(variables.get("requestId")).ifPresent(desk::withdraw);
    } else if (TYPES.contains(message) || message.equals("exchange.delivery.failed")) {
      requests
          .findById(idOrNull)
          .filter(request -> !"withdrawn".equals(request.endedHow))
          .ifPresent(request -> work.owed(unread(request)));
    }
  }

  /** What came when nobody waited any more lies with whoever treated, until it is read. */
  private CaseDuties.Duty unread(RequestEntity request) {
    return new CaseDuties.Duty(
        "late-answer",
        request.number(),
        Role.THERAPIST,
        cases.member(request.number(), Role.THERAPIST).orElse(null),
        "coordination.late-answer.title",
        null,
        "/cases/" + request.number() + "/disclosures",
        "late-answer:" + request.requestId,
        false);
  }
}
