package no.vegvisar.municipality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.Instances;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.Patients;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The municipality's side (S125, S169, S176): what was asked becomes a case of its own, is decided
 * with reason and right to complain, and answered. "Received" is not "granted"; a request closed by
 * its sender tells nothing of why.
 */
@Service
@Transactional
public class ServiceDesk implements Gateway.RequestReceiver {

  private static final String DECIDING_UNIT = "tildeling";
  private static final Language STANDARD = Language.NB;

  private final Applications applications;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Patients patients;
  private final DeadlineClocks clocks;
  private final Instances instances;
  private final Correlations correlations;
  private final Gateway gateway;
  private final Letters letters;
  private final Users users;
  private final MessageSource messages;
  private final Clock clock;
  private final ObjectMapper json;

  ServiceDesk(
      Applications applications,
      CaseFiles cases,
      CaseLedger ledger,
      Patients patients,
      DeadlineClocks clocks,
      Instances instances,
      Correlations correlations,
      Gateway gateway,
      Letters letters,
      Users users,
      MessageSource messages,
      Clock clock,
      ObjectMapper json) {
    this.applications = applications;
    this.cases = cases;
    this.ledger = ledger;
    this.patients = patients;
    this.clocks = clocks;
    this.instances = instances;
    this.correlations = correlations;
    this.gateway = gateway;
    this.letters = letters;
    this.users = users;
    this.messages = messages;
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

  /**
   * The request becomes a case of the municipality's own, with the person as disclosed (decisions
   * 22, 23).
   */
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
      patients.protect(person, Patients.Protection.CONFIDENTIAL);
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

  /** Tells the clinic that the request has come; received is not granted. */
  public void confirmReceipt(CaseNo caseNo) {
    Application application = of(caseNo);
    say(application, "municipality.request.received", Map.of());
  }

  /** The receiving unit has read it and passes it to the office that decides. */
  public List<Refusal> takeFurther(CaseNo caseNo) {
    Application application = of(caseNo);
    ledger.lock(caseNo);
    if (application.takenFurtherAt != null || application.granted != null) {
      return List.of();
    }
    if (application.closedBySender != null) {
      return List.of(Refusal.of("municipality.refusal.closed-by-sender"));
    }
    application.takenFurtherAt = clock.instant();
    ledger.append(caseNo, new MunicipalityEvent.TakenFurther(application.requestId, DECIDING_UNIT));
    say(application, "municipality.dialogue.sent", Map.of("takenFurther", DECIDING_UNIT));
    return List.of();
  }

  List<Refusal> assess(Submission form) {
    boolean granted = form.is("serviceGranted", "yes");
    LocalDate from = form.date("from").orElse(null);
    LocalDate review = form.date("reviewBy").orElse(null);
    List<Refusal> refusals = new ArrayList<>();
    Application application = of(form.caseNo());
    if (granted && !application.handover() && form.chosen("services").isEmpty()) {
      refusals.add(Refusal.of("municipality.refusal.services").at("services"));
    }
    if (granted && from == null) {
      refusals.add(Refusal.of("municipality.refusal.from").at("from"));
    }
    if (granted && review == null) {
      refusals.add(Refusal.of("municipality.refusal.review").at("reviewBy"));
    }
    if (from != null && review != null && review.isBefore(from)) {
      refusals.add(Refusal.of("municipality.refusal.review-before").at("reviewBy"));
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    application.granted = granted;
    application.services = String.join(",", form.chosen("services"));
    application.startsOn = from;
    application.reviewBy = review;
    application.reason = form.text("reason");
    application.answerText = form.text("answerText");
    application.decidedBy = form.by().value();
    application.decidedAt = form.at();
    clocks.stop("T22", form.caseNo().value(), form.at(), "decided");
    if (granted) {
      clocks.startUntil("R08", form.caseNo().value(), form.caseNo(), review);
    }
    ledger.append(
        form.caseNo(),
        new MunicipalityEvent.Decided(
            application.requestId,
            granted,
            form.chosen("services"),
            text(from),
            text(review),
            application.reason));
    return List.of();
  }

  /**
   * Letter to the person with reason and right to complain; answer to the clinic by kind of
   * request.
   */
  public void answer(CaseNo caseNo) {
    Application application = of(caseNo);
    letters.send(letters.write(decision(application)));
    Map<String, Object> content = new TreeMap<>();
    content.put("answer", application.granted ? "granted" : "declined");
    content.put("text", application.answerText);
    String type =
        application.handover()
            ? application.granted
                ? "municipality.handover.confirmed"
                : "municipality.handover.declined"
            : "municipality.request.answered";
    say(application, type, content);
    if (!application.granted) {
      cases.close(caseNo, "noService");
    }
  }

  private Letters.Draft decision(Application application) {
    Patients.Person person = patients.get(cases.get(application.number()).personId());
    Language language = Optional.ofNullable(person.letterLanguage()).orElse(STANDARD);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("granted", application.granted);
    model.put(
        "services",
        services(application).stream()
            .map(s -> messages.getMessage("municipality.service." + s, null, language.locale()))
            .toList());
    model.put("from", date(application.startsOn, language));
    model.put("reviewBy", date(application.reviewBy, language));
    model.put("reason", application.reason);
    model.put("signedBy", users.displayName(new UserId(application.decidedBy)));
    return new Letters.Draft(
        application.number(),
        "municipal-decision",
        Letters.To.PATIENT,
        language,
        DECIDING_UNIT,
        person.name(),
        List.of(),
        null,
        model);
  }

  static List<String> services(Application application) {
    return application.services == null || application.services.isBlank()
        ? List.of()
        : List.of(application.services.split(","));
  }

  private static String date(LocalDate date, Language language) {
    Locale locale = language == Language.EN ? Locale.UK : language.locale();
    return date == null
        ? null
        : DateTimeFormatter.ofPattern(
                language == Language.EN ? "d MMMM yyyy" : "d. MMMM yyyy", locale)
            .format(date);
  }

  List<Refusal> nameCoordinator(Submission form) {
    Application application = of(form.caseNo());
    UserId coordinator = new UserId(form.text("coordinator"));
    application.coordinator = coordinator.value();
    application.planOffered = form.text("planOffered");
    cases.assign(form.caseNo(), Role.MUNICIPAL_COORDINATOR, coordinator);
    ledger.append(
        form.caseNo(),
        new MunicipalityEvent.CoordinatorNamed(
            application.requestId,
            coordinator.value(),
            form.text("planOffered"),
            form.text("personAgrees")));
    return List.of();
  }

  /** Tells the clinic whom to call, unless the sender has closed the request. */
  public void tellCoordinator(CaseNo caseNo) {
    Application application = of(caseNo);
    UserId coordinator = new UserId(application.coordinator);
    say(
        application,
        "municipality.coordinator.named",
        Map.of("name", users.displayName(coordinator), "userId", coordinator.value()));
  }

  List<Refusal> serviceEnds(Submission form) {
    Application application = of(form.caseNo());
    application.endedHow = form.text("ended");
    application.endedAt = form.at();
    clocks.stop("R08", form.caseNo().value(), form.at(), "ended");
    ledger.append(
        form.caseNo(),
        new MunicipalityEvent.ServiceEnded(
            application.requestId, form.text("ended"), form.text("after")));
    return List.of();
  }

  /**
   * The service has ended; the clinic hears it only while a base stands, which a closed request has
   * not.
   */
  public void reportEnd(CaseNo caseNo) {
    say(of(caseNo), "municipality.service.ended", Map.of());
    cases.close(caseNo, "serviceEnded");
  }

  List<Refusal> considerClosed(Submission form) {
    ledger.append(
        form.caseNo(),
        new MunicipalityEvent.ClosedRequestConsidered(
            of(form.caseNo()).requestId, form.text("goOn"), form.text("reason")));
    return List.of();
  }

  private void say(Application application, String type, Map<String, Object> content) {
    if (application.closedBySender != null) {
      return;
    }
    gateway.send(
        application.number(),
        type,
        application.requestId,
        cases.get(application.number()).body(),
        application.fromBody,
        null,
        write(content));
  }

  Application of(CaseNo caseNo) {
    return applications
        .findById(caseNo.value())
        .orElseThrow(() -> new IllegalStateException("no application for " + caseNo));
  }

  Optional<Application> find(CaseNo caseNo) {
    return applications.findById(caseNo.value());
  }

  /** What was disclosed, as facts to show. */
  JsonNode disclosed(Application application) {
    return read(application.content);
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

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
