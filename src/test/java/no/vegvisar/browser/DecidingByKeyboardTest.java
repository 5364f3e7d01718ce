package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import no.vegvisar.Browsers;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Preparing, sending back and signing a decision in a real browser without a mouse: everything is
 * reached with the tab key, and every page holds WCAG 2.2 AA.
 */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidingByKeyboardTest {

  private static final String SUBMIT = "button[type=submit][form=task-form]";

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Letters letters;

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
  @Requirement({"S29", "S34", "S36"})
  void a_decision_is_prepared_sent_back_prepared_anew_and_signed_without_a_mouse() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    try (Reader assessor = as("assessor");
        Reader signer = as("signer")) {
      prepare(assessor, caseNo);
      sendBack(signer, caseNo);
      prepareAnew(assessor, caseNo);
      sign(signer, caseNo);
    }
    harness.settle(caseNo);

    assertThat(facts.count(caseNo, "assessment.prepared/1")).isEqualTo(2);
    assertThat(facts.count(caseNo, "assessment.sent-back/1")).isEqualTo(1);
    assertThat(facts.count(caseNo, "assessment.signed/1")).isEqualTo(1);
    assertThat(letters.ofCase(caseNo))
        .filteredOn(l -> l.to() == Letters.To.PATIENT)
        .extracting(Letters.Letter::state)
        .containsExactly(Letters.State.SENT);
  }

  @Test
  @Requirement({"S14", "S37"})
  void the_pages_beside_a_decision_can_be_read_by_everybody_and_on_a_phone() {
    CaseNo open = journeys.registered(journeys.referred());
    CaseNo told = journeys.rightGranted();
    try (Reader assessor = as("assessor");
        Reader signer = as("signer")) {
      readable(assessor, "/cases/" + open + "/assessment/talk");
      readable(assessor, "/cases/" + open + "/conflict");
      readable(assessor, "/cases/" + open + "/letters");
      readable(assessor, "/cases/" + open + "/assessment");
      readable(assessor, "/stepped-back");
      readable(signer, "/absence");
      readable(signer, "/tasks?view=group");
      readable(signer, "/cases/" + told + "/assessment/correction");
      readable(signer, "/cases/" + told + "/assessment");
    }
  }

  private static void readable(Reader reader, String path) {
    reader.page().setViewportSize(1440, 900);
    assertThat(reader.open(path).status()).as(path).isEqualTo(200);
    reader.checked();
    reader.page().setViewportSize(390, 844);
    reader.checked();
    assertThat(
            reader
                .page()
                .evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no sideways scrolling on " + path)
        .isEqualTo(true);
  }

  private void prepare(Reader assessor, CaseNo caseNo) {
    take(assessor, caseNo, "prepare-assessment");
    assertThat(assessor.text())
        .contains(
            "Alcohol dependence: 6 weeks", "recheck", "The patient wishes: Outpatient clinic");
    assessor.checked();
    press(assessor, "[id$='Field_outcome-0']", "Space");
    press(assessor, "section[data-list='Field_levels'] button:has(use[href*='#Plus'])", "Enter");
    type(assessor, "[id$='Field_levels_level_0']", "Outp");
    type(assessor, "[id$='Field_place']", "Ålesund behandlingssenter");
    type(assessor, "[id$='Field_deadline']", "20.01." + year());
    type(assessor, "[id$='Field_reason']", "Alvorleg nok og nytte av hjelp");
    assessor.checked();
    submit(assessor);
  }

  private void sendBack(Reader signer, CaseNo caseNo) {
    take(signer, caseNo, "sign-decision");
    signer.checked();
    APIResponse letter =
        signer
            .page()
            .request()
            .get("http://localhost:" + port + "/cases/" + caseNo + "/assessment/letter");
    assertThat(letter.headers().get("content-type")).isEqualTo("application/pdf");
    press(signer, "[id$='Field_signed-0']", "ArrowDown");
    type(signer, "[id$='Field_cause']", "The reason");
    type(signer, "[id$='Field_causeWords']", "Skriv til pasienten");
    signer.checked();
    submit(signer);
  }

  private void prepareAnew(Reader assessor, CaseNo caseNo) {
    take(assessor, caseNo, "prepare-assessment");
    assertThat(assessor.text())
        .contains("Djup Fjord sent it back. Cause: The reason is unclear.", "Skriv til pasienten");
    assessor.checked();
    Page page = assessor.page();
    assertThat(page.locator("[id$='Field_outcome-0']").first().isChecked()).isTrue();
    assertThat(page.locator("[id$='Field_place']").first().inputValue())
        .isEqualTo("Ålesund behandlingssenter");
    type(assessor, "[id$='Field_reason']", "Du har fortalt om mykje, og vi trur vi kan hjelpe");
    submit(assessor);
  }

  private void sign(Reader signer, CaseNo caseNo) {
    take(signer, caseNo, "sign-decision");
    press(signer, "[id$='Field_signed-0']", "Space");
    submit(signer);
  }

  private String year() {
    return String.valueOf(journeys.today().getYear() + 1);
  }

  private void take(Reader reader, CaseNo caseNo, String formId) {
    reader.open("/tasks/" + journeys.task(caseNo, formId).taskId());
    if (reader.page().locator("form[action$='/claim'] button").count() > 0) {
      reader.checked();
      press(reader, "form[action$='/claim'] button", "Enter");
    }
    reader.form();
  }

  private static void submit(Reader reader) {
    String before = reader.page().url();
    press(reader, SUBMIT, "Enter");
    reader.page().waitForURL(url -> !url.equals(before));
  }

  private static void press(Reader reader, String what, String key) {
    reader.tabTo(what).press(key);
  }

  private static void type(Reader reader, String what, String words) {
    reader.tabTo(what);
    Page page = reader.page();
    if (Boolean.TRUE.equals(
        page.evaluate("() => ['INPUT', 'TEXTAREA'].includes(document.activeElement.tagName)"))) {
      page.keyboard().press("ControlOrMeta+A");
    }
    page.keyboard().type(words);
  }

  private Reader as(String user) {
    return Reader.as(browser, "http://localhost:" + port, user, DemoUsers.PASSWORD);
  }
}
