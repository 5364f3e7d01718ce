package no.vegvisar.coordination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Unit;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.patient.LegalBases.Base;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to the municipality. Without a base that stands for exactly this recipient and purpose
 * nothing is sent and nobody is told (decisions 27); with one, what goes is kept as a snapshot and
 * leaves through the gateway.
 */
@Service
@Transactional
public class RequestDesk implements Requests, Wishes {

  /** The municipality's unit that receives requests (cast §1.3). */
  static final String MUNICIPALITY = "alesund";

  static final String RECEIVING_UNIT = "psykisk-helse";

  /** What a request shares, no more. */
  static final Set<String> CATEGORIES = Set.of("need", "wishes", "contact");

  private final RequestRows requests;
  private final DisclosureRows disclosures;
  private final WishRows wishes;
  private final LegalBases bases;
  private final Patients patients;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Gateway gateway;
  private final Outbox outbox;
  private final Correlations correlations;
  private final DeadlineClocks clocks;
  private final Organisations organisations;
  private final Numbers numbers;
  private final Clock clock;
  private final ObjectMapper json;

  RequestDesk(
      RequestRows requests,
      DisclosureRows disclosures,
      WishRows wishes,
      LegalBases bases,
      Patients patients,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Gateway gateway,
      Outbox outbox,
      Correlations correlations,
      DeadlineClocks clocks,
      Organisations organisations,
      Numbers numbers,
      Clock clock,
      ObjectMapper json) {
    this.requests = requests;
    this.disclosures = disclosures;
    this.wishes = wishes;
    this.bases = bases;
    this.patients = patients;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.gateway = gateway;
    this.outbox = outbox;
    this.correlations = correlations;
    this.clocks = clocks;
    this.organisations = organisations;
    this.numbers = numbers;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public void followUpAsked(CaseNo caseNo, String words) {
    WishEntity wish = wish(caseNo);
    wish.followUpAsked = words;
    wishes.save(wish);
  }

  @Override
  public void handoverText(CaseNo caseNo, String words) {
    WishEntity wish = wish(caseNo);
    wish.handoverText = words;
    wishes.save(wish);
  }

  private WishEntity wish(CaseNo caseNo) {
    return wishes
        .findById(caseNo.value())
        .orElseGet(
            () -> {
              var wish = new WishEntity();
              wish.caseNo = caseNo.value();
              return wish;
            });
  }

  @Override
  public Sending sendFollowUp(CaseNo caseNo) {
    String words = wishes.findById(caseNo.value()).map(w -> w.followUpAsked).orElse("");
    return send(caseNo, Kind.FOLLOW_UP, "follow-up-request", "clinic.request.sent", words);
  }

  @Override
  public Sending offerHandover(CaseNo caseNo) {
    String words = wishes.findById(caseNo.value()).map(w -> w.handoverText).orElse("");
    return send(caseNo, Kind.HANDOVER, "handover", "clinic.handover.offered", words);
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
    String snapshot = snapshot(requestId, kind, file, words, base.get());
    DisclosureEntity disclosure = disclose(file, base.get(), purpose, snapshot, requestId);
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
   * Exactly what the municipality will read: who it is about, the need in the patient's words, whom
   * to call.
   */
  private String snapshot(String requestId, Kind kind, CaseSummary file, String words, Base base) {
    Patients.Person person = patients.get(file.personId());
    Optional<Unit> clinic = organisations.unit(file.unit());
    Map<String, Object> content = new TreeMap<>();
    content.put("requestId", requestId);
    content.put("kind", kind.name());
    content.put(
        "name",
        person.givenName() == null
            ? person.familyName()
            : person.givenName() + " " + person.familyName());
    content.put("nationalId", person.nationalId());
    content.put(
        "letterLanguage", person.letterLanguage() == null ? null : person.letterLanguage().code());
    content.put("need", words);
    content.put("contactUnit", clinic.map(Unit::nameNb).orElse(null));
    content.put("contactPhone", clinic.map(Unit::phone).orElse(null));
    // not where, only that: else the municipality would post its letter (edge 10)
    content.put(
        "protectedAddress",
        person.protection() == Patients.Protection.CONFIDENTIAL
            || person.protection() == Patients.Protection.STRICTLY_CONFIDENTIAL);
    content.put("base", base.kind().name());
    content.put("until", base.until() == null ? null : base.until().toString());
    return write(content);
  }

  DisclosureEntity disclose(
      CaseSummary file, Base base, String purpose, String snapshot, String requestId) {
    var disclosure = new DisclosureEntity();
    disclosure.id = Ids.next();
    disclosure.caseNo = file.caseNo().value();
    disclosure.personId = file.personId();
    disclosure.baseId = base.id();
    disclosure.recipientBody = base.recipientBody();
    disclosure.recipientUnit = base.recipientUnit();
    disclosure.purpose = purpose;
    disclosure.categories = String.join(",", base.categories().stream().sorted().toList());
    disclosure.until = base.until();
    disclosure.snapshot = snapshot;
    disclosure.requestId = requestId;
    disclosure.disclosedAt = clock.instant();
    return disclosures.save(disclosure);
  }

  /**
   * Reminds in writing; the next date runs from here (R05). Silence never holds treatment
   * (decisions 30).
   */
  public void remind(String requestId) {
    RequestEntity request = row(requestId);
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
        write(Map.of("requestId", requestId, "reminder", request.reminders)));
    clocks.stop("R05", requestId, clock.instant(), "reminded");
    clocks.start("R05", requestId, request.number(), clock.instant(), DeadlineClocks.Facts.NONE);
    ledger.append(request.number(), new CoordinationEvent.Reminded(requestId, request.reminders));
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
    JsonNode content = read(message.content());
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
        end(request, "concluded");
        correlate(message, Map.of());
      }
      default ->
          ledger.append(
              request.number(), new CoordinationEvent.DialogueReceived(request.requestId));
    }
  }

  private void correlate(Gateway.Message message, Map<String, String> variables) {
    correlations.toWaiting(message.type(), "requestId", message.requestId(), variables);
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
          write(Map.of("requestId", request.requestId)));
    }
    correlations.toWaiting(
        "coordination.request.withdrawn", "requestId", request.requestId, Map.of());
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

  void withdrawAll(CaseNo caseNo) {
    requests.findByCaseNoOrderBySentAt(caseNo.value()).forEach(this::withdraw);
  }

  private void end(RequestEntity request, String how) {
    request.endedHow = how;
    clocks.stop("R05", request.requestId, clock.instant(), how);
    disclosures
        .findById(request.disclosureId)
        .filter(d -> d.endedAt == null && how.equals("withdrawn"))
        .ifPresent(d -> d.endedAt = clock.instant());
    ledger.append(request.number(), new CoordinationEvent.RequestEnded(request.requestId, how));
  }

  void answerRead(String requestId, String meaning, String patientTold) {
    RequestEntity request = row(requestId);
    ledger.append(
        request.number(), new CoordinationEvent.AnswerRead(requestId, meaning, patientTold));
    if (!"granted".equals(request.answer) && request.endedHow == null) {
      end(request, "answered");
    }
  }

  /**
   * The delivery failed for good: a person sends it again or goes another way; the wait begins
   * anew.
   */
  void settleDelivery(String requestId, String how) {
    RequestEntity request = row(requestId);
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

  RequestEntity row(String requestId) {
    return requests
        .findById(requestId)
        .orElseThrow(() -> new IllegalStateException("no request " + requestId));
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

  private JsonNode read(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is JSON", e);
    }
  }

  private String write(Map<String, Object> content) {
    try {
      return json.writeValueAsString(new TreeMap<>(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message can be written as JSON", e);
    }
  }
}
