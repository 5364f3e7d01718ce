package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Instances;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways of a referral that is not assessed here: sent on, or joined to the open case. */
@VegvisarTest
class WayOfReferralTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired CaseFacts facts;
  @Autowired DeadlineClocks clocks;
  @Autowired Outbox outbox;
  @Autowired Instances instances;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S8", "S32"})
  void a_referral_to_another_place_is_sent_on_with_its_seniority_date_and_the_clock_stops() {
    CaseNo caseNo = registered(journeys.referral(), "otherTrust", "no");

    var nowhere =
        journeys.attempt(
            caseNo,
            "confirm-route",
            "assessor",
            new Answers().with("route", "forward").with("reason", "Bur i eit anna fylke"));
    assertThat(nowhere.refusals()).extracting(Refusal::field).containsExactly("forwardTo");

    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers()
            .with("route", "forward")
            .with("forwardTo", "otherTrust")
            .with("reason", "Bur i eit anna fylke"));

    assertThat(cases.get(caseNo).closeReason()).isEqualTo("forwarded");
    assertThat(clocks.find("T01", caseNo.value()).orElseThrow().stopCause()).isEqualTo("forwarded");
    assertThat(ledger.entries(caseNo))
        .filteredOn(e -> e.type().equals("referral.forwarded/1"))
        .extracting(LedgerEntry::event)
        .containsExactly(new ReferralEvent.Forwarded("otherTrust", "2026-11-30"));
    assertThat(outbox.ofCase(caseNo)).extracting(Outbox.Row::transport).contains("post", "notice");
    assertThat(instances.isRunning(caseNo.value())).isFalse();
  }

  @Test
  @Requirement("S32")
  void a_second_referral_of_the_same_person_joins_the_open_case_and_none_is_lost() {
    Answers referral = journeys.referral();
    CaseNo open = journeys.registered(journeys.referred(referral));
    CaseNo again = registered(referral, "aalesund", "yes");

    journeys.complete(
        again,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Same tilvising frå to legar"));

    assertThat(cases.get(again).closeReason()).isEqualTo("duplicate");
    assertThat(clocks.find("T01", again.value()).orElseThrow().stopCause()).isEqualTo("duplicate");
    assertThat(cases.get(open).open()).isTrue();
    assertThat(clocks.find("T01", open.value()).orElseThrow().running()).isTrue();
    assertThat(facts.types(open)).filteredOn("referral.received/1"::equals).hasSize(2);
    assertThat(instances.isRunning(again.value())).isFalse();
  }

  @Test
  void a_duplicate_of_nothing_is_refused_and_the_referral_waits_for_its_way() {
    CaseNo caseNo = registered(journeys.referral(), "aalesund", "unsure");

    var outcome =
        journeys.attempt(
            caseNo,
            "confirm-route",
            "assessor",
            new Answers().with("route", "duplicate").with("reason", "Trur det"));

    assertThat(outcome.refusals()).extracting(Refusal::field).containsExactly("route");
    assertThat(journeys.openForms(caseNo)).containsExactly("confirm-route");
  }

  private CaseNo registered(Answers referral, String unit, String sameAsOpen) {
    CaseNo caseNo = journeys.referred(referral);
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", journeys.time(Duration.ZERO))
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", sameAsOpen)
            .with("unit", unit)
            .with("protectedAddress", "none"));
    return caseNo;
  }
}
