package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Instant;
import java.util.List;
import no.vegvisar.Browsers;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The team's meeting in a real browser, by keyboard alone. */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamMeetingInBrowserTest {

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;

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
  @Requirement("S29")
  void a_meeting_is_planned_and_begun_and_leads_to_the_first_referral_by_keyboard_alone() {
    harness.at(Instant.parse("2025-07-07T09:00:00Z"));
    CaseNo caseNo = journeys.registered(journeys.referred());
    try (Reader assessor =
        Reader.as(browser, "http://localhost:" + port, "assessor", DemoUsers.PASSWORD)) {
      assessor.open("/meeting");
      assessor.checked();
      Page page = assessor.page();
      Locator mine = page.locator("input[name=cases][value='" + caseNo + "']");
      List<String> all =
          page.locator("input[name=cases]:checked").all().stream()
              .map(box -> box.getAttribute("value"))
              .toList();
      all.stream()
          .filter(other -> !caseNo.value().equals(other))
          .forEach(
              other -> assessor.tabTo("input[name=cases][value='" + other + "']").press("Space"));
      assertThat(mine.isChecked()).isTrue();

      assessor.tabTo("button[formaction$='/meeting/begin']").press("Enter");
      assertThat(page.locator("#errors").innerText()).contains("Say who takes part");
      assessor.checked();

      assessor.tabTo("#" + page.getByLabel("Klar Kjelde").getAttribute("id")).press("Space");
      assessor.tabTo("#" + page.getByLabel("Doctor").getAttribute("id")).press("Space");
      assessor.tabTo("button[formaction$='/meeting/begin']").press("Enter");
      page.waitForURL("**/tasks/*?run=agenda");

      assessor.form().checked();
      assertThat(assessor.text()).contains("1 of 1");
      assertThat(facts.count(caseNo, "assessment.on-agenda/1")).isOne();
      page.setViewportSize(390, 844);
      assessor.open("/meeting").request();
      assessor.checked();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
  }
}
