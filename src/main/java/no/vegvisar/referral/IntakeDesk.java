package no.vegvisar.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where referrals come in. Nothing is refused here (decisions 29): what is weak is marked, asked
 * for and assessed all the same; the clock T01 runs from first receipt whatever happens (pbrl 2-2).
 */
@Service
@Transactional
public class IntakeDesk {

  /** The assessment unit to which ordinary and LAR referrals go alike (S27, S65). */
  static final String BODY = "hmr";

  static final String UNIT = "vurdering";

  private final Referrals referrals;
  private final ReferralQuestions questions;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Patients patients;
  private final DeadlineClocks clocks;
  private final Relations relations;
  private final CurrentActor actor;
  private final Outbox outbox;
  private final Numbers numbers;
  private final Clock clock;
  private final ObjectMapper json;

  IntakeDesk(
      Referrals referrals,
      ReferralQuestions questions,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Patients patients,
      DeadlineClocks clocks,
      Relations relations,
      CurrentActor actor,
      Outbox outbox,
      Numbers numbers,
      Clock clock,
      ObjectMapper json) {
    this.referrals = referrals;
    this.questions = questions;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.patients = patients;
    this.clocks = clocks;
    this.relations = relations;
    this.actor = actor;
    this.outbox = outbox;
    this.numbers = numbers;
    this.clock = clock;
    this.json = json;
  }

  /** Sending opens the case (decisions 20): person, case, clock T01 and process, all or nothing. */
  void receive(Submission sent) {
    Instant now = clock.instant();
    UUID person = patients.register(BODY, personOf(sent));
    CaseNo caseNo = cases.open(CaseKind.CLINIC, BODY, UNIT, person);
    String kind = Optional.ofNullable(sent.text("referrerKind")).orElse("otherEntitled");
    Referral referral =
        referrals.save(
            Referral.received(
                numbers.draw(NumberKind.REFERRAL),
                sent.id(),
                caseNo,
                person,
                sent.by(),
                actor.get().body(),
                kind,
                sent.answers().toString(),
                now));
    relations.special(caseNo, sent.by(), "own-referral", referral.reference());
    ledger.append(
        caseNo,
        new ReferralEvent.Received(
            referral.reference(),
            kind,
            referral.senderBody(),
            sent.id().toString(),
            now.toString()));
    clocks.start("T01", caseNo.value(), caseNo, now, DeadlineClocks.Facts.NONE);
    pathway.referralReceived(caseNo, referral.id().toString());
  }

  private static Patients.NewPerson personOf(Submission sent) {
    String standard = sent.text("writtenStandard");
    boolean known = standard != null && !standard.equals("unknown");
    String idKind =
        Optional.ofNullable(sent.text("patientIdKind"))
            .orElse(sent.text("nationalId") == null ? "none" : "fnr");
    return new Patients.NewPerson(
        sent.text("patientName"),
        Patients.IdKind.valueOf(idKind.toUpperCase(java.util.Locale.ROOT)),
        sent.text("nationalId"),
        sent.text("patientContact"),
        known ? Language.ofCode(standard) : null,
        known ? "asked" : "unknown");
  }

  /**
   * Intake has looked: first receipt may be earlier than the system's (paper, forwarded), never
   * later than now.
   */
  List<Refusal> register(Submission form) {
    Instant receipt = form.instant("firstReceipt").orElseThrow();
    if (receipt.isAfter(clock.instant())) {
      return List.of(Refusal.of("referral.refusal.receipt-in-future").at("firstReceipt"));
    }
    Referral referral = ofCase(form.caseNo());
    referral.registered(
        form.text("channel"),
        receipt,
        form.text("identity"),
        form.text("senderAuthority"),
        form.text("sameAsOpen"),
        form.text("unit"),
        clock.instant());
    if (!OsloTime.dateOf(receipt).equals(OsloTime.dateOf(referral.receivedAt()))) {
      clocks.restartFrom("T01", form.caseNo().value(), receipt);
    }
    patients.confirmIdentity(referral.personId(), form.is("identity", "confirmed"));
    patients.protect(
        referral.personId(),
        switch (form.text("protectedAddress")) {
          case "confidential" -> Patients.Protection.CONFIDENTIAL;
          case "strictlyConfidential" -> Patients.Protection.STRICTLY_CONFIDENTIAL;
          case "none" -> Patients.Protection.NONE;
          default -> Patients.Protection.UNKNOWN;
        });
    ledger.append(
        form.caseNo(),
        new ReferralEvent.Registered(
            form.text("channel"),
            receipt.toString(),
            form.text("identity"),
            form.text("senderAuthority"),
            form.text("sameAsOpen"),
            form.text("unit"),
            form.text("protectedAddress")));
    return List.of();
  }

