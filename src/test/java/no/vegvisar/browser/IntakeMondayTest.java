package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Playwright;
import java.util.List;
import no.vegvisar.Browsers;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.PostByHand;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A Monday at the intake desk without a mouse: a letter is received, another posted, a call noted.
 */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeMondayTest {

  private static final int PHONE = 390;

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Letters letters;
  @Autowired PostByHand byHand;
  @Autowired JdbcTemplate jdbc;

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

  @AfterEach
  void the_print_service_takes_over_again() {
    byHand.end();
  }

  @Test
  @Requirement({"S12", "S27"})
  void a_letter_is_received_by_keyboard_in_one_go_and_gone_on_with() {
    try (Reader intake = intake()) {
      intake.open("/referrals/register");
      intake.checked();
      at(intake, "channel-post").press("Space");
      type(intake, "patientName", "Var Vinterlyng");
      type(intake, "senderName", "Klok Kråkefot");
      type(intake, "senderAddress", "Skogvegen 3");
      at(intake, "reason");
      intake.page().keyboard().type("Drikk kvar dag");
      at(intake, "receive").press("Enter");
      intake.page().waitForURL("**/referrals/register?done=*");

      assertThat(intake.text()).contains("is received");
      intake.checked();
      String reference = intake.path().replaceAll(".*done=(R[0-9-]+).*", "$1");
      CaseNo caseNo = caseOf(reference);
      assertThat(facts.types(caseNo)).contains("referral.taken-down/1");
      at(intake, "go-on").press("Enter");
      intake.page().waitForURL("**/tasks/*");
      intake.form();
      assertThat(intake.page().locator("[id$='Field_channel-1']").isChecked()).isTrue();
      intake.open("/referrals/incoming");
      assertThat(intake.text()).contains("Vinterlyng, Var", reference);
      intake.checked();
    }
  }

  @Test
  @Requirement({"S16", "S117"})
  void a_letter_is_posted_and_a_call_noted_by_keyboard() {
    byHand.begin();
    CaseNo caseNo = journeys.signed(journeys.registered(journeys.referred()));
    CaseNo called = journeys.referred();
    harness.settle(caseNo);
    Letters.Letter letter =
        letters.ofCase(caseNo).stream()
            .filter(l -> l.to() == Letters.To.PATIENT)
            .findFirst()
            .orElseThrow();
    try (Reader intake = intake()) {
      intake.open("/post");
      intake.checked();
      assertThat(intake.text()).contains("To be posted");
      at(intake, "letter-" + letter.id()).press("Space");
      at(intake, "mark").press("Enter");
      intake.page().waitForURL("**/post?posted=*");

      assertThat(intake.text()).contains("1 letter is noted as posted");
      intake.checked();
      assertThat(letters.get(letter.id()).state()).isEqualTo(Letters.State.SENT);

      intake.open("/cases/" + called + "/calls");
      intake.checked();
      type(intake, "words", "Avtalt");
      intake.page().keyboard().press("Enter");
      intake.page().waitForCondition(() -> intake.text().contains("Called, reached"));
      intake.checked();
      intake.open("/calls");
      intake.checked();
    }
  }

  @Test
  void nothing_scrolls_sideways_on_a_phone() {
    byHand.begin();
    CaseNo caseNo = journeys.signed(journeys.registered(journeys.referred()));
    harness.settle(caseNo);
    try (Reader intake = intake()) {
      intake.page().setViewportSize(PHONE, 844);
      for (String page :
          List.of(
              "/referrals/register",
              "/referrals/incoming",
              "/post",
              "/calls",
              "/cases/" + caseNo + "/calls")) {
        intake.open(page);
        assertThat(intake.page().evaluate("document.documentElement.scrollWidth"))
            .as(page)
            .isEqualTo(PHONE);
        intake.checked();
      }
    }
  }

  private static Keyboard at(Reader reader, String id) {
    return reader.tabTo("[id='" + id + "']");
  }

  private static void type(Reader reader, String id, String text) {
    at(reader, id).type(text);
  }

  private Reader intake() {
    return Reader.as(browser, "http://localhost:" + port, "intake", DemoUsers.PASSWORD);
  }

  private CaseNo caseOf(String reference) {
    return new CaseNo(
        jdbc.queryForObject(
            "select case_no from referral where reference = ?", String.class, reference));
  }
}
