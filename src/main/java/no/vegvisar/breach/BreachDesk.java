package no.vegvisar.breach;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.engine.Instances;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a start deadline that cannot be kept is told, confirmed and followed up (T02, T03; pbrl
 * 2-2). It begins when a person says so, when the clinic moves the appointment past the deadline,
 * or when the deadline has passed; a person decides in each case.
 */
@Service
@Transactional
public class BreachDesk {

  private static final String START = "T02";
  private static final String CONFIRM = "R65";
  private static final String ASK = "R67";
  private static final String PHONE = "T03b";
  private static final String LETTER = "T03c";
  private static final int LONGEST = 4000;
  private static final List<String> CAUSES = List.of("capacity", "moved-by-clinic", "other");
  private static final List<Role> MAY_TELL =
      List.of(Role.UNIT_LEAD, Role.INTAKE, Role.SIGNER, Role.THERAPIST, Role.DOCTOR);

  private final DeadlineBreaches breaches;
  private final HelfoCodes codes;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Instances instances;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  BreachDesk(
      DeadlineBreaches breaches,
      HelfoCodes codes,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Instances instances,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.breaches = breaches;
    this.codes = codes;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.instances = instances;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /** Whether the current actor may say that the deadline of this case cannot be kept. */
  @Transactional(readOnly = true)
  public boolean mayTell(CaseSummary file) {
    Actor actor = current.get();
    return file.kind() == CaseKind.CLINIC
        && file.open()
        && MAY_TELL.stream().anyMatch(actor::holds)
        && deadlineOf(file.caseNo()).isPresent()
        && running(file.caseNo()).isEmpty()
        && access.decide(file.caseNo(), Thing.CASE_SUMMARY).content();
  }

  /** Refuses by exception whoever may not tell it. */
  @Transactional(readOnly = true)
  public CaseSummary requireTeller(CaseNo caseNo) {
    access.require(caseNo, Thing.CASE_SUMMARY);
    return cases
        .find(caseNo)
        .filter(this::mayTell)
        .orElseThrow(() -> new NoAccessException(Refusal.of("breach.refusal.may-not")));
  }

  /** The start deadline that runs; empty when none does. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> deadlineOf(CaseNo caseNo) {
    return clocks
        .find(START, caseNo.value())
        .filter(DeadlineClock::running)
        .map(DeadlineClock::dueOn);
  }

  /**
   * A person sees that the deadline cannot be kept. Sent twice it is one breach; whoever tells
   * something else meanwhile is told that it is known.
   *
   * @param version the deadline as the page showed it
   */
  public Outcome<CaseNo> tell(CaseNo caseNo, String cause, String words, String version) {
    access.require(caseNo, Thing.CASE_SUMMARY);
    ledger.lock(caseNo);
    Optional<DeadlineBreach> known = running(caseNo);
    if (known.isPresent()) {
      return known.get().told(cause, words)
          ? Outcome.done(caseNo)
          : Outcome.refused(Refusal.of("breach.refusal.known"));
    }
    if (deadlineOf(caseNo).isEmpty() && MAY_TELL.stream().anyMatch(current.get()::holds)) {
      return Outcome.refused(Refusal.of("breach.refusal.over"));
    }
    requireTeller(caseNo);
    List<Refusal> refusals = new ArrayList<>();
    if (!CAUSES.contains(cause)) {
      refusals.add(Refusal.of("breach.refusal.cause").at("cause-capacity"));
    }
    if (words == null || words.isBlank()) {
      refusals.add(Refusal.of("breach.refusal.words").at("words"));
    } else if (words.length() > LONGEST) {
      refusals.add(Refusal.of("breach.refusal.words-long", LONGEST).at("words"));
    }
    LocalDate deadline = deadlineOf(caseNo).orElseThrow();
    if (!deadline.toString().equals(version)) {
      refusals.add(Refusal.of("breach.refusal.moved"));
    }
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    open(caseNo, deadline, cause, words.strip());
    return Outcome.done(caseNo);
  }

  /** It has passed, or will for a reason that the house knows; nothing when that is in hand. */
  void seen(DeadlineClock deadline, String cause) {
    CaseNo caseNo = deadline.caseNo();
    ledger.lock(caseNo);
    boolean known = ofCase(caseNo).stream().anyMatch(b -> b.coversPassing(deadline.dueOn()));
    if (!known) {
      open(caseNo, deadline.dueOn(), cause, null);
    }
  }

  private void open(CaseNo caseNo, LocalDate deadline, String cause, String words) {
    DeadlineBreach breach =
        breaches.saveAndFlush(
            DeadlineBreach.expected(
                caseNo, deadline, cause, words, current.get().id(), clock.instant()));
    ledger.append(
        caseNo,
        new BreachEvent.Expected(breach.id().toString(), deadline.toString(), cause, words));
    start(breach, CONFIRM, clock.instant());
    instances.start("breach.expected", caseNo.value(), Map.of("breachId", breach.id().toString()));
  }

  List<Refusal> confirm(Submission form) {
    if (form.is("breachWay", "agreedNot") && form.date("agreedOn").isEmpty()) {
      return List.of(Refusal.of("breach.refusal.agreed-on").at("agreedOn"));
    }
    DeadlineBreach breach = of(form);
    if (breach.ended()) {
      return List.of(Refusal.of("breach.refusal.stopped"));
    }
    String code = codes.of(form.text("breachWay"), OsloTime.dateOf(clock.instant())).orElse(null);
    breach.confirmed(form, code);
    ledger.append(
        form.caseNo(),
        new BreachEvent.Confirmed(
            breach.id().toString(),
            form.text("breachWay"),
            code,
            form.date("agreedOn").map(Object::toString).orElse(null),
            form.text("reason")));
    stop(breach, CONFIRM);
    if (!breach.ended()) {
      start(breach, ASK, clock.instant());
    }
    return List.of();
  }

  List<Refusal> answered(Submission form) {
    DeadlineBreach breach = of(form);
    if (breach.ended()) {
      return List.of(Refusal.of("breach.refusal.stopped"));
    }
    breach.answered(form);
    LocalDate on = form.date("on").orElseThrow();
    ledger.append(
        form.caseNo(),
        new BreachEvent.HelfoAnswered(
            breach.id().toString(), form.text("helfoAnswer"), on.toString(), form.text("details")));
    stop(breach, PHONE);
    stop(breach, ASK);
    if (breach.ended()) {
      stop(breach, LETTER);
    } else {
      start(breach, ASK, clock.instant());
      if (form.is("helfoAnswer", "letterSent")) {
        start(breach, LETTER, OsloTime.startOf(on));
      }
    }
    return List.of();
  }

  /** A message has left: Helfo phones the patient from now, or need not any more. */
  void helfoTold(String breachId, String what) {
    DeadlineBreach breach = find(breachId).orElseThrow();
    ledger.lock(breach.caseNo());
    ledger.append(breach.caseNo(), new BreachEvent.HelfoTold(breachId, what));
    if (what.equals(HelfoTransport.NOTICE)) {
      breach.notified(clock.instant());
      if (!breach.ended()) {
        start(breach, PHONE, clock.instant());
      }
    } else {
      breach.helfoDone(clock.instant());
    }
  }

  @Transactional(readOnly = true)
  List<DeadlineBreach> ofCase(CaseNo caseNo) {
    return breaches.findByCaseNoOrderByOpenedAt(caseNo.value());
  }

  /** Whether the case has or had one. */
  @Transactional(readOnly = true)
  public boolean any(CaseNo caseNo) {
    return breaches.existsByCaseNo(caseNo.value());
  }

  @Transactional(readOnly = true)
  Optional<DeadlineBreach> find(String breachId) {
    return breachId == null ? Optional.empty() : breaches.findById(UUID.fromString(breachId));
  }

  private Optional<DeadlineBreach> running(CaseNo caseNo) {
    return ofCase(caseNo).stream().filter(b -> !b.ended()).findFirst();
  }

  private DeadlineBreach of(Submission form) {
    return find((String) form.task().variables().get("breachId")).orElseThrow();
  }

  private void start(DeadlineBreach breach, String family, Instant from) {
    clocks.start(family, breach.id().toString(), breach.caseNo(), from, DeadlineClocks.Facts.NONE);
  }

  private void stop(DeadlineBreach breach, String family) {
    clocks.stop(family, breach.id().toString(), clock.instant(), "done");
  }
}
