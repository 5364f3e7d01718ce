package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way a referral takes: what the table proposes, what a person confirms, and where it leads
 * when that is away from here.
 */
@Service
@Transactional
public class RouteDesk {

  private final ReferralRecords records;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Patients patients;
  private final DeadlineClocks clocks;
  private final Outbox outbox;
  private final Clock clock;

  RouteDesk(
      ReferralRecords records,
      CaseFiles cases,
      CaseLedger ledger,
      Patients patients,
      DeadlineClocks clocks,
      Outbox outbox,
      Clock clock) {
    this.records = records;
    this.cases = cases;
    this.ledger = ledger;
    this.patients = patients;
    this.clocks = clocks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Facts for {@code referral-routing.dmn}; age is frozen at the seniority date (pathway-facts
   * §10.3).
   */
  Map<String, Object> routingFacts(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
    JsonNode answers = records.answersOf(referral);
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

  private static boolean contains(JsonNode list, String value) {
    for (JsonNode node : list) {
      if (node.asText().equals(value)) {
        return true;
      }
    }
    return false;
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
    records.ofCase(caseNo).routeProposed(proposal.code(), proposal.reason(), nn, nb);
    ledger.append(caseNo, proposal);
    return engineCode;
  }

  /** A person decides the way beside what the table proposed. */
  List<Refusal> confirmRoute(Submission form) {
    if (form.is("route", "forward") && form.text("forwardTo") == null) {
      return List.of(Refusal.of("referral.refusal.forward-where").at("forwardTo"));
    }
    Referral referral = records.ofCase(form.caseNo());
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
   * Sends the referral on with its seniority date; the case ends here, the clock keeps the cause.
   */
  public void forward(CaseNo caseNo) {
    Referral referral = records.ofCase(caseNo);
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
    Referral referral = records.ofCase(caseNo);
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
        .map(CaseSummary::caseNo)
        .findFirst();
  }
}
