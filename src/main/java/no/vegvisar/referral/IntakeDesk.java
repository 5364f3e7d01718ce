package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Relations;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.NationalId;
import no.vegvisar.patient.Patients;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where referrals come in. Nothing is refused here (decisions 29): what is weak is marked, asked
 * for and assessed all the same; the clock T01 runs from first receipt whatever happens (pbrl 2-2).
 */
@Service
@Transactional
class IntakeDesk {

  /** The assessment unit to which ordinary and LAR referrals go alike (S27, S65). */
  static final String BODY = "hmr";

  static final String UNIT = "vurdering";

  private final Referrals referrals;
  private final ReferralRecords records;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Patients patients;
  private final DeadlineClocks clocks;
  private final Relations relations;
  private final SenderCheck senders;
  private final WorryDesk worries;
  private final CurrentActor actor;
  private final Numbers numbers;
  private final Organisations organisations;
  private final MessageSource messages;
  private final Clock clock;

  IntakeDesk(
      Referrals referrals,
      ReferralRecords records,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Patients patients,
      DeadlineClocks clocks,
      Relations relations,
      SenderCheck senders,
      WorryDesk worries,
      CurrentActor actor,
      Numbers numbers,
      Organisations organisations,
      MessageSource messages,
      Clock clock) {
    this.referrals = referrals;
    this.records = records;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.patients = patients;
    this.clocks = clocks;
    this.relations = relations;
    this.senders = senders;
    this.worries = worries;
    this.actor = actor;
    this.numbers = numbers;
    this.organisations = organisations;
    this.messages = messages;
    this.clock = clock;
  }

  /** Sending opens the case (decisions 20): person, case, clock T01 and process, all or nothing. */
  void receive(Submission sent) {
    Instant now = clock.instant();
    UUID person = patients.register(BODY, personOf(sent, sent.text("patientName")));
    HomeAddress.forLetters(sent).ifPresent(home -> patients.livesAt(person, home));
    CaseNo caseNo = cases.open(CaseKind.CLINIC, BODY, UNIT, person);
    String kind = Optional.ofNullable(sent.text("referrerKind")).orElse("otherEntitled");
    Referral referral =
        referrals.save(
            Referral.received(
                numbers.draw(NumberKind.REFERRAL),
                sent,
                caseNo,
                person,
                actor.get().body(),
                kind,
                now));
    relations.special(caseNo, sent.by(), "own-referral", referral.reference());
    begin(referral, now, now);
    SenderCheck.Found sender =
        senders.check(ReferrerKind.of(kind), sent.by(), referral.senderBody());
    referral.senderChecked(sender);
    ledger.append(
        caseNo, new ReferralEvent.SenderChecked(sender.standing().code(), sender.profession()));
    worries.consider(referral, sent.answers());
  }

