package no.vegvisar.coordination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseStop;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PathwayProcess;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.BaseWithdrawn;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.patient.LegalBases.Base;
import no.vegvisar.patient.LegalBases.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be shared, on which base, and how sharing stops (S177, S178; decisions 27; edge 8). */
@Service
@Transactional
public class SharingDesk implements CaseStop {

  private final LegalBases bases;
  private final DisclosureRows disclosures;
  private final RequestDesk requests;
  private final GroupDesk groups;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final PathwayProcess pathway;
  private final Clock clock;

  SharingDesk(
      LegalBases bases,
      DisclosureRows disclosures,
      RequestDesk requests,
      GroupDesk groups,
      CaseFiles cases,
      CaseLedger ledger,
      PathwayProcess pathway,
      Clock clock) {
    this.bases = bases;
    this.disclosures = disclosures;
    this.requests = requests;
    this.groups = groups;
    this.cases = cases;
    this.ledger = ledger;
    this.pathway = pathway;
    this.clock = clock;
  }

  /**
   * The talk with the patient: a base is recorded, or the wish is set to no; what has no base must
   * be "no".
   */
  List<Refusal> seekBase(Submission form) {
    List<Refusal> refusals = new ArrayList<>();
    boolean municipality = form.is("municipalFollowUpWanted", "yes");
    boolean group = form.is("groupWanted", "yes");
    boolean asked =
        requests.ofCase(form.caseNo()).stream()
            .anyMatch(r -> r.kind() == Requests.Kind.FOLLOW_UP && r.endedHow() == null);
    if (municipality && !asked && !hasBase(form)) {
      refusals.add(
          Refusal.of("coordination.refusal.no-without-base").at("municipalFollowUpWanted"));
    }
    if (group && !form.is("groupConsent", "consent")) {
      refusals.add(Refusal.of("coordination.refusal.no-group-without-consent").at("groupWanted"));
    }
    form.date("until")
        .filter(u -> u.isBefore(no.vegvisar.kernel.OsloTime.dateOf(clock.instant())))
        .ifPresent(u -> refusals.add(Refusal.of("coordination.refusal.until-past").at("until")));
    if (!refusals.isEmpty()) {
      return refusals;
    }
    if (municipality && hasBase(form)) {
      record(
          form,
          kindOf(form),
          RequestDesk.RECEIVING_UNIT,
          "follow-up-request",
          RequestDesk.CATEGORIES);
    }
    if (group) {
      record(form, Kind.CONSENT, null, GroupDesk.PURPOSE, Set.of("agenda", "minutes", "promises"));
    }
    return List.of();
  }

  List<Refusal> seekBaseForHandover(Submission form) {
    if (!form.is("handoverWanted", "yes")) {
      return List.of();
    }
    if (!hasBase(form)) {
      return List.of(Refusal.of("coordination.refusal.no-without-base").at("handoverWanted"));
    }
    record(form, kindOf(form), RequestDesk.RECEIVING_UNIT, "handover", RequestDesk.CATEGORIES);
    return List.of();
  }

  private static boolean hasBase(Submission form) {
    return form.text("base") != null && !form.is("base", "none");
  }

  private static Kind kindOf(Submission form) {
    return switch (form.text("base")) {
      case "consent" -> Kind.CONSENT;
      case "dutyDocumented" -> Kind.DUTY_DOCUMENTED;
      default -> Kind.INFORMED_NOT_OBJECTING;
    };
  }

  private void record(
      Submission form, Kind kind, String unit, String purpose, Set<String> categories) {
    CaseSummary file = cases.get(form.caseNo());
    UUID base =
        bases.record(
            file.personId(),
            kind,
            RequestDesk.MUNICIPALITY,
            unit,
            purpose,
            categories,
            form.date("until").orElse(null),
            form.text("withForm"),
            form.text("limits"));
    ledger.append(
        form.caseNo(),
        new CoordinationEvent.BaseRecorded(
            base.toString(),
            kind.name(),
            purpose,
            RequestDesk.MUNICIPALITY,
            unit,
            String.valueOf(form.date("until").orElse(null))));
  }

  /** The patient takes a base back: sharing stops at once, in every open case of the person. */
  @EventListener
  public void stopOn(BaseWithdrawn withdrawn) {
    for (CaseSummary file : cases.ofPerson(withdrawn.personId())) {
      boolean touched = stop(file.caseNo(), withdrawn.baseId(), withdrawn.purpose());
      if (touched && file.open()) {
        pathway.consentWithdrawn(file.caseNo());
      }
    }
  }

  /** Ends what rests on bases that no longer stand; a second run finds nothing to do. */
  public void stopWithdrawn(CaseNo caseNo) {
    for (Base base : bases.of(cases.get(caseNo).personId())) {
      if (base.withdrawnAt() != null) {
        stop(caseNo, base.id(), base.purpose());
      }
    }
  }

  private boolean stop(CaseNo caseNo, UUID baseId, String purpose) {
    List<DisclosureEntity> resting =
        disclosures.findByBaseIdAndEndedAtIsNull(baseId).stream()
            .filter(d -> d.caseNo.equals(caseNo.value()))
            .toList();
    boolean groupTouched = purpose.equals(GroupDesk.PURPOSE) && groups.isOpenFor(caseNo);
    if (resting.isEmpty() && !groupTouched) {
      return false;
    }
    ledger.lock(caseNo);
    int closed = 0;
    for (DisclosureEntity disclosure : resting) {
      disclosure.endedAt = clock.instant();
      var request = requests.ofDisclosure(disclosure.id).filter(r -> r.endedHow == null);
      if (request.isPresent()) {
        requests.withdraw(request.get());
        closed++;
      }
    }
    if (groupTouched) {
      groups.consentWithdrawn(caseNo);
    }
    ledger.append(
        caseNo,
        new CoordinationEvent.SharingStopped(baseId.toString(), purpose, resting.size(), closed));
    return true;
  }

  List<Refusal> review(Submission form) {
    ledger.append(form.caseNo(), new CoordinationEvent.SharingReviewed(form.text("consequence")));
    return List.of();
  }

  /**
   * Care stops: open requests are taken back; a withdrawing patient may apply to the municipality
   * in own name.
   */
  @Override
  public void stop(CaseNo caseNo, Reason reason) {
    if (!caseNo.municipal()) {
      requests.withdrawAll(caseNo);
    }
  }
}
