package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.MoreReferrers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who refers is looked up and marked, never refused; and what each kind of sender may see of the
 * answer.
 */
@VegvisarTest
class WhoRefersTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ReferralRecords records;
  @Autowired SentReferrals sent;
  @Autowired ActingAs actingAs;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest(name = "{1} as {0}: {2}")
  @CsvSource({
    "gp, referrer, authorised",
    "otherEntitled, referrer, authorised",
    "gp, referrer-without-number, noNumber",
    "specialistCare, referrer-not-in-register, notFound",
    "gp, referrer-register-silent, unreachable",
    "occupationalHealth, referrer, authorised",
    "nav, referrer-in-nav, bodyFits",
    "childWelfare, referrer-in-nav, bodyDiffers",
    "municipality, referrer, bodyDiffers"
  })
  @Requirement({"S20", "S21", "S26"})
  void health_personnel_are_looked_up_in_the_register_and_others_judged_by_their_body(
      String kind, String sender, String standing) {
    CaseNo caseNo = journeys.referredBy(sender, journeys.referral().with("referrerKind", kind));

    assertThat(facts.words(caseNo, "referral.sender-checked/1")).containsExactly(standing);
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(journeys.openForms(caseNo)).containsExactly("register-referral");
  }

  @Test
  @Requirement("S26")
  void intake_reads_what_the_register_said_beside_the_question_it_has_to_answer() {
    CaseNo known = journeys.referred();
    CaseNo unknown = journeys.referredBy(MoreReferrers.NOT_IN_REGISTER, journeys.referral());
    WebUser intake = WebUser.signedIn(port, "intake");

    assertThat(registerPage(intake, known))
        .contains("Sent by Ivrig Lerke, Legekontor Demo, as GP.")
        .contains("as doctor, authorised. The national register is not connected here.");
    assertThat(registerPage(intake, unknown))
        .contains("Sent by Lys Lind")
        .contains("was not found in the local copy")
        .contains("Register the referral all the same");
  }

  @Test
  @Requirement("S26")
  void a_sender_whom_nobody_knows_reads_who_can_refer_and_that_it_is_assessed_all_the_same() {
    String reference =
        reference(journeys.referredBy(MoreReferrers.WITHOUT_NUMBER, journeys.referral()));
    String silent =
        reference(journeys.referredBy(MoreReferrers.REGISTER_SILENT, journeys.referral()));

    assertThat(statusPage(MoreReferrers.WITHOUT_NUMBER, reference))
        .contains("Those who can are GPs")
        .contains("your referral is assessed all the same, within the same time");
    assertThat(statusPage(MoreReferrers.REGISTER_SILENT, silent))
        .as("a silent register is not the sender's fault")
        .doesNotContain("Those who can are GPs");
  }

  @ParameterizedTest(name = "{0}, {1}, intake says {2}: {3}")
  @CsvSource({
    "gp,                 referrer,                 yes,     the decision",
    "privateSpecialist,  referrer,                 yes,     the decision",
    "specialistCare,     referrer,                 yes,     the decision",
    "prisonDoctor,       referrer,                 yes,     the decision",
    "institution,        referrer,                 yes,     the decision",
    "otherEntitled,      referrer,                 yes,     the decision",
    "municipality,       referrer,                 yes,     received and answered",
    "nav,                referrer-in-nav,          yes,     received and answered",
    "childWelfare,       referrer,                 yes,     received and answered",
    "occupationalHealth, referrer,                 yes,     received and answered",
    "gp,                 referrer,                 unclear, the decision",
    "gp,                 referrer,                 no,      received and answered",
    "gp,                 referrer-not-in-register, unclear, received and answered",
    "gp,                 referrer-register-silent, unclear, received and answered",
    "gp,                 referrer-register-silent, yes,     the decision"
  })
  @Requirement({"S20", "S21", "S22", "S23", "S24", "S25", "S26", "S34"})
  void health_personnel_who_are_known_hear_the_decision_and_others_that_it_is_answered(
      String kind, String sender, String intakeSays, String hears) {
    CaseNo caseNo = journeys.referredBy(sender, journeys.referral().with("referrerKind", kind));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", journeys.time(Duration.ZERO))
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", intakeSays)
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "none"));
    if (!journeys.tasksOf(caseNo, "confirm-route").isEmpty()) {
      journeys.complete(
          caseNo,
          "confirm-route",
          "assessor",
          new Answers().with("route", "assess").with("reason", "Høyrer til her"));
    }
    journeys.told(journeys.signed(caseNo));

    String letter = letterOf(sender, reference(caseNo));
    if (hears.equals("the decision")) {
      assertThat(letter).contains("rett til nødvendig helsehjelp", "Alvorleg nok");
    } else {
      assertThat(letter).doesNotContain("rett til nødvendig", "Alvorleg", "Bjørkelund");
    }
    assertThat(letter).doesNotContain(caseNo.value());
  }

  @Test
  @Requirement({"S20", "S21"})
  void nav_follows_received_and_answered_and_never_where_the_case_went() {
    CaseNo caseNo =
        journeys.referredBy(MoreReferrers.IN_NAV, journeys.referral().with("referrerKind", "nav"));
    String reference = reference(caseNo);

    journeys.registered(caseNo);
    assertThat(statusPage(MoreReferrers.IN_NAV, reference))
        .contains("Received", "We may not tell you what the answer is")
        .doesNotContain("Being assessed", "Assessed");

    journeys.told(journeys.signed(caseNo));
    assertThat(statusPage(MoreReferrers.IN_NAV, reference))
        .contains("Answered", "We may only tell you that")
        .doesNotContain("Being assessed", "right to necessary", "Alvorleg");
  }

  @Test
  @Requirement({"S20", "S22"})
  void the_form_knows_as_what_one_refers_where_body_and_register_say_so() {
    assertThat(newForm("referrer")).contains("\"referrerKind\":\"gp\"");
    assertThat(newForm(MoreReferrers.IN_NAV)).contains("\"referrerKind\":\"nav\"");
    assertThat(newForm(MoreReferrers.NOT_IN_REGISTER)).doesNotContain("\"referrerKind\":\"");
  }

  private String newForm(String sender) {
    WebUser web = WebUser.signedIn(port, sender);
    String address = web.get("/referrals/new").headers().firstValue("Location").orElseThrow();
    return web.get(address.replaceFirst("^https?://[^/]+", "")).body();
  }

  @Test
  void a_kind_that_is_not_on_the_list_hears_least() {
    for (String kind : List.of("occupationalHealth", "employer", "")) {
      assertThat(ReferrerKind.of(kind).hears()).as(kind).isEqualTo(ReferrerKind.Hears.RECEIPT);
    }
  }

  private String registerPage(WebUser intake, CaseNo caseNo) {
    String task = "/tasks/" + journeys.task(caseNo, "register-referral").taskId();
    intake.get(task);
    intake.post(task + "/claim", Map.of());
    return intake.get(task).body();
  }

  private String statusPage(String sender, String reference) {
    var page = WebUser.signedIn(port, sender).get("/referrals/" + reference);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private String letterOf(String sender, String reference) {
    Matcher link =
        Pattern.compile("/referrals/" + reference + "/letters/([0-9a-f-]{36})")
            .matcher(statusPage(sender, reference));
    assertThat(link.find()).as("a letter on the status page").isTrue();
    UUID letter = UUID.fromString(link.group(1));
    byte[] paper = actingAs.user(sender, () -> sent.letter(reference, letter));
    try (PDDocument pdf = Loader.loadPDF(paper)) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String reference(CaseNo caseNo) {
    return records.ofCase(caseNo).reference();
  }
}
