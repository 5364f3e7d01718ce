package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import no.vegvisar.Browsers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A GP refers with the keyboard alone, on a desk and on a phone: from an empty form to the receipt,
 * with axe at each stop.
 */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralByKeyboardTest {

  @LocalServerPort int port;

  private Playwright playwright;
  private Browser browser;
  private Reader gp;
  private Page page;

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

  @ParameterizedTest(name = "{0} px")
  @ValueSource(ints = {1440, 390})
  @Requirement({"S22", "S40", "S41", "S49"})
  void from_an_empty_form_to_the_receipt_with_the_keyboard_alone(int width) {
    try (Reader reader =
        Reader.as(browser, "http://localhost:" + port, "referrer", DemoUsers.PASSWORD)) {
      gp = reader;
      page = gp.page();
      // tall enough that the bar at the bottom covers nothing of the summary
      page.setViewportSize(width, 1300);
      gp.open("/referrals/new");
      gp.form().checked();
      assertThat(gp.text()).contains("call 113 now", "How complete is the referral?");
      assertThat(page.locator("details.vv-fold[open]").count())
          .as("what can wait is folded")
          .isZero();
      noSidewaysScrolling();

      // sent as it is: the ten that are needed are named, and the first leads to its field
      gp.tabTo("button[type=submit][form=task-form]");
      page.keyboard().press("Enter");
      page.locator("[data-errors] li").first().waitFor();
      assertThat(page.locator("[data-errors] li").count()).isEqualTo(10);
      gp.checked();

      page.evaluate("window.scrollTo(0, 0); document.activeElement.blur()");
      type("patientName", "Mild Myr");
      type("reason", "Drikk dagleg, vil slutte");
      type("helpWanted", "Nokon å snakke med");
      choose("dependence", 0);
      choose("detoxNeed", 1);
      choose("riskConcern", 0);
      type("riskWords", "Har snakka om at det er nok");
      choose("minorChildren", 1);
      type("medicines", "Ingen");
      choose("allergies", 0);
      choose("patientAgrees", 0);
      assertThat(page.locator("[data-errors] li").count()).isZero();
      assertThat(page.locator("#meter-required-text").textContent()).contains("10");

      // one that can wait, opened and answered
      gp.tabTo("#fold-Group_partners > summary");
      page.keyboard().press("Enter");
      choose("hasPlan", 1);
      assertThat(page.locator("#fold-Group_partners .vv-fold__n").textContent()).contains("1");
      gp.checked();
      noSidewaysScrolling();

      gp.tabTo("button[type=submit][form=task-form]");
      page.keyboard().press("Enter");
      page.waitForURL("**/referrals/R*");
      assertThat(gp.text())
          .contains("The referral is sent", "You told of worry", "has not been read yet");
      assertThat(page.evaluate("document.activeElement.matches('[data-autofocus]')"))
          .as("focus on the receipt")
          .isEqualTo(true);
      gp.checked();
      noSidewaysScrolling();
    }
  }

  private void type(String key, String text) {
    gp.tabTo("[id$='Field_" + key + "']");
    page.keyboard().type(text);
  }

  /**
   * The n-th option of a choice: to its first by tab, on by arrow, or by tab where each is a box.
   */
  private void choose(String key, int n) {
    gp.tabTo("fieldset[id$='Field_" + key + "'] input");
    boolean boxes = (boolean) page.evaluate("document.activeElement.type === 'checkbox'");
    for (int i = 0; i < n; i++) {
      page.keyboard().press(boxes ? "Tab" : "ArrowDown");
    }
    if (boxes || n == 0) {
      page.keyboard().press("Space");
    }
  }

  private void noSidewaysScrolling() {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no sideways scrolling")
        .isEqualTo(true);
  }
}
