package no.vegvisar.municipality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.Instances;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the clinic asks, reminds of and takes back: a request becomes a case of the municipality's
 * own (decisions 22, 23). One closed by its sender tells nothing of why.
 */
@Service
@Transactional
class RequestIntake implements Gateway.RequestReceiver {

  private final Applications applications;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Patients patients;
  private final DeadlineClocks clocks;
  private final Instances instances;
  private final Correlations correlations;
  private final Clock clock;
  private final ObjectMapper json;

  RequestIntake(
      Applications applications,
      CaseFiles cases,
      CaseLedger ledger,
      Patients patients,
      DeadlineClocks clocks,
      Instances instances,
      Correlations correlations,
      Clock clock,
      ObjectMapper json) {
    this.applications = applications;
    this.cases = cases;
    this.ledger = ledger;
    this.patients = patients;
    this.clocks = clocks;
    this.instances = instances;
    this.correlations = correlations;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        "clinic.request.sent",
        "clinic.handover.offered",
        "clinic.request.withdrawn",
        "clinic.dialogue.sent",
        "clinic.meeting.called");
  }

  @Override
  public void receive(Gateway.Message message) {
    switch (message.type()) {
      case "clinic.request.sent", "clinic.handover.offered" -> open(message);
      case "clinic.request.withdrawn" -> closedBySender(message.requestId());
      case "clinic.dialogue.sent" ->
          note(message.requestId(), new MunicipalityEvent.Reminded(message.requestId()));
      default ->
          note(message.requestId(), new MunicipalityEvent.MeetingCalled(message.requestId()));
    }
  }

  /** A case with the person as disclosed, once however often the request comes. */
  private void open(Gateway.Message message) {
    if (applications.findByRequestId(message.requestId()).isPresent()) {
      return;
    }
    JsonNode content = read(message.content());
    String language = content.path("letterLanguage").asText(null);
    UUID person =
        patients.register(
            message.toBody(),
            new Patients.NewPerson(
                content.path("name").asText(),
                content.path("nationalId").isNull() ? Patients.IdKind.NONE : Patients.IdKind.FNR,
                content.path("nationalId").asText(null),
                null,
                language == null ? null : Language.ofCode(language),
                language == null ? "unknown" : "asked"));
    if (content.path("protectedAddress").asBoolean(false)) {
      patients.protectAtLeast(person, Patients.Protection.CONFIDENTIAL);
    }
    CaseNo caseNo = cases.open(CaseKind.MUNICIPAL, message.toBody(), message.toUnit(), person);
    var application = new Application();
    application.caseNo = caseNo.value();
    application.requestId = message.requestId();
    application.kind = content.path("kind").asText("FOLLOW_UP");
    application.fromBody = message.fromBody();
    application.toUnit = message.toUnit();
    application.content = message.content();
    application.receivedAt = clock.instant();
    applications.save(application);
    ledger.append(
        caseNo,
        new MunicipalityEvent.ApplicationReceived(
            message.requestId(), application.kind, message.fromBody(), message.content()));
    clocks.start("T22", caseNo.value(), caseNo, application.receivedAt, DeadlineClocks.Facts.NONE);
    instances.start(message.type(), caseNo.value(), Map.of("requestId", message.requestId()));
  }

  private void note(String requestId, MunicipalityEvent event) {
    applications
        .findByRequestId(requestId)
        .ifPresent(
            a -> {
              ledger.lock(a.number());
              ledger.append(a.number(), event);
            });
  }

  private void closedBySender(String requestId) {
    applications
        .findByRequestId(requestId)
        .filter(a -> a.closedBySender == null)
        .ifPresent(
            a -> {
              ledger.lock(a.number());
              a.closedBySender = clock.instant();
              ledger.append(a.number(), new MunicipalityEvent.ClosedBySender(requestId));
              correlations.toWaiting("clinic.request.withdrawn", "requestId", requestId, Map.of());
            });
  }

  private JsonNode read(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is JSON", e);
    }
  }
}
