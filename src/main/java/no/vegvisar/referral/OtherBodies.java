package no.vegvisar.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseMoves;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the cases of other bodies: the tribunal's (hol 10-2 to 10-4 and the interim order) and
 * the prison service's (§ 12). A clock reminds by a work item (T28–T32) and ends nothing; where no
 * length is established, a person may set the day. Of a sentence the order is: the right first,
 * then the prison service grants, and it may revoke.
 */
@Service
@Transactional
public class OtherBodies implements CaseStop, CaseMoves {

  /** What a person can tell of one. */
  enum Step {
    GRANTED,
    REVOKED,
    ENDED;

    static Optional<Step> of(String word) {
      return List.of(values()).stream().filter(s -> s.word().equals(word)).findFirst();
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final OtherBodyCases files;
  private final RightOnRecord right;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseDuties work;
  private final DeadlineClocks clocks;
  private final CurrentActor current;
  private final Clock clock;

  OtherBodies(
      OtherBodyCases files,
      RightOnRecord right,
      CaseFiles cases,
      CaseLedger ledger,
      CaseDuties work,
      DeadlineClocks clocks,
      CurrentActor current,
      Clock clock) {
    this.files = files;
    this.right = right;
    this.cases = cases;
    this.ledger = ledger;
    this.work = work;
    this.clocks = clocks;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Notes that another body has a case.
   *
   * @param id of the page: the same page is the same case
   * @param remindOn the day a person sets where no length is established, or null
   */
  List<Refusal> note(UUID id, CaseNo caseNo, String code, LocalDate on, LocalDate remindOn) {
    ledger.lock(caseNo);
    if (files.findById(id).isPresent()) {
      return List.of();
    }
    List<Refusal> refusals = new ArrayList<>();
    Optional<OtherBodyCase.Kind> kind = OtherBodyCase.Kind.of(code);
    if (kind.isEmpty()) {
      refusals.add(Refusal.of("referral.refusal.choose").at("kind"));
    }
    refusals.addAll(dayNotAhead(on, null));
    if (remindOn != null && !remindOn.isAfter(today())) {
      refusals.add(Refusal.of("referral.refusal.remind-ahead").at("remindOn"));
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    OtherBodyCase file =
        OtherBodyCase.noted(id, caseNo, kind.get(), on, current.get().id(), clock.instant());
    file.remindOn(remindOn);
    files.save(file);
    ledger.append(
        caseNo,
        new ReferralEvent.OtherBodyNoted(
            id.toString(), code, on.toString(), remindOn == null ? null : remindOn.toString()));
    if (file.kind() == OtherBodyCase.Kind.SENTENCE) {
      owed(file, null);
    } else {
      remind(file, on);
    }
    return List.of();
  }

  /** A person tells what the other body did. */
  List<Refusal> tell(UUID id, CaseNo caseNo, String word, LocalDate on, String reason) {
    ledger.lock(caseNo);
    OtherBodyCase file =
        find(caseNo, id)
            .orElseThrow(() -> new IllegalArgumentException("no such case of another body"));
    List<Refusal> refusals = new ArrayList<>();
    Optional<Step> step = Step.of(word);
    if (step.isEmpty()) {
      refusals.add(Refusal.of("referral.refusal.choose").at("step"));
    }
    refusals.addAll(dayNotAhead(on, file.startedOn()));
    refusals.addAll(Acts.reason(reason));
    step.flatMap(s -> outOfOrder(file, s, on)).ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    if (!file.open() || file.toldOf(word) != null) {
      // what was told stands; the day of it is not moved by telling it again
      return List.of(Refusal.of("referral.refusal.told-before").at("step"));
    }
    switch (step.get()) {
      case GRANTED -> {
        file.granted(on);
        remind(file, on);
      }
      case REVOKED -> {
        file.revoked(on);
        // back in prison: no year runs there, and the sentence may be granted again
        clocks.stop(file.kind().rule(), id.toString(), clock.instant(), "revoked");
        work.settled(key(id));
        owed(file, null);
      }
      case ENDED -> {
        file.ended(on, reason.strip());
        clocks.stop(file.kind().rule(), id.toString(), clock.instant(), "ended");
        work.settled(key(id));
      }
    }
    ledger.append(
        caseNo,
        new ReferralEvent.OtherBodyTold(
            id.toString(), file.kind().code(), step.get().word(), on.toString(), reason.strip()));
    return List.of();
  }

  /** The right, then the grant, then perhaps the revocation (S192). */
  private Optional<Refusal> outOfOrder(OtherBodyCase file, Step step, LocalDate on) {
    if (step == Step.ENDED) {
      return Optional.empty();
    }
    if (file.kind() != OtherBodyCase.Kind.SENTENCE) {
      return Optional.of(Refusal.of("referral.refusal.only-sentence").at("step"));
    }
    if (step == Step.GRANTED && !right.granted(file.caseNo())) {
      return Optional.of(Refusal.of("referral.refusal.right-first").at("step"));
    }
    if (step == Step.GRANTED
        && file.revokedOn() != null
        && on != null
        && on.isBefore(file.revokedOn())) {
      return Optional.of(Refusal.of("referral.refusal.day-before-start").at("on"));
    }
    if (step == Step.REVOKED
        && (file.grantedOn() == null || on == null || on.isBefore(file.grantedOn()))) {
      return Optional.of(Refusal.of("referral.refusal.grant-first").at("step"));
    }
    return Optional.empty();
  }

  private void remind(OtherBodyCase file, LocalDate from) {
    String rule = file.kind().rule();
    String subject = file.id().toString();
    LocalDate due =
        clocks.lastDay(rule, OsloTime.startOf(from)).isPresent()
            ? clocks
                .start(
                    rule, subject, file.caseNo(), OsloTime.startOf(from), DeadlineClocks.Facts.NONE)
                .dueOn()
            : file.remindOn() == null
                ? null
                : clocks.startUntil(rule, subject, file.caseNo(), file.remindOn()).dueOn();
    work.settled(key(file.id()));
    owed(file, due);
  }

  private void owed(OtherBodyCase file, LocalDate due) {
    Optional<UserId> therapist = cases.member(file.caseNo(), Role.THERAPIST);
    owed(file, due, therapist.isPresent() ? Role.THERAPIST : Role.ASSESSOR, therapist.orElse(null));
  }

  private void owed(OtherBodyCase file, LocalDate due, Role role, UserId assignee) {
    work.owed(
        new CaseDuties.Duty(
            "other-body",
            file.caseNo(),
            role,
            assignee,
            "referral.body.title." + file.kind().code(),
            due,
            "/cases/" + file.caseNo() + "/ways/bodies/" + file.id(),
            key(file.id()),
            true));
  }

  /** The case has left the assessors: who treats the patient is reminded from now on. */
  @Override
  public void moved(CaseNo caseNo) {
    of(caseNo).stream()
        .filter(OtherBodyCase::open)
        .forEach(
            file -> {
              LocalDate due =
                  clocks
                      .find(file.kind().rule(), file.id().toString())
                      .filter(DeadlineClocks.DeadlineClock::running)
                      .map(DeadlineClocks.DeadlineClock::dueOn)
                      .orElse(null);
              work.settled(key(file.id()));
              owed(file, due, Role.THERAPIST, cases.member(caseNo, Role.THERAPIST).orElse(null));
            });
  }

  private List<Refusal> dayNotAhead(LocalDate on, LocalDate earliest) {
    if (on == null) {
      return List.of(Refusal.of("referral.refusal.day").at("on"));
    }
    if (on.isAfter(today())) {
      return List.of(Refusal.of("referral.refusal.day-ahead").at("on"));
    }
    return earliest != null && on.isBefore(earliest)
        ? List.of(Refusal.of("referral.refusal.day-before-start").at("on"))
        : List.of();
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  @Transactional(readOnly = true)
  List<OtherBodyCase> of(CaseNo caseNo) {
    return files.findByCaseNoOrderByNotedAt(caseNo.value());
  }

  @Transactional(readOnly = true)
  Optional<OtherBodyCase> find(CaseNo caseNo, UUID id) {
    return files.findById(id).filter(file -> file.caseNo().equals(caseNo));
  }

  /** Care stops here; the other body's case stays on record and nobody is reminded any more. */
  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    of(caseNo).forEach(file -> work.settled(key(file.id())));
  }

  private static String key(UUID id) {
    return "other-body:" + id;
  }
}
