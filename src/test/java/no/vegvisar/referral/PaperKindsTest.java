package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.SamplePapers;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A letter or a call is of any kind, and takes the same way as one that was sent on its form. */
@VegvisarTest
class PaperKindsTest {

  private static final byte[] LETTER = SamplePapers.pdf("a scanned letter");

  @Autowired PaperReferrals paper;
  @Autowired ReferralRecords records;
  @Autowired CompletenessMeter meter;
  @Autowired WayWords ways;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired ActingAs actingAs;
  @Autowired ObjectMapper json;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
  }

  @Test
  void where_nobody_says_a_kind_it_is_the_ordinary_one() {
    CaseNo caseNo = received(came("post"), null);

    assertThat(records.ofCase(caseNo).kind()).isEqualTo(ReferralKind.ORDINARY);
  }

  @Test
  @Requirement({"S105", "S110", "E9"})
  void a_letter_about_a_relative_is_their_own_case_also_when_they_are_a_patient_here() {
    Answers asPatient = journeys.referral();
    CaseNo patient = journeys.registered(journeys.referred(asPatient));
    CaseNo kin =
        received(
            came("post")
                .put("referralKind", "nextOfKin")
                .put("referrerKind", "occupationalHealth")
                .put("patientName", "Vennlig Måke")
                .put("nationalId", String.valueOf(asPatient.value("nationalId")))
                .put("reason", "Sliten av å bekymre seg"),
            LETTER);
    registered(kin, "yes");

    assertThat(facts.words(kin, "referral.route-proposed/1")).containsExactly("nextOfKin");
    assertThat(journeys.attempt(kin, "confirm-route", "assessor", way("duplicate")).refusals())
        .extracting(Refusal::field)
        .containsExactly("route");
    journeys.complete(kin, "confirm-route", "assessor", way("assess"));

    assertThat(journeys.openForms(kin)).containsExactly("prepare-assessment");
    assertThat(cases.get(kin).personId()).isEqualTo(cases.get(patient).personId());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    for (String part : java.util.List.of("overview", "referral", "ways")) {
      assertThat(assessor.get("/cases/" + kin + "/" + part).body())
          .as(part)
          .contains(kin.value())
          .doesNotContain(patient.value(), "Vil slutte å drikke");
      assertThat(assessor.get("/cases/" + patient + "/" + part).body())
          .as(part)
          .doesNotContain(kin.value(), "Sliten av å bekymre seg");
    }
    // reason, own words, agreement and how to reach them: what the form of this kind asks
    assertThat(meter.read(records.ofCase(kin)).total()).isEqualTo(4);
  }

  @Test
  @Requirement({"S105", "E9"})
  void a_second_letter_about_the_same_relative_is_proposed_to_be_joined_with_the_first() {
    ObjectNode letter =
        came("post")
            .put("referralKind", "nextOfKin")
            .put("nationalId", String.valueOf(journeys.kinReferral().value("nationalId")));
    received(letter.deepCopy(), null);
    CaseNo second = received(letter.deepCopy(), null);
    registered(second, "yes");

    assertThat(facts.words(second, "referral.route-proposed/1")).containsExactly("duplicate");
  }

  @Test
  @Requirement({"S65", "S66", "C2"})
  void the_lar_form_by_post_takes_the_way_of_lar_and_nobody_is_said_to_be_missing() {
    CaseNo caseNo =
        received(came("post").put("referralKind", "lar").put("referrerKind", "gp"), LETTER);
    registered(caseNo, "no");

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("lar");
    assertThat(ways.notes(records.ofCase(caseNo), Language.EN))
        .singleElement()
        .satisfies(note -> assertThat(note).contains("look in the letter"));
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
    journeys.complete(caseNo, "confirm-route", "assessor", way("assess"));
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(meter.read(records.ofCase(caseNo)).total()).isEqualTo(9);
  }

  @Test
  @Requirement({"S12", "S39"})
  void a_doctor_who_phones_and_marks_an_emergency_is_heard_as_one() {
    CaseNo caseNo =
        received(came("phone").put("referrerKind", "gp").put("urgency", "emergency"), null);
    registered(caseNo, "no");

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("emergency");
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        way("acute")
            .with("doctorPhoned", true)
            .with("takenIn", "yes")
            .with("emergencyAt", journeys.time(Duration.ofHours(-11))));

    assertThat(facts.clock("T18", caseNo).startedOn()).isEqualTo(LocalDate.of(2026, 11, 29));
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("S39")
  void the_same_word_from_somebody_who_is_no_doctor_is_worry_that_is_read_today() {
    CaseNo caseNo =
        received(came("phone").put("referrerKind", "nav").put("urgency", "emergency"), null);
    registered(caseNo, "no");

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).doesNotContain("emergency");
    assertThat(facts.types(caseNo)).contains("referral.worry-raised/1");
  }

  @Test
  @Requirement("S105")
  void what_the_form_of_the_kind_does_not_ask_stands_beside_the_task_in_words_all_the_same() {
    CaseNo caseNo =
        received(came("phone").put("referralKind", "nextOfKin").put("urgency", "worry"), null);

    WebUser intake = WebUser.signedIn(port, "intake");
    String task = "/tasks/" + journeys.task(caseNo, "register-referral").taskId();
    intake.post(task + "/claim", java.util.Map.of());
    assertThat(intake.get(task).body())
        .contains(
            "Next of kin, for their own part", "The sender is worried and wants it read today");
  }

  private ObjectNode came(String channel) {
    return json.createObjectNode().put("channel", channel).put("firstReceipt", "2026-11-30T08:30");
  }

  private CaseNo received(ObjectNode answers, byte[] scan) {
    return actingAs.user(
        "intake",
        () -> paper.takeDown(UUID.randomUUID().toString(), answers, scan).value().caseNo());
  }

  private void registered(CaseNo caseNo, String sameAsOpen) {
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("channel", "post").with("sameAsOpen", sameAsOpen));
  }

  private static Answers way(String route) {
    return new Answers().with("route", route).with("reason", "Høyrer til her");
  }
}
