package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
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
import no.vegvisar.patient.Patients;
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
  private final CurrentActor actor;
  private final Numbers numbers;
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
      CurrentActor actor,
      Numbers numbers,
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
    this.actor = actor;
    this.numbers = numbers;
    this.clock = clock;
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
                sent,
                caseNo,
                person,
                actor.get().body(),
                kind,
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
    SenderCheck.Found sender =
        senders.check(ReferrerKind.of(kind), sent.by(), referral.senderBody());
    referral.senderChecked(sender);
    ledger.append(
        caseNo, new ReferralEvent.SenderChecked(sender.standing().code(), sender.profession()));
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
    Referral referral = records.ofCase(form.caseNo());
    referral.registered(form, receipt, clock.instant());
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
}
