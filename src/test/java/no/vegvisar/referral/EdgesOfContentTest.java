package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormGate;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a referral says, at the edges: whose words they are, what is unknown and not no, what is
 * told about others, and what few may read.
 */
@VegvisarTest
class EdgesOfContentTest {

  private static final String SUPPORTER = "Syster Stille Stare, tlf. 900 00 000";

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseLedger ledger;
  @Autowired ReferralRecords records;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired FormGate gate;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
  }

  @ParameterizedTest(name = "written by {0}: {1}")
  @CsvSource({
    "patient, The patient’s own words",
    "referrer, in the referrer’s words",
    "together, written together"
  })
  @Requirement("S42")
  void what_the_patient_wants_stands_as_it_was_written_with_whose_words_they_are(
      String writer, String told) {
    String words = "Chcę przestać pić 🙏 — <i>nie</i> sam";
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("helpWanted", words)
                    .with("helpWantedBy", writer)
                    .with("helpWantedLanguage", "polsk")));

    String beside = taskPage("assessor", caseNo, "prepare-assessment");

    assertThat(beside)
        .contains("«Chcę przestać pić 🙏 — &lt;i&gt;nie&lt;/i&gt; sam»", told, "polsk");
    if (!writer.equals("patient")) {
      assertThat(beside).doesNotContain("The patient’s own words");
    }
  }

  @Test
  @Requirement({"S46", "S63"})
  void plan_coordinator_and_group_are_asked_about_apart_and_unknown_is_not_no() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("hasPlan", "unknown")
                    .with("hasCoordinator", "no")
                    .with("hasGroup", "yes")));

    ReferralEvent.CompletenessChecked checked = checked(caseNo);
    assertThat(checked.recommended())
        .contains("hasPlan")
        .doesNotContain("hasCoordinator", "hasGroup");
    assertThat(checked.asked()).doesNotContain("hasPlan");
  }

  @Test
  @Requirement("S51")
  void a_need_of_detox_tells_whoever_decides_when_the_next_treatment_begins_after_it() {
    CaseNo detox =
        journeys.registered(journeys.referred(journeys.referral().with("detoxNeed", "yes")));
    CaseNo pregnant =
        journeys.registered(
            journeys.referred(
                journeys.referral().with("detoxNeed", "yes").with("pregnant", "yes")));
    CaseNo none = journeys.registered(journeys.referred());

    assertThat(taskPage("assessor", detox, "prepare-assessment"))
        .contains(
            "After detox, outpatient: next treatment within 3 days",
            "After detox, admitted: next treatment the same day");
    assertThat(taskPage("assessor", pregnant, "prepare-assessment"))
        .contains("After detox, pregnant: next treatment the same day")
        .doesNotContain("After detox, outpatient");
    assertThat(taskPage("assessor", none, "prepare-assessment")).doesNotContain("After detox");
  }

  @Test
  @Requirement("S47")
  void who_refuses_that_others_are_asked_is_read_beside_the_task_and_the_assessment_goes_on() {
    CaseNo refused =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("earlierCare", "Tre månader på klinikk i Malmö")
                    .with("collectConsent", "no")));
    CaseNo limited =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("collectConsent", "limited")
                    .with("collectFrom", "Berre fastlegen")));

    assertThat(taskPage("assessor", refused, "prepare-assessment"))
        .contains("Tre månader på klinikk i Malmö")
        .containsPattern(
            "May we collect information from others\\?</dt><dd class=\"vv-strong\">No");
    assertThat(taskPage("assessor", limited, "prepare-assessment")).contains("Berre fastlegen");
    assertThat(checked(refused).asked()).doesNotContain("collectConsent");
  }

  @Test
  @Requirement("S21")
  void a_referral_that_the_patient_does_not_agree_to_says_so_where_it_is_assessed() {
    CaseNo caseNo =
        journeys.registered(journeys.referred(journeys.referral().with("patientAgrees", "no")));

    assertThat(taskPage("assessor", caseNo, "prepare-assessment"))
        .containsPattern(
            "Does the patient know and agree\\?</dt><dd class=\"vv-strong\">Does not agree");
  }

  @ParameterizedTest(name = "allergies {0}: {1}")
  @CsvSource({"noneKnown, not asked", "yes, not asked", "inLetter, not asked", "unknown, asked"})
  @Requirement("S58")
  void none_known_is_an_answer_and_unknown_is_none(String answer, String what) {
    CaseNo caseNo =
        journeys.registered(journeys.referred(journeys.referral().with("allergies", answer)));

    assertThat(checked(caseNo).asked().contains("allergies")).isEqualTo(what.equals("asked"));
  }

  @Test
  @Requirement("S58")
  void what_is_answered_later_is_read_in_words_and_not_in_codes() {
    CaseNo caseNo =
        journeys.registered(journeys.referred(journeys.referral().with("allergies", "unknown")));
    String status = "/referrals/" + records.ofCase(caseNo).reference();
    WebUser referrer = WebUser.signedIn(port, "referrer");
    referrer.get(status);

    referrer.post(status + "/answers", Map.of("data", "{\"allergies\":\"noneKnown\"}"));

    String page = WebUser.signedIn(port, "assessor").get("/cases/" + caseNo + "/referral").body();
    String later = page.substring(page.indexOf("later-h"), page.indexOf("vv-refform"));
    assertThat(later)
        .contains("Allergies, also to medicines", "None known")
        .doesNotContain("noneKnown", "<dt>allergies");
  }

  @Test
  @Requirement({"S50", "S54"})
  void what_is_told_about_others_stays_in_the_referral() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("supporters", SUPPORTER)
                    .with(
                        "partners",
                        List.of(
                            Map.of("who", "NAV, Blid Blåmeis", "patientKnows", "no"),
                            Map.of("who", "Open Omsorg", "patientKnows", "yes")))));
    journeys.told(journeys.signed(caseNo));

    assertThat(letters.ofCase(caseNo))
        .isNotEmpty()
        .allSatisfy(
            letter ->
                assertThat(LetterPaper.text(documents.content(letter.documentId())))
                    .doesNotContain("Stare", "Blåmeis"));
    assertThat(ledger.entries(caseNo))
        .isNotEmpty()
        .allSatisfy(
            entry -> assertThat(entry.event().toString()).doesNotContain("Stare", "Blåmeis"));
    WebUser before = WebUser.signedIn(port, "assessor");
    assertThat(before.get("/cases/" + caseNo + "/timeline").body()).doesNotContain("Stare");
    assertThat(
            WebUser.signedIn(port, "unit-lead").get("/cases/" + caseNo + "/referral").statusCode())
        .isEqualTo(403);
  }

  @Test
  @Requirement("S59")
  void violence_is_read_in_the_referral_by_who_is_tied_to_it_and_every_reading_is_logged() {
    CaseNo caseNo =
        journeys.referred(journeys.referral().with("violence", List.of("exposed", "exercised")));
    journeys.registered(caseNo);
    WebUser assessor = WebUser.signedIn(port, "assessor");

    for (String other :
        List.of("unit-lead", "therapist", "allocation", "nav-adviser", "auditor", "operator")) {
      assertThat(WebUser.signedIn(port, other).get("/cases/" + caseNo + "/referral").body())
          .as(other)
          .doesNotContain("\"violence\"", "exercised");
    }
    for (String part : List.of("overview", "timeline", "assessment", "letters")) {
      assertThat(assessor.get("/cases/" + caseNo + "/" + part).body())
          .as(part)
          .doesNotContain("exercised", "violence");
    }
    assertThat(taskPage("assessor", caseNo, "prepare-assessment")).doesNotContain("exercised");
    assertThat(assessor.get("/tasks?view=group").body()).doesNotContain("violence");
    long before = readings(caseNo);
    assertThat(assessor.get("/cases/" + caseNo + "/referral").body()).contains("exercised");
    assertThat(readings(caseNo)).isGreaterThan(before);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"prepare-assessment", "tell-patient-another-way"})
  @Requirement({"S60", "S61"})
  void whoever_calls_the_patient_reads_first_that_an_interpreter_may_know_them(String form) {
    CaseNo caseNo =
        journeys.referred(
            journeys
                .referral()
                .with("specialNeeds", List.of("interpreter", "genderDivided"))
                .with("specialNeedsWords", "Tigrinja; ikkje tolk frå Ålesund, dei kjennest"));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("protectedAddress", "confidential"));
    String reader = "assessor";
    if (form.startsWith("tell")) {
      journeys.signed(caseNo);
      harness.settle(caseNo);
      reader = "intake";
    }

    assertThat(taskPage(reader, caseNo, form))
        .contains("Tigrinja; ikkje tolk frå Ålesund, dei kjennest")
        .contains("Interpreter");
  }

  @Test
  @Requirement({"S45", "S53"})
  void each_substance_keeps_its_own_answers_and_an_injected_one_brings_its_row_of_the_guide() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("dependence", List.of("opioids", "gambling"))
                    .with("housing", "homeless")
                    .with(
                        "substances",
                        List.of(
                            Map.of(
                                "substance",
                                "Heroin",
                                "route",
                                "injected",
                                "amount",
                                "1 g",
                                "lastUse",
                                "i går",
                                "onsetAge",
                                17),
                            Map.of("substance", "Alkohol", "route", "oral")))));

    String page = taskPage("assessor", caseNo, "prepare-assessment");

    assertThat(page)
        .contains(
            "Opioids, injecting: 4 weeks", "Opioid dependence: 12 weeks", "Gambling: 12 weeks")
        .doesNotContain("Alcohol dependence")
        .contains("Homeless");
    assertThat(records.answersOf(records.ofCase(caseNo)).path("substances")).hasSize(2);
  }

  @Test
  @Requirement("S66")
  void a_referral_is_kept_with_the_very_form_it_was_written_on() throws Exception {
    CaseNo caseNo = journeys.referredOn("refer-lar", "referrer", journeys.larReferral());
    byte[] file = Files.readAllBytes(Path.of("forms", "refer-lar.form"));
    String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

    var sent = gate.get(records.ofCase(caseNo).submissionId());

    assertThat(sent.formId()).isEqualTo("refer-lar");
    assertThat(sent.formVersion()).isEqualTo(sha.substring(0, 12));
    assertThat(WebUser.signedIn(port, "intake").get("/cases/" + caseNo + "/referral").body())
        .contains("Who has taken part in this referral?");
  }

  private ReferralEvent.CompletenessChecked checked(CaseNo caseNo) {
    return (ReferralEvent.CompletenessChecked)
        facts.entry(caseNo, "referral.completeness-checked/1").event();
  }

  private long readings(CaseNo caseNo) {
    return jdbc.queryForObject(
        "select count(*) from read_log where case_no = ?", Long.class, caseNo.value());
  }

  private String taskPage(String user, CaseNo caseNo, String form) {
    WebUser web = WebUser.signedIn(port, user);
    String task = "/tasks/" + journeys.task(caseNo, form).taskId();
    web.get(task);
    web.post(task + "/claim", Map.of());
    return web.get(task).body();
  }
}
