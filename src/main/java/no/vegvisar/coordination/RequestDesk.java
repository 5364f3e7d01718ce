package no.vegvisar.coordination;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.patient.LegalBases.Base;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to the municipality. Without a base that stands for exactly this recipient and purpose
 * nothing is sent and nobody is told (decisions 27); with one, what goes is kept as a snapshot and
 * leaves through the gateway.
 */
@Service
@Transactional
public class RequestDesk implements Requests {

  /** The municipality's unit that receives requests (cast §1.3). */
  static final String MUNICIPALITY = "alesund";

  static final String RECEIVING_UNIT = "psykisk-helse";

  /** What a request shares, no more. */
  static final Set<String> CATEGORIES = Set.of("need", "wishes", "contact");

  private final RequestRows requests;
  private final DisclosureRows disclosures;
  private final RequestContent content;
  private final RequestAnswers answers;
  private final RequestEnds ends;
  private final WishDesk wishes;
  private final LegalBases bases;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Gateway gateway;
  private final DeadlineClocks clocks;
  private final Numbers numbers;
  private final Clock clock;
  private final MessageJson json;

  RequestDesk(
      RequestRows requests,
      DisclosureRows disclosures,
      RequestContent content,
      RequestAnswers answers,
      RequestEnds ends,
      WishDesk wishes,
      LegalBases bases,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Gateway gateway,
      DeadlineClocks clocks,
      Numbers numbers,
      Clock clock,
      MessageJson json) {
    this.requests = requests;
    this.disclosures = disclosures;
    this.content = content;
    this.answers = answers;
    this.ends = ends;
    this.wishes = wishes;
    this.bases = bases;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.gateway = gateway;
    this.clocks = clocks;
    this.numbers = numbers;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public Sending sendFollowUp(CaseNo caseNo) {
    return send(
        caseNo,
        Kind.FOLLOW_UP,
        "follow-up-request",
        "clinic.request.sent",
        wishes.followUpAsked(caseNo));
  }

  @Override
  public Sending offerHandover(CaseNo caseNo) {
    return send(
        caseNo, Kind.HANDOVER, "handover", "clinic.handover.offered", wishes.handoverText(caseNo));
  }

  private Sending send(CaseNo caseNo, Kind kind, String purpose, String message, String words) {
    ledger.lock(caseNo);
    Optional<RequestEntity> earlier =
        requests.findByCaseNoOrderBySentAt(caseNo.value()).stream()
            .filter(r -> r.kind.equals(kind.name()) && r.endedHow == null)
            .findFirst();
    if (earlier.isPresent()) {
      return new Sending.Sent(earlier.get().requestId, false);
    }
    CaseSummary file = cases.get(caseNo);
    Optional<Base> base = bases.standing(file.personId(), MUNICIPALITY, RECEIVING_UNIT, purpose);
    if (base.isEmpty()) {
      ledger.append(
          caseNo,
          new CoordinationEvent.NotSent(purpose, MUNICIPALITY, RECEIVING_UNIT, "no-legal-base"));
      return new Sending.NoLegalBase();
    }
    String requestId = numbers.draw(NumberKind.REQUEST);
    String snapshot = content.snapshot(requestId, kind, file, words, base.get());
    DisclosureEntity disclosure = content.disclose(file, base.get(), purpose, snapshot, requestId);
    var request = new RequestEntity();
    request.requestId = requestId;
    request.caseNo = caseNo.value();
    request.kind = kind.name();
    request.toBody = MUNICIPALITY;
    request.toUnit = RECEIVING_UNIT;
    request.disclosureId = disclosure.id;
    request.sentAt = disclosure.disclosedAt;
    requests.save(request);
    gateway.send(caseNo, message, requestId, file.body(), MUNICIPALITY, RECEIVING_UNIT, snapshot);
    ledger.append(
        caseNo,
        new CoordinationEvent.RequestSent(
            requestId,
            kind.name(),
            MUNICIPALITY,
            RECEIVING_UNIT,
            disclosure.id.toString(),
            base.get().id().toString(),
            base.get().categories().stream().sorted().toList(),
            String.valueOf(base.get().until()),
            snapshot));
    clocks.start("R05", requestId, caseNo, disclosure.disclosedAt, DeadlineClocks.Facts.NONE);
    pathway.requestOpened(caseNo, requestId);
    return new Sending.Sent(requestId, true);
  }

  /**
   * Reminds in writing; the next date runs from here (R05). Silence never holds treatment
   * (decisions 30).
   */
  public void remind(String requestId) {
    RequestEntity request = requests.row(requestId);
    ledger.lock(request.number());
    if (request.endedHow != null || request.answeredAt != null) {
      return;
    }
    request.reminders++;
    gateway.send(
        request.number(),
        "clinic.dialogue.sent",
        requestId,
        cases.get(request.number()).body(),
        request.toBody,
        request.toUnit,
        json.write(Map.of("requestId", requestId, "reminder", request.reminders)));
    clocks.stop("R05", requestId, clock.instant(), "reminded");
    clocks.start("R05", requestId, request.number(), clock.instant(), DeadlineClocks.Facts.NONE);
    ledger.append(request.number(), new CoordinationEvent.Reminded(requestId, request.reminders));
  }

  /**
   * The delivery failed for good: a person sends it again or goes another way; the wait begins
   * anew.
   */
  void settleDelivery(String requestId, String how) {
    RequestEntity request = requests.row(requestId);
    if (how.equals("resend")) {
      String snapshot = disclosures.findById(request.disclosureId).orElseThrow().snapshot;
      String message =
          request.kind.equals(Kind.HANDOVER.name())
              ? "clinic.handover.offered"
              : "clinic.request.sent";
      gateway.send(
          request.number(),
          message,
          requestId,
          cases.get(request.number()).body(),
          request.toBody,
          request.toUnit,
          snapshot);
    }
    clocks.stop("R05", requestId, clock.instant(), "settled");
    clocks.start("R05", requestId, request.number(), clock.instant(), DeadlineClocks.Facts.NONE);
    ledger.append(request.number(), new CoordinationEvent.DeliveryFailed(requestId));
  }

  void hear(Gateway.Message message) {
    answers.hear(message);
  }

  void answerRead(String requestId, String meaning, String patientTold) {
    answers.answerRead(requestId, meaning, patientTold);
  }

  void withdraw(RequestEntity request) {
    ends.withdraw(request);
  }

  void withdrawAll(CaseNo caseNo) {
    ends.withdrawAll(caseNo);
  }

  RequestEntity row(String requestId) {
    return requests.row(requestId);
  }

  Optional<RequestEntity> ofDisclosure(UUID disclosureId) {
    return requests.findByDisclosureId(disclosureId);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Request> ofCase(CaseNo caseNo) {
    return requests.findByCaseNoOrderBySentAt(caseNo.value()).stream()
        .map(RequestEntity::view)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Request> find(String requestId) {
    return requests.findById(requestId).map(RequestEntity::view);
  }
}
