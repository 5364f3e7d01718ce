package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import no.vegvisar.Browsers;
import no.vegvisar.Harness;
import no.vegvisar.Requirement;
import no.vegvisar.SamplePapers;
import no.vegvisar.VegvisarTest;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A scan that is too large, in a real browser: told at its field, before anything is lost. */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeFileInBrowserTest {

  private static final int TOO_LARGE = 11 * 1024 * 1024;

  @LocalServerPort int port;
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
  @Requirement("S48")
  void a_scan_that_is_too_large_is_not_sent_and_what_intake_typed_stands() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    try (Reader intake =
        Reader.as(browser, "http://localhost:" + port, "intake", DemoUsers.PASSWORD)) {
      intake.open("/referrals/register");
      intake.page().locator("#channel-post").check();
      intake.fill("firstReceipt", "2026-11-27T10:30").fill("patientName", "Stor Skog");
      intake.fill("senderName", "Klok Kråkefot").fill("reason", "Sjå brevet");
      var scan = intake.page().locator("#scan");
      scan.setInputFiles(new FilePayload("brev.pdf", "application/pdf", new byte[TOO_LARGE]));

      assertThat(intake.page().locator("#scan-toolarge").innerText())
          .isEqualTo("brev.pdf is larger than 10 MB. Make it smaller, or send it in parts.");
      intake.checked();
      intake.page().locator("#receive").click();
      assertThat(intake.path()).isEqualTo("/referrals/register");
      assertThat(intake.page().locator("#patientName").inputValue()).isEqualTo("Stor Skog");
      assertThat(intake.text()).doesNotContain("is received");

      scan.setInputFiles(
          new FilePayload("brev.pdf", "application/pdf", SamplePapers.pdf("scanned")));
      assertThat(intake.page().locator("#scan-toolarge").isVisible()).isFalse();
      intake.page().locator("#receive").click();
      intake.page().waitForURL("**/referrals/register?done=*");
      intake.checked();
    }
  }
}