  /** A person decides the way beside what the table proposed. */
  List<Refusal> confirmRoute(Submission form) {
    if (form.is("route", "forward") && form.text("forwardTo") == null) {
      return List.of(Refusal.of("referral.refusal.forward-where").at("forwardTo"));
    }
    Referral referral = ofCase(form.caseNo());
    if (form.is("route", "duplicate") && otherOpenCase(referral).isEmpty()) {
      return List.of(Refusal.of("referral.refusal.no-other-case").at("route"));
    }
    referral.routeConfirmed(form.text("route"), form.text("reason"), form.text("forwardTo"));
    ledger.append(
        form.caseNo(),
        new ReferralEvent.RouteConfirmed(
            form.text("route"),
            form.text("forwardTo"),
            form.text("reason"),
            form.checked("doctorPhoned")));
    return List.of();
  }

  /**
   * Facts for {@code referral-routing.dmn}; age is frozen at the seniority date (pathway-facts
   * §10.3).
   */
  Map<String, Object> routingFacts(CaseNo caseNo) {
    Referral referral = ofCase(caseNo);
    JsonNode answers = answersOf(referral);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("unit", referral.unit());
    facts.put("openCase", referral.sameAsOpen());
    facts.put("age", ageAt(referral).orElse(null));
    facts.put("urgent", false);
    facts.put("kind", contains(answers.path("levelWanted"), "lar") ? "lar" : "ordinary");
    facts.put("identity", referral.identity());
    facts.put("senderAuthority", referral.senderAuthority());
    return facts;
  }

  private Optional<Integer> ageAt(Referral referral) {
    LocalDate born = patients.get(referral.personId()).bornOn();
    return Optional.ofNullable(born)
        .map(b -> Period.between(b, OsloTime.dateOf(referral.seniorityAt())).getYears());
  }

  String routeProposed(
      CaseNo caseNo,
      ReferralEvent.RouteProposed proposal,
      String engineCode,
      String nn,
      String nb) {
    ofCase(caseNo).routeProposed(proposal.code(), proposal.reason(), nn, nb);
    ledger.append(caseNo, proposal);
    return engineCode;
  }

  /** Item to (given, none, unknown, inLetter, empty), for {@code referral-completeness.dmn}. */
  Map<String, String> itemStates(CaseNo caseNo) {
    return ReferralItems.states(
        answersOf(ofCase(caseNo)), patients.get(ofCase(caseNo).personId()).contact() != null);
  }

  String referrerKind(CaseNo caseNo) {
    return ofCase(caseNo).referrerKind();
  }

  void completenessChecked(
      CaseNo caseNo,
      Map<String, String> askedWithWeight,
      List<String> recommended,
      String table,
      int version) {
    Referral referral = ofCase(caseNo);
    askedWithWeight.forEach(
        (item, weight) -> questions.save(ReferralQuestion.of(referral.id(), item, weight)));
    ledger.append(
        caseNo,
        new ReferralEvent.CompletenessChecked(
            List.copyOf(askedWithWeight.keySet()), recommended, table, version));
  }

  /**
   * Asks the sender by a neutral notice and a letter on the status page; waits for nothing (S41,
   * T01).
   */
  public void askForMore(CaseNo caseNo) {
    Referral referral = ofCase(caseNo);
    List<String> items = new ArrayList<>();
    for (ReferralQuestion question : questions.findByReferralIdOrderByItem(referral.id())) {
      if (question.askedAt() == null) {
        question.asked(clock.instant());
        items.add(question.item());
      }
    }
    if (items.isEmpty()) {
      return;
    }
    outbox.enqueue(
        new Outbox.Item("notice", caseNo, referral.reference(), "something-waits", null, null));
    clocks.cause("T01", caseNo.value(), "waiting-for-referrer");
    ledger.append(caseNo, new ReferralEvent.MoreAsked(items));
  }

  /** The sender answers; a fact of the referral, not a token: assessment has long begun. */
  List<Refusal> answer(String reference, Map<String, String> given) {
    Referral referral = referrals.findByReference(reference).orElseThrow();
    List<String> answered = new ArrayList<>();
    ledger.lock(referral.caseNo());
    for (ReferralQuestion question : questions.findByReferralIdOrderByItem(referral.id())) {
      String text = given.get(question.item());
      if (question.open() && text != null && !text.isBlank()) {
        if (text.length() > 4000) {
          return List.of(Refusal.of("referral.refusal.answer-too-long", 4000).at(question.item()));
        }
        question.answered(text.strip(), clock.instant());
        answered.add(question.item());
      }
    }
    if (answered.isEmpty()) {
      return List.of(Refusal.of("referral.refusal.nothing-answered"));
    }
    ledger.append(referral.caseNo(), new ReferralEvent.MoreAnswered(answered));
    return List.of();
  }

