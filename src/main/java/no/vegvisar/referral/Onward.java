package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.patient.Patients;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a referral goes that is not assessed on its own here: on to another place with its
 * seniority date, or into the person's open case.
 */
@Service
@Transactional
public class Onward {

  private static final String SENDER_UNIT = "abs";

  private final ReferralRecords records;
  private final Referrals referrals;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseDuties work;
  private final Patients patients;
  private final DeadlineClocks clocks;
  private final Outbox outbox;
  private final Letters letters;
  private final SenderLetters senderLetters;
  private final AssessingPlaces places;
  private final Organisations organisations;
  private final MessageSource messages;
  private final Clock clock;

  Onward(
      ReferralRecords records,
      Referrals referrals,
      CaseFiles cases,
      CaseLedger ledger,
      CaseDuties work,
      Patients patients,
      DeadlineClocks clocks,
      Outbox outbox,
      Letters letters,
      SenderLetters senderLetters,
      AssessingPlaces places,
      Organisations organisations,
      MessageSource messages,
      Clock clock) {
    this.records = records;
    this.referrals = referrals;
    this.cases = cases;
    this.ledger = ledger;
    this.work = work;
    this.patients = patients;
    this.clocks = clocks;
    this.outbox = outbox;
    this.letters = letters;
    this.senderLetters = senderLetters;
    this.places = places;
    this.organisations = organisations;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Sends the referral on with its seniority date and tells patient and sender; the case ends here,
   * the clock keeps the cause.
   */
  public void forward(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
    referral.forwarded();
    String to = Optional.ofNullable(referral.forwardTo()).orElse("other");
    String seniority = OsloTime.dateOf(referral.seniorityAt()).toString();
    outbox.enqueue(slip(referral, to));
    senderLetters.sentOn(referral);
    letters.send(letters.write(toPatient(referral, to)));
    ledger.append(caseNo, new ReferralEvent.Forwarded(to, seniority));
    clocks.stop("T01", caseNo.value(), clock.instant(), "forwarded");
    cases.close(caseNo, "forwarded");
  }

  /**
   * The team has decided that another place takes the case: the referral goes there with its
   * seniority date, once. Patient and senders have letters of their own.
   *
   * @param place in the words of the decision
   */
  public void assessedElsewhere(CaseNo caseNo, String place) {
    Referral referral = records.ofCase(caseNo);
    if (referral.forwardName() != null) {
      return;
    }
    referral.leavesFor(place);
    String seniority = OsloTime.dateOf(referral.seniorityAt()).toString();
    outbox.enqueue(slip(referral, WayActs.ELSEWHERE));
    ledger.append(caseNo, new ReferralEvent.Forwarded(WayActs.ELSEWHERE, seniority));
  }

  /** The referral as a piece of post to whoever sees to it from now on. */
  static Outbox.Item slip(Referral referral, String to) {
    return new Outbox.Item(
        "post",
        referral.caseNo(),
        referral.reference(),
        "forwarded:" + to + ":" + OsloTime.dateOf(referral.seniorityAt()),
        null,
        null);
  }

  private Letters.Draft toPatient(Referral referral, String to) {
    Patients.Person person = patients.get(referral.personId());
    Language house = organisations.body(IntakeDesk.BODY).map(Body::language).orElse(Language.NN);
    Language language = Optional.ofNullable(person.letterLanguage()).orElse(house);
    return new Letters.Draft(
        referral.caseNo(),
        "referral-forwarded",
        Letters.To.PATIENT,
        language,
        SENDER_UNIT,
        person.name(),
        List.of(),
        null,
        words(referral, to, language == Language.EN ? house : language),
        language == Language.EN ? words(referral, to, Language.EN) : Map.of());
  }

  private Map<String, Object> words(Referral referral, String to, Language language) {
    return Map.of(
        "receiver",
        Optional.ofNullable(referral.forwardName())
            .orElseGet(() -> messages.getMessage("referral.to." + to, null, language.locale())),
        "firstReceived",
        language.day(referral.seniorityAt()));
  }

  /**
   * Joins the person's open case, where a person reads it as new information; its own T01 stops
   * with the cause. The sender has the same receipt as everybody (decisions 20). Whichever place
   * had a referral first, its date counts (pathway-facts §1.1).
   */
  public void joinOpenCase(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
    CaseNo open =
        otherOpenCase(referral).orElseThrow(() -> new IllegalStateException("no other open case"));
    referral.joined(open);
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
    firstDateWins(referral.seniorityAt(), open);
    places.goesAlong(referral, open);
    owedToBeRead(open, referral.reference());
    clocks.stop("T01", caseNo.value(), clock.instant(), "duplicate");
    cases.close(caseNo, "duplicate");
  }

  private void firstDateWins(Instant received, CaseNo open) {
    Optional<Referral> first = referrals.findByCaseNo(open.value());
    boolean assessing =
        clocks.find("T01", open.value()).filter(DeadlineClocks.DeadlineClock::running).isPresent();
    if (first.isEmpty() || !assessing || !received.isBefore(first.get().seniorityAt())) {
      return;
    }
    first.get().receivedEarlier(received);
    clocks.restartFrom("T01", open.value(), received);
    ledger.append(open, new ReferralEvent.SeniorityMoved(received.toString()));
  }

  private void owedToBeRead(CaseNo open, String reference) {
    Optional<UserId> therapist = cases.member(open, Role.THERAPIST);
    work.owed(
        new CaseDuties.Duty(
            "joined-referral",
            open,
            therapist.isPresent() ? Role.THERAPIST : Role.ASSESSOR,
            therapist.orElse(null),
            "referral.joined.title",
            OsloTime.dateOf(clock.instant()),
            "/cases/" + open + "/referral",
            "joined-referral:" + reference,
            false));
  }

  /** The person's other open case of the same kind: a relative's case is nobody's duplicate. */
  Optional<CaseNo> otherOpenCase(Referral referral) {
    return cases.ofPerson(referral.personId()).stream()
        .filter(c -> c.open() && !c.caseNo().equals(referral.caseNo()))
        .map(CaseSummary::caseNo)
        .filter(c -> ofKin(referrals.findByCaseNo(c.value())) == ofKin(Optional.of(referral)))
        .findFirst();
  }

  private static boolean ofKin(Optional<Referral> referral) {
    return referral.filter(r -> r.kind() == ReferralKind.NEXT_OF_KIN).isPresent();
  }
}
