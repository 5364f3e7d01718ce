package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import no.vegvisar.Browsers;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint in a real browser, by keyboard alone: taken in on a closed case, to own review. */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintInBrowserTest {

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;

  private Playwright playwright;
  private Browser browser;

  @BeforeAll
  void launch() {
    playwright = Browsers.playwright();
    browser = Browsers.open(playwright);
  }

  @AfterAll
  void quit() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  @Requirement("S37")
  void a_complaint_is_taken_in_on_a_closed_case_and_followed_to_own_review_by_keyboard() {
    CaseNo caseNo = journeys.refused();
    try (Reader intake = as("intake")) {
      intake.open("/cases/" + caseNo + "/overview");
      intake.checked();
      enter(intake, "a[href$='/complaints/new']");
      intake.page().waitForURL("**/complaints/new?draft=*");
      intake.form();
      LocalDateTime now = OsloTime.dateTimeOf(journeys.now()).minusMinutes(10);
      type(intake, "receivedAt", now.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
      type(intake, "receivedAt-time", now.format(DateTimeFormatter.ofPattern("HH:mm")));
      mark(intake, "channel-0");
      mark(intake, "about-0");
      type(intake, "words", "Eg treng meir hjelp enn kommunen kan gi");
      mark(intake, "complainant-0");
      intake.checked();
      intake.page().keyboard().press("Control+Enter");
      intake.page().waitForURL("**/cases/*/complaints");
      intake.checked();
      assertThat(intake.text()).contains("Received", "by mouth", "the refusal");
    }
    harness.runDueJobs(caseNo);

    try (Reader colleague = as("signer-2")) {
      open(colleague, caseNo, "consider-complaint");
      assertThat(colleague.text()).contains("By the dates it came in time.");
      mark(colleague, "inTime-0");
      mark(colleague, "standing-0");
      type(colleague, "reason", "Eiga klage, i tide");
      sent(colleague);
    }
    harness.runDueJobs(caseNo);

    try (Reader signer = as("signer")) {
      open(signer, caseNo, "review-complaint");
      mark(signer, "reviewOutcome-0");
      type(signer, "reason", "Eg held på mitt");
      mark(signer, "remedy-0");
      signer.page().keyboard().press("Control+Enter");
      signer.page().locator("[data-errors]").waitFor();
      assertThat(signer.page().locator("main").innerText()).contains("another specialist");
      assertThat(signer.page().locator("[id$='Field_reason']").inputValue())
          .isEqualTo("Eg held på mitt");
      signer.checked();
    }
    assertThat(facts.count(caseNo, "complaint.reviewed/1")).isZero();
    assertThat(journeys.openForms(caseNo)).containsExactly("review-complaint");
  }

  @Test
  @Requirement("S34")
  void whoever_has_the_case_says_that_its_deadline_cannot_be_kept() {
    CaseNo caseNo = journeys.rightGranted();
    try (Reader lead = as("unit-lead")) {
      lead.open("/cases/" + caseNo + "/overview");
      enter(lead, "a[href$='/breach/new']");
      lead.page().waitForURL("**/breach/new");
      lead.checked();
      lead.tabTo("#cause-capacity").press("Space");
      lead.tabTo("#words").type("Ingen ledig plass før jul");
      enter(lead, "form[action$='/breach'] button[type=submit]");
      lead.page().waitForURL("**/cases/*/breach");
      lead.checked();
      assertThat(lead.text()).contains("To be confirmed", "there is no place");
    }
    assertThat(journeys.openForms(caseNo)).contains("confirm-deadline-breach");
  }

  private void open(Reader reader, CaseNo caseNo, String form) {
    reader.open("/tasks/" + journeys.task(caseNo, form).taskId());
    enter(reader, "form[action$='/claim'] button");
    reader.form();
    reader.checked();
  }

  private static void sent(Reader reader) {
    String before = reader.page().url();
    reader.page().keyboard().press("Control+Enter");
    reader.page().waitForURL(url -> !url.equals(before));
  }

  private static void type(Reader reader, String field, String text) {
    reader.tabTo("[id$='Field_" + field + "']").press("Control+A");
    reader.page().keyboard().type(text);
  }

  private static void mark(Reader reader, String option) {
    reader.tabTo("[id$='Field_" + option + "']").press("Space");
  }

  private static void enter(Reader reader, String selector) {
    reader.tabTo(selector).press("Enter");
  }

  /** With a window that shows a whole form, so that no field lies under the bar at its foot. */
  private Reader as(String userName) {
    Reader reader = Reader.as(browser, "http://localhost:" + port, userName, DemoUsers.PASSWORD);
    reader.page().setViewportSize(1440, 2400);
    return reader;
  }
}
