package no.vegvisar.municipality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The municipality's side (S125, S169, S176): what was asked is decided with reason and right to
 * complain, and answered; then a coordinator is named, until the service ends. "Received" is not
 * "granted".
 */
@Service
@Transactional
public class ServiceDesk {

  static final String DECIDING_UNIT = "tildeling";

  private final Applications applications;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Gateway gateway;
  private final DecisionLetter letter;
  private final Users users;
  private final Clock clock;
  private final ObjectMapper json;

  ServiceDesk(
      Applications applications,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Gateway gateway,
      DecisionLetter letter,
      Users users,
      Clock clock,
      ObjectMapper json) {
    this.applications = applications;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.gateway = gateway;
    this.letter = letter;
    this.users = users;
    this.clock = clock;
    this.json = json;
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
    letter.send(application);
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