  /**
   * A referral on paper or by phone, noted by intake: the same case, person, clock and process, and
   * the clock runs from the stamp (pathway-facts §10.1). Its sender has no user here and is
   * answered by post.
   */
  List<Refusal> takeDown(Submission sent) {
    if (!actor.get().holds(Role.INTAKE)) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-intake"));
    }
    Instant now = clock.instant();
    Instant stamp = sent.instant("firstReceipt").orElseThrow();
    if (stamp.isAfter(now)) {
      return List.of(Refusal.of("referral.refusal.receipt-in-future").at("firstReceipt"));
    }
    String name = Optional.ofNullable(sent.text("patientName")).orElseGet(this::noName);
    UUID person = patients.register(BODY, personOf(sent, name));
    // the page does not show what stands, so it can only add to it (E10)
    patients.protectAtLeast(person, ProtectionAnswers.of(sent));
    CaseNo caseNo = cases.open(CaseKind.CLINIC, BODY, UNIT, person);
    Referral referral =
        Referral.takenDown(
            numbers.draw(NumberKind.REFERRAL),
            sent,
            caseNo,
            person,
            Optional.ofNullable(sent.text("referrerKind")).orElse("other"),
            now);
    referral.cameBy(
        sent.text("channel"),
        stamp,
        sent.text("unit"),
        new PostalSender(
            sent.text("senderName"),
            sent.text("senderBody"),
            sent.text("senderAddress"),
            sent.text("senderPhone")));
    referrals.save(referral);
    begin(referral, now, stamp);
    worries.consider(referral, sent.answers());
    ledger.append(
        caseNo,
        new ReferralEvent.TakenDown(
            sent.text("channel"),
            stamp.toString(),
            NationalId.read(sent.text("nationalId")).mark().name().toLowerCase(Locale.ROOT),
            sent.checked("scanned")));
    return List.of();
  }

  /** From here on a case begins alike, however its referral came. */
  private void begin(Referral referral, Instant received, Instant first) {
    CaseNo caseNo = referral.caseNo();
    ledger.append(
        caseNo,
        new ReferralEvent.Received(
            referral.reference(),
            referral.referrerKind(),
            referral.senderBody(),
            referral.submissionId().toString(),
            received.toString()));
    clocks.start("T01", caseNo.value(), caseNo, first, DeadlineClocks.Facts.NONE);
    pathway.referralReceived(caseNo, referral.id().toString());
  }

  /** In the words of the body that keeps the case; one word, so that it is no given name. */
  private String noName() {
    Language language =
        organisations
            .body(BODY)
            .map(Body::language)
            .filter(l -> l != Language.EN)
            .orElse(Language.NN);
    return messages
        .getMessage("referral.taken-down.no-name", null, language.locale())
        .replace(' ', '\u00a0');
  }

  private static Patients.NewPerson personOf(Submission sent, String name) {
    String standard = sent.text("writtenStandard");
    boolean known = standard != null && !standard.equals("unknown");
    String idKind =
        Optional.ofNullable(sent.text("patientIdKind"))
            .orElse(sent.text("nationalId") == null ? "none" : "fnr");
    return new Patients.NewPerson(
        name,
        Patients.IdKind.valueOf(idKind.toUpperCase(Locale.ROOT)),
        sent.text("nationalId"),
        sent.text("patientContact"),
        known ? Language.ofCode(standard) : null,
        known ? "asked" : "unknown");
  }

  /**
   * Intake has looked: first receipt may be earlier than the system's (paper, forwarded), never
   * later: a day on which the referral lay here already counts (pathway-facts §1.1). A protected
   * address is protected less only for a reason; not to know is no answer.
   */
  List<Refusal> register(Submission form) {
    Instant receipt = form.instant("firstReceipt").orElseThrow();
    if (receipt.isAfter(clock.instant())) {
      return List.of(Refusal.of("referral.refusal.receipt-in-future").at("firstReceipt"));
    }
    Referral referral = records.ofCase(form.caseNo());
    LocalDate arrived = OsloTime.dateOf(referral.receivedAt());
    if (OsloTime.dateOf(receipt).isAfter(arrived)) {
      return List.of(
          Refusal.of("referral.refusal.receipt-after-arrival", WayWords.day(arrived))
              .at("firstReceipt"));
    }
    Patients.Protection before = patients.get(referral.personId()).protection();
    Patients.Protection answered = ProtectionAnswers.of(form);
    Patients.Protection stands = answered == Patients.Protection.UNKNOWN ? before : answered;
    boolean lowered = before.hidesAddress() && stands.compareTo(before) < 0;
    if (lowered && form.text("protectionReason") == null) {
      return List.of(Refusal.of("referral.refusal.protection-lowered").at("protectionReason"));
    }
    Instant counted = referral.seniorityAt();
    referral.registered(form, receipt, clock.instant());
    if (!OsloTime.dateOf(receipt).equals(OsloTime.dateOf(counted))) {
      clocks.restartFrom("T01", form.caseNo().value(), receipt);
    }
    patients.confirmIdentity(referral.personId(), form.is("identity", "confirmed"));
    patients.protect(referral.personId(), stands);
    ledger.append(
        form.caseNo(),
        new ReferralEvent.Registered(
            form.text("channel"),
            receipt.toString(),
            form.text("identity"),
            form.text("senderAuthority"),
            form.text("sameAsOpen"),
            form.text("unit"),
            ProtectionAnswers.codeOf(stands),
            lowered ? form.text("protectionReason") : null));
    return List.of();
  }
}