  /**
   * Sends the referral on with its seniority date; the case ends here, the clock keeps the cause.
   */
  public void forward(CaseNo caseNo) {
    Referral referral = ofCase(caseNo);
    referral.forwarded();
    String to = Optional.ofNullable(referral.forwardTo()).orElse("other");
    outbox.enqueue(
        new Outbox.Item(
            "post",
            caseNo,
            referral.reference(),
            "forwarded:" + to + ":" + OsloTime.dateOf(referral.seniorityAt()),
            null,
            null));
    outbox.enqueue(
        new Outbox.Item("notice", caseNo, referral.reference(), "something-waits", null, null));
    ledger.append(
        caseNo,
        new ReferralEvent.Forwarded(to, OsloTime.dateOf(referral.seniorityAt()).toString()));
    clocks.stop("T01", caseNo.value(), clock.instant(), "forwarded");
    cases.close(caseNo, "forwarded");
  }

  /** Joins the person's open case; the sender has the same receipt as everybody (decisions 20). */
  public void joinOpenCase(CaseNo caseNo) {
    Referral referral = ofCase(caseNo);
    CaseNo open =
        otherOpenCase(referral).orElseThrow(() -> new IllegalStateException("no other open case"));
    referral.joined();
    ledger.append(caseNo, new ReferralEvent.Joined(open.value()));
    ledger.lock(open);
    ledger.append(
        open,
        new ReferralEvent.Received(
            referral.reference(),
            referral.referrerKind(),
            referral.senderBody(),
            referral.submissionId().toString(),
            referral.receivedAt().toString()));
    clocks.stop("T01", caseNo.value(), clock.instant(), "duplicate");
    cases.close(caseNo, "duplicate");
  }

  private Optional<CaseNo> otherOpenCase(Referral referral) {
    return cases.ofPerson(referral.personId()).stream()
        .filter(c -> c.open() && !c.caseNo().equals(referral.caseNo()))
        .map(no.vegvisar.casefile.CaseSummary::caseNo)
        .findFirst();
  }

  /**
   * The referral of a case, for the modules that work on it; empty for a case that began otherwise.
   */
  @Transactional(readOnly = true)
  public Optional<ReferralRecord> find(CaseNo caseNo) {
    return referrals
        .findByCaseNo(caseNo.value())
        .map(
            r ->
                new ReferralRecord(
                    r.reference(),
                    r.caseNo(),
                    r.personId(),
                    r.sentBy(),
                    r.senderBody(),
                    r.referrerKind(),
                    answersOf(r),
                    r.seniorityAt()));
  }

  /**
   * The referral as it was sent.
   *
   * @param later item to what the referrer answered afterwards
   */
  public record SentForm(UUID submissionId, Map<String, String> later) {}

  /** What was sent, for the case page; empty for a case that began otherwise. */
  @Transactional(readOnly = true)
  public Optional<SentForm> sentForm(CaseNo caseNo) {
    return referrals
        .findByCaseNo(caseNo.value())
        .map(
            r -> {
              Map<String, String> later = new LinkedHashMap<>();
              questions.findByReferralIdOrderByItem(r.id()).stream()
                  .filter(q -> q.answer() != null)
                  .forEach(q -> later.put(q.item(), q.answer()));
              return new SentForm(r.submissionId(), later);
            });
  }

  /** The referrer has been answered: the status page says so. */
  public void referrerAnswered(CaseNo caseNo) {
    referrals.findByCaseNo(caseNo.value()).ifPresent(r -> r.answered(clock.instant()));
  }

  Referral ofCase(CaseNo caseNo) {
    return referrals
        .findByCaseNo(caseNo.value())
        .orElseThrow(() -> new IllegalStateException("no referral for " + caseNo));
  }

  Optional<Referral> bySubmission(UUID submissionId) {
    return referrals.findBySubmissionId(submissionId);
  }

  Optional<Referral> byReference(String reference) {
    return referrals.findByReference(reference);
  }

  List<Referral> sentBy(no.vegvisar.organisation.UserId user) {
    return referrals.findTop50BySentByOrderByReceivedAtDesc(user.value());
  }

  List<ReferralQuestion> questionsOf(Referral referral) {
    return questions.findByReferralIdOrderByItem(referral.id());
  }

  /** The checklist as sent, with later answers laid over it. */
  JsonNode answersOf(Referral referral) {
    try {
      ObjectNode answers = (ObjectNode) json.readTree(referral.answers());
      for (ReferralQuestion question : questions.findByReferralIdOrderByItem(referral.id())) {
        if (question.answer() != null) {
          answers.put(question.item(), question.answer());
        }
      }
      return answers;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored answers are JSON", e);
    }
  }

  private static boolean contains(JsonNode list, String value) {
    for (JsonNode node : list) {
      if (node.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
