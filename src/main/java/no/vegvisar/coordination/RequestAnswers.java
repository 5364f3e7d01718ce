package no.vegvisar.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.exchange.Gateway;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the municipality says about a request, put on record and told to the process that waits
 * (decisions 7).
 */
@Service
@Transactional
class RequestAnswers {

  private final RequestRows requests;
  private final RequestEnds ends;
  private final CaseLedger ledger;
  private final Correlations correlations;
  private final DeadlineClocks clocks;
  private final Clock clock;
  private final MessageJson json;

  RequestAnswers(
      RequestRows requests,
      RequestEnds ends,
      CaseLedger ledger,
      Correlations correlations,
      DeadlineClocks clocks,
      Clock clock,
      MessageJson json) {
    this.requests = requests;
    this.ends = ends;
    this.ledger = ledger;
    this.correlations = correlations;
    this.clocks = clocks;
    this.clock = clock;
    this.json = json;
  }

  /**
   * A message of the municipality: stored first, then correlated by a retrying job (decisions 7).
   */
  void hear(Gateway.Message message) {
    Optional<RequestEntity> found = requests.findById(message.requestId());
    if (found.isEmpty()) {
      return;
    }
    RequestEntity request = found.get();
    ledger.lock(request.number());
    JsonNode content = json.read(message.content());
    Instant now = clock.instant();
    switch (message.type()) {
      case "municipality.request.received" -> {
        request.receivedAt = now;
        ledger.append(request.number(), new CoordinationEvent.RequestReceived(request.requestId));
        correlate(message, Map.of());
      }
      case "municipality.coordinator.named" -> {
        request.coordinator = content.path("name").asText(null);
        request.coordinatorUser = content.path("userId").asText(null);
        ledger.append(
            request.number(),
            new CoordinationEvent.CoordinatorNamed(request.requestId, request.coordinator));
        correlate(message, Map.of());
      }
      case "municipality.request.answered",
          "municipality.handover.confirmed",
          "municipality.handover.declined" -> {
        String answer =
            switch (message.type()) {
              case "municipality.handover.confirmed" -> "handoverConfirmed";
              case "municipality.handover.declined" -> "handoverDeclined";
              default -> content.path("answer").asText("declined");
            };
        request.answer = answer;
        request.answerText = content.path("text").asText(null);
        request.answeredAt = now;
        clocks.stop("R05", request.requestId, now, "answered");
        ledger.append(
            request.number(),
            new CoordinationEvent.RequestAnswered(request.requestId, answer, request.answerText));
        correlate(message, Map.of("municipalAnswer", answer));
      }
      case "municipality.service.ended" -> {
        ends.end(request, "concluded");
        correlate(message, Map.of());
      }
      default ->
          ledger.append(
              request.number(), new CoordinationEvent.DialogueReceived(request.requestId));
    }
  }

  /** The therapist has read the answer; one that is no yes ends the request. */
  void answerRead(String requestId, String meaning, String patientTold) {
    RequestEntity request = requests.row(requestId);
    ledger.append(
        request.number(), new CoordinationEvent.AnswerRead(requestId, meaning, patientTold));
    if (!"granted".equals(request.answer) && request.endedHow == null) {
      ends.end(request, "answered");
    }
  }

  private void correlate(Gateway.Message message, Map<String, String> variables) {
    correlations.toWaiting(message.type(), "requestId", message.requestId(), variables);
  }
}
