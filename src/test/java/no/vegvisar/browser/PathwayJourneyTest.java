package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.Browsers;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.engine.Models;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One person's case, from the GP's referral to the municipality's follow-up, as the README's walk
 * does it: in a real browser, signed in as each user, every page checked by axe. The steps build on
 * each other and run in order.
 */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PathwayJourneyTest {

  private static final String WORDS = "Eg vil slutte å drikke og sove om natta";
  private static final String NEED = "Ein fast person i kommunen og hjelp til å halde på bustaden";

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired JdbcTemplate jdbc;
  @Autowired DeadlineClocks clocks;
  @Autowired Clock clock;
  @Autowired Models models;

  private Playwright playwright;
  private Browser browser;
  private String reference;
  private CaseNo caseNo;
  private CaseNo municipal;

  /**
   * Steps build on each other: after one has failed, the rest would only fail for the same reason.
   */
  @RegisterExtension
  final TestExecutionExceptionHandler firstFailure =
      (context, failure) -> {
        failed = context.getDisplayName();
        Reader.pictureOfLast(
            Path.of("target/journey", context.getRequiredTestMethod().getName() + ".png"));
        throw failure;
      };

  private String failed;

  @BeforeEach
  void earlierStepsHold() {
    assumeTrue(failed == null, () -> "an earlier step failed: " + failed);
  }

  @BeforeAll
  void launch() {
    playwright = Browsers.playwright();
    browser = Browsers.open(playwright);
  }

  /** What a later test meets is the process as it was shipped. */
  @AfterAll
  void quit() {
    if (playwright == null) {
      return;
    }
    Map<String, String> shipped = new LinkedHashMap<>();
    models
        .source("referral-intake", 1)
        .ifPresent(xml -> shipped.put("processes/referral-intake.bpmn", xml));
    models
        .forms("referral-intake", 1)
        .forEach((id, form) -> shipped.put("forms/" + id + ".form", form));
    models.deploy("referral-intake", shipped, "shipped");
    playwright.close();
  }

  private Reader as(String user) {
    return Reader.as(browser, "http://localhost:" + port, user, DemoUsers.PASSWORD);
  }

  private LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  private LocalDateTime now() {
    return OsloTime.dateTimeOf(clock.instant());
  }

  private void settle() {
    if (municipal == null) {
      harness.settle(caseNo);
    } else {
      harness.settle(caseNo, municipal);
    }
  }

  @Test
  @Order(1)
  @Requirement("S40")
  void the_sign_in_page_speaks_three_languages_and_says_113() {
    try (Reader visitor = Reader.anonymous(browser, "http://localhost:" + port)) {
      visitor.open("/login");
      visitor.checked();
      assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");

      visitor.page().locator("main button:has-text('Nynorsk')").first().click();
      visitor
          .page()
          .waitForCondition(() -> "nn".equals(visitor.page().locator("html").getAttribute("lang")));

      assertThat(visitor.text()).contains("113", "Logg inn");
    }
  }

  @Test
  @Order(2)
  @Requirement({"S12", "S22", "S42", "S52", "S57", "S58", "S63", "S64"})
  void
      a_gp_sends_a_referral_with_the_patients_own_words_and_gets_one_receipt_however_often_it_is_sent() {
    try (Reader gp = as("referrer")) {
      gp.open("/referrals/new");
      gp.form().checked();
      gp.choose("patientIdKind", "fnr")
          .write("nationalId", "16878729068")
          .write("patientName", "Frisk Morgensol");
      gp.choose("writtenStandard", "nn")
          .write("helpWanted", WORDS)
          .choose("helpWantedBy", "patient");
      gp.choose("dependence", "alcohol")
          .choose("detoxNeed", "no")
          .choose("riskConcern", "no")
          .write("medicines", "Ingen faste");
      gp.choose("allergies", "unknown")
          .choose("minorChildren", "unknown")
          .choose("patientAgrees", "yes");
      gp.choose("hasPlan", "no").choose("hasCoordinator", "unknown").choose("hasGroup", "inLetter");
      gp.pick("referrerKind", "gp");
      String form = gp.path();

      assertThat(gp.sendInVain()).contains("Reason for referral");
      assertThat(gp.page().locator("[id$='Field_helpWanted']").first().inputValue())
          .isEqualTo(WORDS);

      gp.write("reason", "Drikk dagleg, vil ha hjelp. Sjå brev.").send();
      reference = gp.path().replaceAll(".*(R\\d{2}-\\d{7}-\\d).*", "$1");
      caseNo =
          new CaseNo(
              jdbc.queryForObject(
                  "select case_no from referral where reference = ?", String.class, reference));
      gp.checked();
      assertThat(gp.text()).contains(reference, "Received").doesNotContain(caseNo.value());

      gp.open(form);
      gp.form();
      assertThat(
              jdbc.queryForObject(
                  "select count(*) from referral where reference = ?", Integer.class, reference))
          .isEqualTo(1);
    }
    settle();
  }

  @Test
  @Order(3)
  @Requirement({"S32", "S27"})
  void intake_registers_it_while_the_clock_runs_and_a_receipt_in_the_future_is_refused_in_words() {
    try (Reader intake = as("intake")) {
      intake.open("/tasks?view=group");
      intake.checked();
      intake.take("Register referral", caseNo.value());
      assertThat(intake.page().locator("body").innerText())
          .contains("working days left", "Statutory", WORDS);
      intake.checked();
      intake
          .choose("channel", "web")
          .choose("identity", "confirmed")
          .choose("senderAuthority", "yes")
          .choose("sameAsOpen", "no");
      intake
          .choose("unit", "aalesund")
          .choose("protectedAddress", "none")
          .write("note", "Ringt fastlegen");
      intake.at("firstReceipt", now().plusDays(1));

      assertThat(intake.sendInVain()).containsIgnoringCase("later than now");
      assertThat(intake.page().locator("[id$='Field_note']").first().inputValue())
          .isEqualTo("Ringt fastlegen");

      intake.at("firstReceipt", now().minusMinutes(5)).send();
    }
    settle();
    assertThat(clocks.find("T01", caseNo.value()).orElseThrow().running()).isTrue();
  }

  @Test
  @Order(4)
  @Requirement("S58")
  void the_referrer_is_asked_for_what_is_missing_and_answers_without_stopping_the_clock() {
    LocalDate due = clocks.find("T01", caseNo.value()).orElseThrow().dueOn();
    try (Reader gp = as("referrer")) {
      gp.open("/tasks");
      assertThat(gp.text()).contains(reference);
      gp.open("/referrals/" + reference);
      gp.form().checked();
      gp.choose("allergies", "noneKnown");
      if (gp.page().locator("[id$='Field_minorChildren-0']").count() > 0) {
        gp.choose("minorChildren", "unknown");
      }
      gp.send();
      assertThat(gp.text()).contains("Being assessed");
    }
    assertThat(clocks.find("T01", caseNo.value()).orElseThrow().dueOn()).isEqualTo(due);
  }

  @Test
  @Order(5)
  @Requirement({"S29", "S30", "S31", "S34"})
  void the_team_prepares_beside_the_guide_and_cannot_sign_itself() {
    try (Reader assessor = as("assessor")) {
      assessor.take("Prepare assessment", caseNo.value());
      assertThat(assessor.page().locator("body").innerText()).contains("6 weeks", WORDS);
      assertThat(assessor.page().locator("[id$='Field_outcome-0']").first().isChecked()).isFalse();
      assessor.choose("outcome", "granted");
      int row = assessor.row("levels");
      assessor.inRow("levels", row, "level", "outpatient");
      assessor
          .write("place", "Ålesund behandlingssenter, poliklinikk")
          .date("deadline", today().plusDays(42));
      assessor
          .write("reason", "Alvorleg og aukande bruk, god nytte av samtalar")
          .choose("participants", "doctor");
      assessor.checked();
      assessor.send();
      assessor.open("/tasks?view=group");
      assertThat(assessor.text()).doesNotContain("Sign decision");
    }
    settle();
  }

  @Test
  @Order(6)
  @Requirement({"S32", "S34", "S35", "S37"})
  void
      another_specialist_signs_with_the_letter_in_view_and_the_clock_stops_when_the_patient_is_told() {
    try (Reader signer = as("signer")) {
      signer.take("Sign decision", caseNo.value());
      assertThat(signer.page().locator("body").innerText()).contains("Klar Kjelde");
      var letter =
          signer
              .page()
              .request()
              .get("http://localhost:" + port + "/cases/" + caseNo + "/assessment/letter");
      assertThat(letter.status()).isEqualTo(200);
      assertThat(letter.headers().get("content-type")).contains("application/pdf");
      signer
          .choose("signed", "signed")
          .at("firstAppointment", now().plusDays(6).withHour(10).withMinute(0));
      signer.checked();
      signer.send();
    }
    settle();
    var t01 = clocks.find("T01", caseNo.value()).orElseThrow();
    assertThat(t01.running()).isFalse();
    assertThat(t01.stopCause()).isEqualTo("patient-told");
  }

  @Test
  @Order(7)
  void the_referrer_reads_the_answer_due_to_a_gp_and_never_the_case() {
    try (Reader gp = as("referrer")) {
      gp.open("/referrals/" + reference);
      assertThat(gp.text()).contains("Answered");
      String href = gp.page().locator("a[href*='/letters/']").first().getAttribute("href");
      assertThat(gp.page().request().get("http://localhost:" + port + href).status())
          .isEqualTo(200);

      assertThat(gp.open("/cases/" + caseNo + "/overview").status()).isEqualTo(403);
      gp.checked();
    }
  }

  @Test
  @Order(8)
  @Requirement("S68")
  void one_therapist_is_assigned_who_follows_the_course() {
    try (Reader lead = as("unit-lead")) {
      lead.take("Assign therapist", caseNo.value());
      assertThat(lead.page().locator("body").innerText()).doesNotContain(WORDS);
      lead.pick("therapist", DemoUsers.idOf("therapist").value())
          .choose("wish", "none")
          .tick("conflict");
      lead.checked();
      lead.send();
    }
    settle();
    try (Reader therapist = as("therapist")) {
      therapist.take("Record first attendance", caseNo.value());
      therapist.choose("attendance", "came").at("attendedAt", now().minusMinutes(1)).send();
      therapist.open("/cases/" + caseNo + "/overview");
      therapist.checked();
      assertThat(therapist.text()).contains("21 days");
    }
    settle();
  }

  @Test
  @Order(9)
  @Requirement({"S52", "S69", "S70", "S76", "S116", "S183"})
  void
      work_up_asks_about_children_without_a_default_maps_needs_and_ends_in_a_plan_and_a_decision() {
    try (Reader therapist = as("therapist")) {
      therapist.take("Ask about children", caseNo.value());
      therapist.choose("asked", "unknown").send();
      settle();
      therapist.take("Map needs", caseNo.value());
      therapist
          .write("needs", "Ro om kveldane")
          .choose("doctorSeen", "planned")
          .choose("suicideRisk", "done")
          .choose("driving", "noLicence")
          .send();
      settle();
      therapist.take("Agree treatment plan", caseNo.value());
      for (String goal : List.of("Edru i kvardagane", "Behalde bustaden")) {
        int row =
            therapist.page().locator("section[data-list='Field_goals'] .vv-rowbox").count() > 0
                    && goal.startsWith("Edru")
                ? 0
                : therapist.row("goals");
        therapist
            .inRow("goals", row, "goal", goal)
            .inRow("goals", row, "measure", "Samtale kvar veke")
            .inRow("goals", row, "owner", "therapist");
      }
      therapist
          .date("evaluationDate", today().plusDays(7))
          .choose("agreed", "yes")
          .choose("copy", "given");
      therapist.checked();
      therapist.send();
      settle();
      therapist.open("/cases/" + caseNo + "/plan");
      therapist.checked();
      assertThat(therapist.text()).contains("Edru i kvardagane", "Behalde bustaden");
      therapist.take("Make clinical decision", caseNo.value());
      therapist
          .choose("clinicalDecision", "treatment")
          .write("reason", "Pasienten vil halde fram")
          .choose("planNeed", "yes");
      therapist
          .choose("municipalFollowUpWanted", "yes")
          .write("followUpAsked", NEED)
          .choose("groupWanted", "yes")
          .send();
    }
    settle();
  }

  @Test
  @Order(10)
  @Requirement({"S177", "S178"})
  void without_a_legal_base_nothing_is_sent_and_a_task_seeks_one() {
    assertThat(
            jdbc.queryForObject(
                "select count(*) from municipal_request where case_no = ?",
                Integer.class,
                caseNo.value()))
        .isZero();
    try (Reader therapist = as("therapist")) {
      therapist.open("/cases/" + caseNo + "/diagram");
      therapist.checked();
      therapist.take("Seek legal base", caseNo.value());
      therapist
          .choose("municipalFollowUpWanted", "yes")
          .choose("base", "informedNotObjecting")
          .choose("withForm", "oral");
      therapist
          .date("until", today().plusDays(180))
          .choose("groupWanted", "yes")
          .choose("groupConsent", "consent");
      therapist.checked();
      therapist.send();
    }
    settle();
    municipal =
        new CaseNo(
            jdbc.queryForObject(
                "select a.case_no from municipal_application a join municipal_request r on r.request_id = a.request_id where r.case_no = ?",
                String.class,
                caseNo.value()));
    settle();
  }

  @Test
  @Order(11)
  @Requirement({"S7", "S125", "S176"})
  void the_municipality_sees_what_was_disclosed_and_nothing_else() {
    try (Reader consultant = as("addiction-consultant")) {
      consultant.open("/inbox");
      consultant.checked();
      consultant
          .page()
          .locator(".vv-msg a", new Page.LocatorOptions().setHasText("Morgensol"))
          .first()
          .click();
      consultant.page().locator("#message-h").waitFor();
      consultant.checked();
      assertThat(consultant.text()).contains(NEED).doesNotContain(WORDS, caseNo.value());
      consultant.page().locator("form[action$='/taken-further'] button").click();
      consultant.page().waitForURL("**tab=ongoing**");
      assertThat(consultant.text()).contains("not granted yet");

      assertThat(consultant.open("/cases/" + caseNo + "/overview").status()).isEqualTo(403);
      assertThat(consultant.page().locator("body").innerText()).doesNotContain("Morgensol");
    }
    settle();
    try (Reader nav = as("nav-adviser")) {
      nav.open("/inbox");
      assertThat(nav.text()).doesNotContain("Morgensol");
      nav.open("/tasks?view=group");
      assertThat(nav.page().locator("body").innerText()).doesNotContain("Morgensol");
    }
  }

  @Test
  @Order(12)
  @Requirement("S169")
  void the_allocation_office_decides_and_a_coordinator_is_named_while_treatment_goes_on() {
    try (Reader officer = as("allocation")) {
      officer.take("Assess application", municipal.value());
      officer
          .choose("serviceGranted", "yes")
          .choose("services", "followUp")
          .date("from", today().plusDays(3))
          .date("reviewBy", today().plusDays(90));
      officer
          .write("reason", "Fyller vilkåra")
          .write("answerText", "Oppfølging frå Team integrering rus");
      officer.checked();
      officer.send();
    }
    settle();
    try (Reader consultant = as("addiction-consultant")) {
      consultant.take("Name coordinator", municipal.value());
      consultant
          .pick("coordinator", DemoUsers.idOf("municipal-coordinator").value())
          .choose("planOffered", "accepted")
          .choose("personAgrees", "yes")
          .send();
    }
    settle();
    try (Reader therapist = as("therapist")) {
      therapist.take("Read municipal answer", caseNo.value());
      assertThat(therapist.page().locator("body").innerText()).contains("granted", "Fast Fyrlykt");
      therapist
          .write("meaning", "Fast kontakt ved sida av samtalane")
          .choose("patientTold", "yes")
          .send();
    }
    settle();
  }

  @Test
  @Order(13)
  @Requirement({"S98", "S99", "S171"})
  void
      the_responsibility_group_meets_with_a_next_date_or_a_reason_and_promises_with_owner_and_date() {
    try (Reader therapist = as("therapist")) {
      therapist.take("Invite members", caseNo.value());
      for (String who : List.of("patient", "therapist", "municipality")) {
        boolean first =
            therapist.page().locator("section[data-list='Field_members'] .vv-rowbox").count() > 0
                && who.equals("patient");
        int row = first ? 0 : therapist.row("members");
        therapist
            .inRow("members", row, "who", who)
            .inRow("members", row, "base", "consent")
            .inRow("members", row, "gets", "full");
      }
      therapist.at("firstMeeting", now().plusHours(2)).send();
      settle();
      therapist.take("Record meeting", caseNo.value());
      therapist
          .at("heldAt", now().minusMinutes(1))
          .choose("attended", "patient")
          .write("minutes", "Avtalte kven som gjer kva")
          .choose("meetAgain", "yes");
      int row = therapist.row("promises");
      therapist
          .inRow("promises", row, "what", "Ringje utleigar")
          .inRow("promises", row, "owner", "municipality");

      assertThat(therapist.sendInVain()).containsAnyOf("next meeting", "owner and a date");

      therapist.inRow(
          "promises",
          row,
          "by",
          today().plusDays(5).format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy")));
      therapist.at("nextMeeting", now().plusDays(30)).send();
    }
    settle();
  }

  @Test
  @Order(14)
  @Requirement({"S98", "S99", "S125", "S171"})
  void the_municipalitys_coordinator_finds_the_meeting_in_the_list_calls_it_and_records_it() {
    try (Reader coordinator = as("municipal-coordinator")) {
      coordinator.open("/tasks");
      coordinator.checked();
      coordinator.workOn("/plans/", "A meeting of a responsibility group");
      coordinator.checked();
      assertThat(coordinator.text())
          .contains("Frisk Morgensol", "Ringje utleigar")
          .doesNotContain(caseNo.value(), WORDS);
      coordinator.set("at", now().plusDays(21)).fill("place", "Rådhuset, møterom 2");
      coordinator.press("/call");
      assertThat(coordinator.text()).contains("Rådhuset");
      settle();

      coordinator
          .set("heldAt", now().minusMinutes(1))
          .fill("minutes", "Bustaden er trygg, NAV blir med neste gong")
          .fill("what-1", "Spørje NAV om dei vil vere med");
      coordinator.page().locator("#owner-1").selectOption("municipality");
      coordinator.page().locator("#by-1").fill(today().plusDays(4).toString());
      coordinator.press("/meetings");
      coordinator.checked();
      assertThat(coordinator.text()).contains("Set the next meeting, or write why there is none.");
      assertThat(coordinator.page().locator("#minutes").inputValue()).startsWith("Bustaden");

      coordinator.set("nextMeeting", now().plusDays(30));
      coordinator.press("/meetings");
      assertThat(coordinator.text()).contains("Spørje NAV om dei vil vere med");
      coordinator.open("/tasks");
      assertThat(coordinator.text()).contains("A promise made in a responsibility group");
    }
    settle();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from case_event where case_no = ? and type = 'municipality.meeting-called/1'",
                Integer.class,
                municipal.value()))
        .as("the municipality has each call on its own case")
        .isPositive();
  }

  @Test
  @Order(15)
  @Requirement({"S75", "S116", "S182"})
  void an_evaluation_asks_again_about_children_and_the_end_is_planned_with_the_patient() {
    try (Reader therapist = as("therapist")) {
      therapist.open("/cases/" + caseNo + "/timeline");
      therapist.checked();
      therapist.take("Evaluate treatment", caseNo.value());
      therapist
          .choose("useful", "yes")
          .choose("childrenAsked", "yes")
          .choose("kinConsent", "general")
          .choose("municipalFollowUpWanted", "no");
      therapist.choose("groupWanted", "no").choose("treatmentGoesOn", "no").send();
      settle();
      therapist.take("Plan end", caseNo.value());
      therapist
          .choose("endKind", "planned")
          .choose("nextCare", "municipality")
          .choose("nextCare", "gp")
          .choose("handoverWanted", "yes");
      therapist
          .write("handoverText", "Held fram med fast kontakt")
          .choose("withPatient", "yes")
          .choose("childrenAsked", "yes");
      therapist.checked();
      therapist.send();
      settle();
      therapist.take("Seek base for handover", caseNo.value());
      therapist
          .choose("base", "informedNotObjecting")
          .choose("withForm", "oral")
          .choose("handoverWanted", "yes")
          .send();
    }
    settle();
  }

  @Test
  @Order(16)
  @Requirement({"S113", "S114"})
  void the_hand_over_is_confirmed_the_summary_sent_and_a_person_closes_the_case() {
    CaseNo handover =
        new CaseNo(
            jdbc.queryForObject(
                "select a.case_no from municipal_application a join municipal_request r on r.request_id = a.request_id"
                    + " where r.case_no = ? and r.kind = 'HANDOVER'",
                String.class,
                caseNo.value()));
    harness.settle(caseNo, municipal, handover);
    try (Reader officer = as("allocation")) {
      officer.take("Assess application", handover.value());
      officer
          .choose("serviceGranted", "yes")
          .date("from", today().plusDays(1))
          .date("reviewBy", today().plusDays(60))
          .write("reason", "Tek over")
          .send();
    }
    harness.settle(caseNo, municipal, handover);
    try (Reader therapist = as("therapist")) {
      therapist.take("Read municipal answer", caseNo.value());
      therapist.choose("patientTold", "yes").send();
      settle();
      therapist.take("Write discharge summary", caseNo.value());
      therapist
          .write("reference", "J-2026-0042")
          .choose("receivers", "gp")
          .choose("patientAsked", "yes")
          .send();
      settle();
      therapist.take("Close case", caseNo.value());
      therapist.write("openReason", "Barnet blir følgt opp av barneansvarleg").tick("confirmed");
      therapist.checked();
      therapist.send();
      settle();
      therapist.open("/cases/" + caseNo + "/overview");
      assertThat(therapist.text()).contains("Closed");
    }
    assertThat(clocks.ofCase(caseNo)).noneMatch(c -> c.running() && !c.rule().equals("T04"));
  }

  @Test
  @Order(17)
  void a_coordinator_changes_a_process_through_the_policy_and_another_person_approves_it()
      throws IOException {
    try (Reader editor = as("process-editor")) {
      editor.open("/processes");
      editor.checked();
      editor.open("/processes/referral-intake");
      editor.checked();
      upload(editor, "unsafe.bpmn");
      assertThat(editor.page().locator("body").innerText()).contains("scriptTask");
      upload(editor, "referral-intake-2.bpmn");
      editor.page().waitForURL("**/drafts/*");
      editor.checked();
      assertThat(editor.page().locator("button[value=approve]").count()).isZero();
    }
    try (Reader approver = as("process-approver")) {
      approver.open("/tasks?view=group");
      approver
          .page()
          .locator("a", new Page.LocatorOptions().setHasText("referral-intake"))
          .first()
          .click();
      approver.page().waitForURL("**/work/*");
      approver.checked();
      approver.page().locator("main a.ds-button").first().click();
      approver.page().waitForURL("**/drafts/*");
      assertThat(approver.text()).contains("Register and sort referral");
      approver.page().locator("button[value=approve]").click();
      approver.page().waitForURL("**/processes/referral-intake");
      assertThat(approver.text()).contains("v2");
    }
    try (Reader gp = as("referrer")) {
      gp.open("/referrals/new");
      gp.form();
      gp.write("patientName", "Ny Nordavind")
          .write("reason", "Treng hjelp")
          .write("helpWanted", "Samtale")
          .choose("dependence", "alcohol");
      gp.choose("detoxNeed", "no")
          .choose("riskConcern", "no")
          .write("medicines", "Ingen")
          .choose("allergies", "noneKnown");
      gp.choose("minorChildren", "no").choose("patientAgrees", "yes").send();
      String next = gp.path().replaceAll(".*(R\\d{2}-\\d{7}-\\d).*", "$1");
      String number =
          jdbc.queryForObject(
              "select case_no from referral where reference = ?", String.class, next);
      try (Reader intake = as("intake")) {
        intake.take("Register and sort referral", number);
      }
    }
  }

  private static void upload(Reader editor, String sample) throws IOException {
    byte[] file = java.nio.file.Files.readAllBytes(Path.of("src/test/resources/samples/" + sample));
    editor
        .page()
        .locator("#file")
        .setInputFiles(new FilePayload("referral-intake.bpmn", "application/xml", file));
    editor.page().locator("#reason").fill("Eit tydelegare namn");
    editor.page().locator("form:has(#file) button[type=submit]").click();
    editor.page().waitForLoadState();
  }

  @Test
  @Order(18)
  void
      an_auditor_sees_the_path_in_the_version_it_ran_who_did_what_and_who_read_and_can_change_nothing() {
    try (Reader auditor = as("auditor")) {
      auditor.open("/audit");
      auditor.checked();
      auditor.page().locator("#case").fill(caseNo.value());
      auditor.page().locator("#purpose").fill("Stikkprøve");
      auditor.page().locator("form[action='/audit'] button[type=submit]").click();
      auditor.page().waitForURL("**/audit/" + caseNo);
      auditor.checked();
      assertThat(auditor.text())
          .contains("The chain is unbroken", "Nøye Gaupe", "Varm Vårdag", "Djup Fjord")
          .doesNotContain("Morgensol", WORDS);
      // form and version of each event lie folded under it
      assertThat(auditor.page().locator("main").first().textContent())
          .contains("register-referral", "referral-intake v1")
          .doesNotContain("Morgensol", WORDS);
      assertThat(auditor.page().locator("main form[method=post]:not([action$='/verify'])").count())
          .isZero();
    }
  }
}
