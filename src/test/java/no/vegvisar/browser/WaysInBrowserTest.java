package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.vegvisar.Browsers;
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

/**
 * The LAR and the next of kin form with the keyboard alone, and the pages of a case's way, checked
 * by axe.
 */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInBrowserTest {

  private static final int MOST_TABS = 150;

  /** A form to fill in: what is typed where, and where the first answer is chosen. */
  enum Form {
    /** The parties but the municipality. */
    LAR(
        Map.of(
            "Field_patientName", "Lett Bris",
            "Field_jointReason", "Ruskonsulenten har ferie",
            "Field_reason", "Opioidavhengig i ti år",
            "Field_helpWanted", "En hverdag uten jag",
            "Field_medicines", "Ingen"),
        Set.of(
            "Field_opioidDependence-0",
            "Field_riskConcern-0",
            "Field_allergies-0",
            "Field_minorChildren-0",
            "Field_patientAgrees-0",
            "Field_parties-0",
            "Field_parties-2")),
    NEXT_OF_KIN(
        Map.of(
            "Field_patientName", "Vennlig Måke",
            "Field_reason", "Sliten av å bekymre seg",
            "Field_helpWanted", "Noen å snakke med",
            "Field_riskWords", "Sover ikke"),
        Set.of(
            "Field_kinTo-0",
            "Field_kinWants-1",
            "Field_riskConcern-0",
            "Field_minorChildren-0",
            "Field_patientAgrees-0"));

    final Map<String, String> typed;
    final Set<String> chosen;

    Form(Map<String, String> typed, Set<String> chosen) {
      this.typed = typed;
      this.chosen = chosen;
    }

    int wanted() {
      return typed.size() + chosen.size();
    }
  }

  @LocalServerPort int port;
  @Autowired Journeys journeys;

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
  @Requirement({"S38", "S65", "S66", "S67"})
  void a_lar_referral_is_filled_in_and_sent_with_the_keyboard_alone() {
    try (Reader gp = as("referrer")) {
      gp.open("/referrals/new?form=lar");
      gp.form();
      assertThat(gp.text()).contains("70 17 13 62", "call 113");

      filledInAndSent(gp, Form.LAR);
    }
  }

  @Test
  @Requirement({"S13", "S40", "S105"})
  void a_next_of_kin_is_referred_with_the_keyboard_alone() {
    try (Reader gp = as("referrer")) {
      gp.open("/referrals/new?form=nextOfKin");
      gp.form();
      assertThat(gp.text()).contains("call 113", "Next of kin because of");

      filledInAndSent(gp, Form.NEXT_OF_KIN);

      assertThat(gp.text()).contains("You told of worry");
    }
  }

  private static void filledInAndSent(Reader gp, Form form) {
    gp.checked();
    Map<String, Boolean> answered = new LinkedHashMap<>();
    Page page = gp.page();
    for (int tabs = 0; tabs < MOST_TABS && answered.size() < form.wanted(); tabs++) {
      page.keyboard().press("Tab");
      answer(page, form, answered);
    }
    assertThat(answered).hasSize(form.wanted());
    gp.checked();

    page.keyboard().press("Control+Enter");
    page.waitForURL("**/referrals/R*");

    assertThat(gp.checked().text()).contains("The referral is sent");
  }

  @Test
  @Requirement({"S191", "S192"})
  void the_way_of_a_case_and_what_is_told_of_it_fit_a_phone_and_work_for_everybody() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    try (Reader assessor = as("assessor")) {
      for (String path : new String[] {"/ways", "/ways/bodies", "/ways/place"}) {
        assessor.page().setViewportSize(1440, 900);
        assessor.open("/cases/" + caseNo + path);
        assessor.checked();
        assessor.page().setViewportSize(390, 844);
        assertThat(
                assessor
                    .page()
                    .evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
            .as(path)
            .isEqualTo(true);
      }
    }
    try (Reader doctor = as("doctor")) {
      doctor.open("/returns");
      doctor.checked();
    }
  }

  private static void answer(Page page, Form form, Map<String, Boolean> answered) {
    String id = (String) page.evaluate("document.activeElement.id || ''");
    String name = id.contains("Field_") ? id.substring(id.indexOf("Field_")) : "";
    if (answered.containsKey(name)) {
      return;
    }
    if (form.typed.containsKey(name)) {
      page.keyboard().type(form.typed.get(name));
      answered.put(name, true);
    } else if (form.chosen.contains(name)) {
      page.keyboard().press("Space");
      answered.put(name, true);
    }
  }

  private Reader as(String userName) {
    return Reader.as(browser, "http://localhost:" + port, userName, DemoUsers.PASSWORD);
  }
}
