package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Browsers;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The moments beside the walk of one case, in a real browser: two people or two tabs at once, a
 * session that ends, the one who must not sign, and those who watch and see no person (cast §5).
 */
@VegvisarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardMomentsTest {

  private static final String TYPED = "Treng ro om kveldane og hjelp med søvn";

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired CaseLedger ledger;
  @Autowired Outbox outbox;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

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
  @Requirement("S183")
  void a_task_completed_in_another_tab_is_refused_in_words_and_keeps_what_was_typed() {
    CaseNo caseNo = journeys.childrenAsked(journeys.inWorkUp(), "no");
    try (Reader therapist = as("therapist")) {
      therapist.take("Map needs", caseNo.value());
      Reader second = therapist.tab();
      second.open(therapist.path());
      second.form();
      needs(second);
      needs(therapist);
      therapist.send();

      assertThat(second.sendTooLate()).contains("This task is done already");

      assertThat(second.page().locator("[id$='Field_needs']").inputValue()).isEqualTo(TYPED);
      second.checked();
    }
    assertThat(facts.count(caseNo, "treatment.needs-mapped/1")).isEqualTo(1);
  }

  @Test
  @Requirement("S183")
  void what_was_typed_survives_a_session_that_ended_and_is_sent_after_signing_in_again() {
    CaseNo caseNo = journeys.childrenAsked(journeys.inWorkUp(), "no");
    try (Reader therapist = as("therapist")) {
      therapist.take("Map needs", caseNo.value());
      needs(therapist);
      transaction.executeWithoutResult(
          status ->
              jdbc.update(
                  "delete from spring_session where principal_name = ?",
                  DemoUsers.idOf("therapist").value()));

      assertThat(therapist.sendTooLate()).contains("Sign in in another tab");

      assertThat(therapist.page().locator("[id$='Field_needs']").inputValue()).isEqualTo(TYPED);
      therapist.tab().signIn("therapist", DemoUsers.PASSWORD);
      therapist.send();
    }
    assertThat(facts.count(caseNo, "treatment.needs-mapped/1")).isEqualTo(1);
  }

  @Test
  void of_two_who_claim_at_once_one_has_the_task_and_the_other_reads_who() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "assessor", journeys.granted("outpatient"));
    String task = "/tasks/" + journeys.task(caseNo, "sign-decision").taskId();
    try (Reader first = as("signer");
        Reader other = as("signer-2")) {
      first.open(task);
      other.open(task);
      claim(first).click();
      first.form();

      claim(other).click();

      other.page().waitForCondition(() -> other.page().url().contains("/claim"));
      assertThat(other.text()).contains("Djup Fjord");
      other.checked();
    }
    assertThat(journeys.task(caseNo, "sign-decision").assignee())
        .isEqualTo(DemoUsers.idOf("signer").value());
  }

  @Test
  @Requirement({"S34", "S171"})
  void who_prepared_a_decision_does_not_sign_it_and_a_colleague_does() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "signer", journeys.granted("outpatient"));
    try (Reader preparer = as("signer")) {
      preparer.open("/tasks/" + journeys.task(caseNo, "sign-decision").taskId());
      preparer.checked();
      assertThat(claim(preparer).count()).isZero();
    }
    try (Reader colleague = as("signer-2")) {
      colleague.take("Sign decision", caseNo.value());
      colleague.choose("signed", "signed").send();
    }
    assertThat(facts.count(caseNo, "assessment.signed/1")).isEqualTo(1);
  }

  @Test
  @Requirement("S189")
  void an_auditor_finds_a_tombstone_where_content_was_erased_in_a_chain_that_is_whole() {
    CaseNo caseNo = journeys.inWorkUp();
    long seq =
        ledger.entries(caseNo).stream()
            .filter(e -> e.type().equals("treatment.first-attendance/1"))
            .mapToLong(LedgerEntry::seq)
            .findFirst()
            .orElseThrow();
    actingAs.user(
        "administrator",
        () -> {
          ledger.erase(caseNo, seq, "Belonged to another person");
          return null;
        });
    try (Reader auditor = as("auditor")) {
      auditor.open("/audit/" + caseNo);
      auditor.checked();

      assertThat(auditor.text()).contains("The chain is unbroken");
      assertThat(auditor.page().locator("main").first().textContent())
          .contains("The content of this entry was erased by order");
      assertThat(auditor.page().locator("main form[method=post]:not([action$='/verify'])").count())
          .isZero();
    }
  }

  @Test
  void an_operator_settles_an_uncertain_sending_by_its_kind_and_time_alone() {
    CaseNo caseNo = journeys.referred();
    UUID row = cutOff(caseNo);
    outbox.drain();
    try (Reader operator = as("operator")) {
      operator.open("/tasks?view=group");
      operator.checked();
      operator.page().locator("[data-row] a").first().click();
      operator.page().waitForURL("**/work/*");
      assertThat(operator.page().locator("form[action$='/done']").count()).isZero();
      operator.page().locator("main a.ds-button").first().click();
      operator.page().waitForURL("**/operations/outbox");
      operator.checked();
      assertThat(operator.text()).doesNotContain(caseNo.value());

      operator
          .page()
          .locator("form[action$='" + row + "']:has(input[value=true]) button")
          .first()
          .click();
      operator.page().waitForLoadState();

      assertThat(operator.page().locator("form[action$='" + row + "']").count()).isZero();
    }
    assertThat(outbox.uncertain()).extracting(Outbox.Row::id).doesNotContain(row);
  }

  private Reader as(String user) {
    return Reader.as(browser, "http://localhost:" + port, user, DemoUsers.PASSWORD);
  }

  private static Locator claim(Reader reader) {
    return reader.page().locator("form[action$='/claim'] button").first();
  }

  private static void needs(Reader therapist) {
    therapist
        .write("needs", TYPED)
        .choose("doctorSeen", "planned")
        .choose("suicideRisk", "done")
        .choose("driving", "noLicence");
  }

  /** As a kill leaves it: taken for sending, and the time for that has run out. */
  private UUID cutOff(CaseNo caseNo) {
    return transaction.execute(
        status -> {
          UUID row =
              outbox.enqueue(
                  new Outbox.Item("notice", caseNo, caseNo.value(), "meeting-called", null, null));
          jdbc.update(
              "update outbox set state = 'SENDING', lease_until = ? where id = ?",
              Timestamp.from(journeys.now().minus(Duration.ofMinutes(1))),
              row);
          return row;
        });
  }
}
