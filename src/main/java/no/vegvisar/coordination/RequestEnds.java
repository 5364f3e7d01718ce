package no.vegvisar.coordination;

import java.time.Clock;
import java.util.Map;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a request ends: taken back, answered or concluded. */
@Service
@Transactional
class RequestEnds {

  private final RequestRows requests;
  private final DisclosureRows disclosures;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Gateway gateway;
  private final Outbox outbox;
  private final Correlations correlations;
  private final DeadlineClocks clocks;
  private final Clock clock;
  private final MessageJson json;

  RequestEnds(
      RequestRows requests,
      DisclosureRows disclosures,
      CaseFiles cases,
      CaseLedger ledger,
      Gateway gateway,
      Outbox outbox,
      Correlations correlations,
      DeadlineClocks clocks,
      Clock clock,
      MessageJson json) {
    this.requests = requests;
    this.disclosures = disclosures;
    this.cases = cases;
    this.ledger = ledger;
    this.gateway = gateway;
    this.outbox = outbox;
    this.correlations = correlations;
    this.clocks = clocks;
    this.clock = clock;
    this.json = json;
  }

  /** Takes a request back; the other side hears "closed by sender" and never why. */
  void withdraw(RequestEntity request) {
    if (request.endedHow != null) {
      return;
    }
    outbox.cancel(request.number(), request.requestId, "withdrawn");
    end(request, "withdrawn");
    // where nothing has left there is nothing to close, and a closing would tell that there was
    // something
    if (hasLeft(request)) {
      gateway.send(
          request.number(),
          "clinic.request.withdrawn",
          request.requestId,
          cases.get(request.number()).body(),
          request.toBody,
          request.toUnit,
          json.write(Map.of("requestId", request.requestId)));
    }
    correlations.toWaiting(
        "coordination.request.withdrawn", "requestId", request.requestId, Map.of());
  }

  void withdrawAll(CaseNo caseNo) {
    requests.findByCaseNoOrderBySentAt(caseNo.value()).forEach(this::withdraw);
  }

  void end(RequestEntity request, String how) {
    request.endedHow = how;
    clocks.stop("R05", request.requestId, clock.instant(), how);
    disclosures
        .findById(request.disclosureId)
        .filter(d -> d.endedAt == null && how.equals("withdrawn"))
        .ifPresent(d -> d.endedAt = clock.instant());
    ledger.append(request.number(), new CoordinationEvent.RequestEnded(request.requestId, how));
  }

  private boolean hasLeft(RequestEntity request) {
    return outbox.ofCase(request.number()).stream()
        .filter(r -> request.requestId.equals(r.subjectId()))
        .anyMatch(
            r ->
                r.state() == Outbox.State.SENT
                    || r.state() == Outbox.State.SENDING
                    || r.state() == Outbox.State.UNCERTAIN);
  }
}
