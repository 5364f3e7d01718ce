package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** LAR and next of kin: own forms, the same desk, the same ten days. */
@VegvisarTest
class KindsOfReferralTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired ReferralRecords records;
  @Autowired SentReferrals sent;
  @Autowired WayWords ways;
  @Autowired FormPages pages;
  @Autowired ActingAs actingAs;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S38", "S65", "S66", "S93"})
  void a_lar_referral_made_together_takes_its_own_way_under_the_same_deadline_to_an_answer() {
    CaseNo caseNo = lar(journeys.larReferral());

    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());
    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("lar");
    assertThat(ways.notes(records.ofCase(caseNo), Language.EN)).isEmpty();
    assessed(caseNo);
    assertThat(facts.types(caseNo)).doesNotContain("referral.more-asked/1");

    journeys.told(journeys.signed(caseNo, "lar"));

    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(letters.ofCase(caseNo))
        .extracting(Letters.Letter::to)
        .containsExactlyInAnyOrder(Letters.To.PATIENT, Letters.To.REFERRER);
  }

  @Test
  @Requirement({"S65", "S92", "E15"})
  void a_lar_referral_without_the_municipality_is_warned_about_with_the_reason_and_never_stopped() {
    CaseNo caseNo =
        lar(
            journeys
                .larReferral()
                .with("parties", List.of("patient", "gp"))
                .with("jointReason", "Ruskonsulenten har ferie."));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());

    assertThat(
            pages
                .context("confirm-route", journeys.task(caseNo, "confirm-route"), caseNo)
                .slots()
                .get("proposal"))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("Ruskonsulenten har ferie."));
    assessed(caseNo);

    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(facts.types(caseNo)).doesNotContain("referral.more-asked/1");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
  }

  @Test
  @Requirement({"S65", "S93"})
  void a_missing_party_without_a_reason_and_an_unknown_dependence_are_asked_about_meanwhile() {
    CaseNo caseNo =
        lar(
            journeys
                .larReferral()
                .with("parties", List.of("patient", "gp"))
                .with("opioidDependence", "unknown"));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());
    assertThat(ways.notes(records.ofCase(caseNo), Language.EN))
        .containsExactly(
            "Made without: the municipal follow-up service. No reason is given. The referral is"
                + " assessed all the same.");

    assessed(caseNo);

    assertThat(facts.words(caseNo, "referral.more-asked/1")).containsExactly("2");
    assertThat(outbox.ofCase(caseNo)).extracting(Outbox.Row::transport).containsOnly("notice");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
    String reference = records.ofCase(caseNo).reference();
    String page = WebUser.signedIn(port, "referrer").get("/referrals/" + reference).body();
    assertThat(page).contains("Opioid dependence", "Why is somebody missing?");
    assertThat(page).doesNotContain("Allergies");
  }

  @Test
  @Requirement("S67")
  void the_page_offers_the_three_kinds_and_says_whom_to_phone_about_lar() {
    WebUser gp = WebUser.signedIn(port, "referrer");
    String start = gp.get("/referrals/new?form=lar").headers().firstValue("Location").orElseThrow();
    assertThat(start).contains("form=lar&draft=");

    String page = gp.get(start.substring(start.indexOf("/referrals"))).body();

    assertThat(page)
        .contains("Referral to substitution treatment (LAR)", "phone 70 17 13 62", "call 113")
        .contains("/referrals/new?form=ordinary", "/referrals/new?form=nextOfKin")
        .contains("action=\"/referrals?form=lar\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gp", "occupationalHealth", "nav"})
  @Requirement({"S9", "S13", "S105", "S107", "S110"})
  void a_next_of_kin_is_a_case_of_its_own_whoever_of_the_three_refers_and_the_kind_is_kept(
      String kind) {
    CaseNo caseNo = kin(journeys.kinReferral().with("referrerKind", kind));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("nextOfKin");
    assertThat(facts.entry(caseNo, "referral.received/1").event())
        .extracting("referrerKind")
        .isEqualTo(kind);
    assessed(caseNo);
    assertThat(facts.types(caseNo)).doesNotContain("referral.more-asked/1");

    journeys.told(journeys.signed(caseNo));

    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
  }

  @Test
  @Requirement({"S105", "S108", "E9"})
  void one_who_is_both_patient_and_next_of_kin_has_two_cases_and_neither_reveals_the_other() {
    Answers asPatient = journeys.referral();
    CaseNo patient = journeys.registered(journeys.referred(asPatient));
    CaseNo kin = kin(journeys.kinReferral().with("nationalId", asPatient.value("nationalId")));
    journeys.complete(
        kin, "register-referral", "intake", journeys.registration().with("sameAsOpen", "unsure"));

    var joined =
        journeys.attempt(
            kin,
            "confirm-route",
            "assessor",
            new Answers().with("route", "duplicate").with("reason", "Same person"));
    assertThat(joined.refusals()).extracting(Refusal::field).containsExactly("route");
    assessed(kin);

    assertThat(cases.get(kin).personId()).isEqualTo(cases.get(patient).personId());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    for (String part : List.of("overview", "timeline", "referral", "diagram")) {
      assertThat(assessor.get("/cases/" + kin + "/" + part).body())
          .as(part)
          .contains(kin.value())
          .doesNotContain(patient.value(), "Vil slutte å drikke");
      assertThat(assessor.get("/cases/" + patient + "/" + part).body())
          .as(part)
          .doesNotContain(kin.value(), "Sliten av å bekymre seg");
    }
    assertThat(facts.types(patient)).filteredOn("referral.received/1"::equals).hasSize(1);
  }

  @Test
  @Requirement({"S103", "S104"})
  void one_who_gambles_and_the_one_close_by_are_both_referred_in_two_cases_without_a_link() {
    CaseNo gambler =
        journeys.registered(
            journeys.referred(journeys.referral().with("dependence", List.of("gambling"))));
    CaseNo close = kin(journeys.kinReferral().with("kinTo", "gambling"));

    assertThat(cases.get(gambler).personId()).isNotEqualTo(cases.get(close).personId());
    assertThat(facts.clock("T01", gambler).running()).isTrue();
    assertThat(facts.clock("T01", close).running()).isTrue();
    assertThat(records.ofCase(close).answers()).doesNotContain("Rask Bjørkelund");
  }

  @Test
  @Requirement("S17")
  void an_institution_asks_for_talks_after_the_homecoming_also_when_nobody_knows_the_day() {
    CaseNo unknown =
        journeys.referred(
            journeys
                .referral()
                .with("referrerKind", "institution")
                .with("startWanted", "whenHome"));
    CaseNo known =
        journeys.referred(
            journeys
                .referral()
                .with("referrerKind", "institution")
                .with("startWanted", "whenHome")
                .with("homeDate", "2026-12-18"));

    assertThat(facts.clock("T01", unknown).running()).isTrue();
    assertThat(beside(unknown)).contains("When the patient is home").doesNotContain("18.12.2026");
    assertThat(beside(known)).contains("When the patient is home", "18.12.2026");
  }

  private String beside(CaseNo caseNo) {
    WebUser intake = WebUser.signedIn(port, "intake");
    String task = "/tasks/" + journeys.task(caseNo, "register-referral").taskId();
    intake.get(task);
    intake.post(task + "/claim", java.util.Map.of());
    return intake.get(task).body();
  }

  private CaseNo lar(Answers answers) {
    return journeys.referredOn("refer-lar", "referrer", answers);
  }

  private CaseNo kin(Answers answers) {
    return journeys.referredOn("refer-next-of-kin", "referrer", answers);
  }

  private void assessed(CaseNo caseNo) {
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers().with("route", "assess").with("reason", "Høyrer til her"));
  }
}
