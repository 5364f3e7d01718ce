package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.form.Drafts;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The back button, a second tab and a double click after a referral was sent: what was sent is sent
 * once, and nothing else is ever taken for sent.
 */
@VegvisarTest
class SentAgainTest {

  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Drafts drafts;
  @Autowired ObjectMapper json;
  @LocalServerPort int port;

  private WebUser gp;
  private String page;

  @BeforeEach
  void a_gp_with_a_new_referral() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    gp = WebUser.signedIn(port, "referrer");
    page = path(gp.get("/referrals/new"));
    gp.get(page);
  }

  @Test
  @Requirement("S41")
  void the_same_page_sent_twice_gives_one_receipt() {
    Answers answers = journeys.referral();

    assertThat(path(send(answers))).isEqualTo(path(send(answers))).contains("/referrals/R");
  }

  @Test
  @Requirement("S41")
  void another_referral_from_a_second_tab_is_not_taken_for_sent_and_not_lost() {
    String first = path(send(journeys.referral().with("patientName", "Fyrste Fane")));

    HttpResponse<String> refused = send(journeys.referral().with("patientName", "Andre Fane"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("What stands here now is not sent");
    Matcher draft =
        Pattern.compile("(/referrals/new\\?draft=[0-9a-f-]{36})\">Andre Fane")
            .matcher(gp.get("/referrals").body().replaceAll("\\s+", " "));
    assertThat(draft.find()).as("a draft of its own").isTrue();
    page = draft.group(1);
    assertThat(gp.get(page).body()).contains("Andre Fane");
    assertThat(path(send(journeys.referral().with("patientName", "Andre Fane"))))
        .contains("/referrals/R")
        .isNotEqualTo(first);
  }

  @Test
  @Requirement("S41")
  void who_goes_back_after_sending_begins_a_new_referral_with_what_was_typed_since() {
    String first = path(send(journeys.referral()));

    String fresh = path(gp.get(page));
    assertThat(fresh).startsWith("/referrals/new?draft=").isNotEqualTo(page);
    assertThat(gp.get(fresh).body()).doesNotContain("Rask Bjørkelund");

    UUID sentDraft = UUID.fromString(keyOf(page));
    drafts.save(
        DemoUsers.idOf("referrer"), "refer-patient", sentDraft, 0, "{\"reason\":\"Skrive etter\"}");
    String again = path(gp.get(page));
    assertThat(gp.get(again).body()).contains("Skrive etter");
    assertThat(drafts.find(sentDraft, DemoUsers.idOf("referrer"))).isEmpty();
    page = fresh;
    assertThat(path(send(journeys.referral()))).contains("/referrals/R").isNotEqualTo(first);
  }

  @Test
  @Requirement("S37")
  void a_complaint_of_another_case_under_the_same_key_is_not_taken_for_sent() {
    CaseNo one = journeys.refused();
    CaseNo other = journeys.refused();
    WebUser intake = WebUser.signedIn(port, "intake");
    String form = path(intake.get("/cases/" + one + "/complaints/new"));
    intake.get(form);
    Map<String, String> complaint =
        Map.of("_key", keyOf(form), "data", write(journeys.complaint()));

    assertThat(intake.post("/cases/" + one + "/complaints", complaint).statusCode()).isEqualTo(302);
    assertThat(intake.post("/cases/" + one + "/complaints", complaint).statusCode()).isEqualTo(302);
    assertThat(intake.post("/cases/" + other + "/complaints", complaint).statusCode())
        .isEqualTo(422);

    assertThat(facts.count(one, "complaint.received/1")).isEqualTo(1);
    assertThat(facts.count(other, "complaint.received/1")).isZero();
    assertThat(path(intake.get(form))).startsWith("/cases/" + one).isNotEqualTo(form);
  }

  private HttpResponse<String> send(Answers answers) {
    return gp.post("/referrals", Map.of("_key", keyOf(page), "data", write(answers)));
  }

  private static String keyOf(String page) {
    return page.substring(page.indexOf("draft=") + "draft=".length());
  }

  private static String path(HttpResponse<String> redirect) {
    return redirect
        .headers()
        .firstValue("Location")
        .orElse("not redirected: " + redirect.statusCode())
        .replaceFirst("^https?://[^/]+", "");
  }

  private String write(Answers answers) {
    try {
      return json.writeValueAsString(answers.all());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
