package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.SyntheticIds;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.Instances;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired ReferralRecords records;
  @Autowired WayWords ways;
  @Autowired FormPages pages;
  @LocalServerPort int port;
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
    assertThat(letters.ofCase(caseNo))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.template()).isEqualTo("referral-forwarded");
              assertThat(letter.to()).isEqualTo(Letters.To.PATIENT);
            });
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

  @Test
  @Requirement("S8")
  void a_minor_is_sent_on_to_a_receiver_who_is_in_no_register_and_keeps_the_seniority_date() {
    CaseNo caseNo =
        registered(
            journeys.referral().with("nationalId", bornYearsAgo(15)).with("referrerKind", "gp"),
            "aalesund",
            "no");
    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("minor");
    assertThat(proposal(caseNo))
        .anySatisfy(line -> assertThat(line).contains("30.11.2026", "30.11.2029"));

    var nobody =
        journeys.attempt(
            caseNo,
            "confirm-route",
            "assessor",
            new Answers()
                .with("route", "forward")
                .with("forwardTo", "other")
                .with("reason", "Under 18"));
    assertThat(nobody.refusals()).extracting(Refusal::field).containsExactly("forwardName");

    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers()
            .with("route", "forward")
            .with("forwardTo", "child")
            .with("forwardName", "Barne- og ungdomspsykiatrisk poliklinikk")
            .with("reason", "Under 18"));

    assertThat(cases.get(caseNo).closeReason()).isEqualTo("forwarded");
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("forwarded");
    assertThat(facts.entry(caseNo, "referral.forwarded/1").event())
        .isEqualTo(new ReferralEvent.Forwarded("child", "2026-11-30"));
    assertThat(LetterPaper.text(documents.content(letters.ofCase(caseNo).get(0).documentId())))
        .contains("Barne- og ungdomspsykiatrisk poliklinikk");
  }

  @Test
  @Requirement({"S8", "E3"})
  void who_turns_18_between_receipt_and_decision_counts_as_younger_and_the_rule_is_said_in_words() {
    CaseNo caseNo = journeys.referred(journeys.referral().with("nationalId", bornYearsAgo(18)));

    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("firstReceipt", journeys.time(Duration.ofDays(-3))));

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("minor");
    assertThat(proposal(caseNo))
        .anySatisfy(line -> assertThat(line).contains("17", "27.11.2026", "30.11.2026"));
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers().with("route", "assess").with("reason", "Fyller 18 i dag"));
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
  }

  @Test
  @Requirement({"S10", "S32", "E1"})
  void a_referral_forwarded_twice_counts_from_the_first_body_that_had_it_and_never_from_tomorrow() {
    CaseNo caseNo = journeys.referred();

    var ahead =
        journeys.attempt(
            caseNo,
            "register-referral",
            "intake",
            journeys.registration().with("firstReceipt", journeys.time(Duration.ofDays(1))));
    assertThat(ahead.refusals()).extracting(Refusal::field).containsExactly("firstReceipt");

    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys
            .registration()
            .with("firstReceipt", journeys.time(Duration.ofDays(-7)))
            .with("forwardedFrom", "St. Olavs hospital, via Helse Nord-Trøndelag"));

    assertThat(facts.clock("T01", caseNo).startedOn()).isEqualTo("2026-11-23");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo("2026-12-07");
    assertThat(facts.types(caseNo)).contains("deadline.moved/1");
    assertThat(ways.notes(records.ofCase(caseNo), Language.EN))
        .containsExactly(
            "Sent on from St. Olavs hospital, via Helse Nord-Trøndelag. The first receipt,"
                + " 23.11.2026, is the one that counts.");
  }

  @Test
  @Requirement("S10")
  void molde_and_aalesund_are_one_trust_the_patients_wish_decides_and_the_first_date_counts() {
    Answers referral = journeys.referral();
    CaseNo open = journeys.registered(journeys.referred(referral));
    CaseNo molde = journeys.referred(referral);
    journeys.complete(
        molde,
        "register-referral",
        "intake",
        journeys
            .registration()
            .with("unit", "molde")
            .with("sameAsOpen", "yes")
            .with("firstReceipt", journeys.time(Duration.ofDays(-4))));
    assertThat(facts.words(molde, "referral.route-proposed/1")).containsExactly("duplicate");

    journeys.complete(
        molde,
        "confirm-route",
        "assessor",
        new Answers()
            .with("route", "duplicate")
            .with("place", "molde")
            .with("reason", "Tilvist begge stader; vil til Molde"));

    assertThat(facts.words(open, "referral.place-chosen/1")).containsExactly("molde");
    assertThat(records.ofCase(open).place()).isEqualTo("molde");
    assertThat(facts.clock("T01", open).running()).isTrue();
    assertThat(facts.clock("T01", open).startedOn()).isEqualTo("2026-11-26");
    assertThat(facts.words(open, "referral.seniority-moved/1")).hasSize(1);
    assertThat(facts.clock("T01", molde).stopCause()).isEqualTo("duplicate");
  }

  @Test
  @Requirement({"S32", "E15"})
  void a_person_referred_again_in_treatment_is_read_by_the_therapist_as_new_information() {
    Answers referral = journeys.referral();
    CaseNo open =
        journeys.therapistAssigned(
            journeys.told(journeys.signed(journeys.registered(journeys.referred(referral)))));
    CaseNo again = journeys.referred(referral.with("reason", "Har fått tilbakefall"));
    journeys.complete(
        again, "register-referral", "intake", journeys.registration().with("sameAsOpen", "yes"));
    assertThat(facts.clock("T01", again).running()).isTrue();

    journeys.complete(
        again,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Går i behandling alt"));

    assertThat(facts.clock("T01", again).stopCause()).isEqualTo("duplicate");
    assertThat(facts.clock("T01", open).stopCause()).isEqualTo("patient-told");
    assertThat(facts.owed("therapist", open))
        .containsExactly("A new referral on an open case: read it as new information");
    WebUser therapist = WebUser.signedIn(port, "therapist");
    assertThat(therapist.get("/cases/" + open + "/referral").body())
        .contains("Har fått tilbakefall");
    assertThat(therapist.get("/cases/" + again + "/referral").statusCode()).isEqualTo(403);
    assertThat(records.ofCase(again).status()).isEqualTo(Referral.Status.JOINED);
  }

  private CaseNo registered(Answers referral, String unit, String sameAsOpen) {
    CaseNo caseNo = journeys.referred(referral);
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("sameAsOpen", sameAsOpen).with("unit", unit));
    return caseNo;
  }

  private List<String> proposal(CaseNo caseNo) {
    return pages
        .context("confirm-route", journeys.task(caseNo, "confirm-route"), caseNo)
        .slots()
        .get("proposal");
  }

  /** An id of somebody who has this birthday today. */
  private String bornYearsAgo(int years) {
    return SyntheticIds.bornOn(journeys.today().minusYears(years));
  }
}
