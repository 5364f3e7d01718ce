package no.vegvisar.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way a referral takes: what the table proposes and what a person confirms. */
@Service
@Transactional
class RouteDesk {

  private final ReferralRecords records;
  private final ReferralSigns signs;
  private final Onward onward;
  private final Emergencies emergencies;
  private final AssessingPlaces places;
  private final CaseLedger ledger;
  private final Clock clock;

  RouteDesk(
      ReferralRecords records,
      ReferralSigns signs,
      Onward onward,
      Emergencies emergencies,
      AssessingPlaces places,
      CaseLedger ledger,
      Clock clock) {
    this.records = records;
    this.signs = signs;
    this.onward = onward;
    this.emergencies = emergencies;
    this.places = places;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Facts for {@code referral-routing.dmn}; age is frozen at the seniority date (pathway-facts
   * §10.3).
   */
  Map<String, Object> routingFacts(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("unit", referral.unit());
    facts.put("openCase", openCase(referral));
    facts.put("age", signs.ageOnSeniorityDate(referral).orElse(null));
    facts.put("urgent", signs.emergency(referral));
    facts.put("kind", signs.kind(referral));
    facts.put("identity", referral.identity());
    facts.put("senderAuthority", referral.senderAuthority());
    return facts;
  }

  /** A relative's own case is no duplicate of their case as a patient, and reveals none (E9). */
  private String openCase(Referral referral) {
    boolean ofKin = referral.kind() == ReferralKind.NEXT_OF_KIN;
    return ofKin && onward.otherOpenCase(referral).isEmpty() ? "no" : referral.sameAsOpen();
  }

  String routeProposed(
      CaseNo caseNo,
      ReferralEvent.RouteProposed proposal,
      String engineCode,
      String nn,
      String nb) {
    records.ofCase(caseNo).routeProposed(proposal.code(), proposal.reason(), nn, nb);
    ledger.append(caseNo, proposal);
    return engineCode;
  }

  /** A person decides the way beside what the table proposed. */
  List<Refusal> confirmRoute(Submission form) {
    Referral referral = records.ofCase(form.caseNo());
    List<Refusal> refusals = refusals(form, referral);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    referral.routeConfirmed(form);
    ledger.append(
        form.caseNo(),
        new ReferralEvent.RouteConfirmed(
            form.text("route"),
            form.text("forwardTo"),
            form.text("reason"),
            form.checked("doctorPhoned")));
    if (form.text("place") != null) {
      places.wished(form.caseNo(), form.text("place"));
    }
    if (form.is("route", "acute")) {
      emergencies.assessed(
          form.caseNo(),
          form.instant("emergencyAt").orElseThrow(),
          form.text("takenIn"),
          form.by());
    }
    return List.of();
  }

  private List<Refusal> refusals(Submission form, Referral referral) {
    return switch (form.text("route")) {
      case "forward" -> forwardRefusals(form);
      case "duplicate" ->
          onward.otherOpenCase(referral).isEmpty()
              ? List.of(Refusal.of("referral.refusal.no-other-case").at("route"))
              : List.of();
      case "acute" -> acuteRefusals(form);
      default -> List.of();
    };
  }

  private static List<Refusal> forwardRefusals(Submission form) {
    if (form.text("forwardTo") == null) {
      return List.of(Refusal.of("referral.refusal.forward-where").at("forwardTo"));
    }
    return form.is("forwardTo", "other") && form.text("forwardName") == null
        ? List.of(Refusal.of("referral.refusal.forward-name").at("forwardName"))
        : List.of();
  }

  private List<Refusal> acuteRefusals(Submission form) {
    List<Refusal> refusals = new ArrayList<>();
    if (!form.checked("doctorPhoned")) {
      refusals.add(Refusal.of("referral.refusal.phone-first").at("doctorPhoned"));
    }
    if (form.text("takenIn") == null) {
      refusals.add(Refusal.of("referral.refusal.taken-in").at("takenIn"));
    }
    Optional<Instant> at = form.instant("emergencyAt");
    if (at.isEmpty()) {
      refusals.add(Refusal.of("referral.refusal.emergency-when").at("emergencyAt"));
    } else if (at.get().isAfter(clock.instant())) {
      refusals.add(Refusal.of("referral.refusal.emergency-ahead").at("emergencyAt"));
    }
    return refusals;
  }
}
