package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A call is noted in a click and a word; what next of kin say stays where it was said. */
@VegvisarTest
class CallLogTest {

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
  }

  @Test
  @Requirement({"S16", "S117"})
  void one_word_and_one_click_note_who_was_called_now_and_the_timeline_tells() {
    CaseNo caseNo = journeys.referred();
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> call = asOffered(intake.get("/cases/" + caseNo + "/calls").body());
    assertThat(call).containsEntry("party", "patient").containsEntry("at", "2026-11-30T09:00");

    call.put("words", "Avtalt");
    call.put("reached", "yes");
    intake.post("/cases/" + caseNo + "/calls", call);
    intake.post("/cases/" + caseNo + "/calls", call);

    assertThat(intake.get("/cases/" + caseNo + "/calls").body())
        .contains("Avtalt", "Called, reached");
    assertThat(facts.words(caseNo, "correspondence.call-logged/1"))
        .containsExactly("patient called reached 2026-11-30T08:00:00Z");
    assertThat(intake.get("/cases/" + caseNo + "/timeline").body()).contains("Call, the patient");
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("S16")
  void who_calls_next_reads_that_the_phone_is_shared_or_wrong_until_it_is_put_right() {
    CaseNo caseNo = journeys.referred();
    WebUser intake = WebUser.signedIn(port, "intake");
    String calls = "/cases/" + caseNo + "/calls";
    intake.get(calls);

    phone(intake, calls, "own", "shared");
    phone(intake, calls, "own", "shared");

    assertThat(intake.get(calls).body()).contains("say neither who calls nor why");
    String task = "/tasks/" + journeys.task(caseNo, "register-referral").taskId();
    intake.get(task);
    intake.post(task + "/claim", Map.of());
    assertThat(intake.get(task).body()).contains("say neither who calls nor why");
    phone(intake, calls, "shared", "wrong");
    assertThat(intake.get(calls).body()).contains("do not call it");
    phone(intake, calls, "wrong", "\uD83D\uDCDE");
    assertThat(intake.get(calls).body())
        .doesNotContain("do not call it", "say neither who calls nor why");
    assertThat(facts.words(caseNo, "correspondence.phone-cautioned/1"))
        .containsExactly("shared", "wrong", "own");
  }

  @Test
  @Requirement("S16")
  void what_a_colleague_has_learnt_of_the_phone_is_not_overwritten_from_an_older_page() {
    CaseNo caseNo = journeys.referred();
    WebUser intake = WebUser.signedIn(port, "intake");
    String calls = "/cases/" + caseNo + "/calls";
    assertThat(intake.get(calls).body()).contains("name=\"seen\" value=\"own\"");
    phone(WebUser.signedIn(port, "assessor"), calls, "own", "wrong");

    phone(intake, calls, "own", "shared");

    assertThat(intake.get(calls).body())
        .contains("A colleague has changed this since you opened the page", "do not call it");
    assertThat(intake.get(calls).body()).doesNotContain("A colleague has changed this");
    assertThat(facts.words(caseNo, "correspondence.phone-cautioned/1")).containsExactly("wrong");
  }

  private static void phone(WebUser user, String calls, String seen, String told) {
    user.get(calls);
    assertThat(user.post(calls + "/phone", Map.of("seen", seen, "phone", told)).statusCode())
        .isEqualTo(302);
  }

  @Test
  @Requirement("S16")
  void nobody_outside_the_clinic_tells_of_the_patients_phone() {
    CaseNo caseNo = journeys.referred();
    for (String user : List.of("referrer", "nav-adviser", "auditor")) {
      WebUser web = WebUser.signedIn(port, user);
      web.get("/");
      assertThat(web.post("/cases/" + caseNo + "/calls/phone", Map.of("phone", "wrong")))
          .as(user)
          .satisfies(answer -> assertThat(answer.statusCode()).isIn(403, 404));
    }
    assertThat(facts.count(caseNo, "correspondence.phone-cautioned/1")).isZero();
  }

  @Test
  void a_call_that_reached_nobody_needs_no_word_and_one_that_did_needs_one() {
    CaseNo caseNo = journeys.referred();
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> call = asOffered(intake.get("/cases/" + caseNo + "/calls").body());
    call.put("reached", "yes");
    call.put("party", "municipality");
    call.put("at", "2026-12-01T09:00");

    intake.post("/cases/" + caseNo + "/calls", call);

    assertThat(intake.get("/cases/" + caseNo + "/calls").body())
        .contains("Write in a word or two", "later than now", "value=\"2026-12-01T09:00\"")
        .containsPattern("id=\"party-municipality\"[^>]*checked");
    assertThat(facts.count(caseNo, "correspondence.call-logged/1")).isZero();
    call.put("reached", "no");
    call.put("at", "2026-11-30T08:30");
    intake.post("/cases/" + caseNo + "/calls", call);
    assertThat(facts.count(caseNo, "correspondence.call-logged/1")).isEqualTo(1);
  }

  @Test
  @Requirement("S180")
  void what_next_of_kin_say_is_marked_as_theirs_and_stands_in_no_ledger_and_for_no_referrer() {
    CaseNo caseNo = journeys.referred();
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> call = asOffered(intake.get("/cases/" + caseNo + "/calls").body());
    call.putAll(
        Map.of("party", "nextOfKin", "direction", "in", "words", "Mora er uroa", "reached", "yes"));

    intake.post("/cases/" + caseNo + "/calls", call);

    assertThat(intake.get("/cases/" + caseNo + "/calls").body())
        .contains("Mora er uroa", "Said by a third party");
    assertThat(intake.get("/cases/" + caseNo + "/timeline").body()).doesNotContain("Mora er uroa");
    assertThat(facts.entry(caseNo, "correspondence.call-logged/1").event().toString())
        .doesNotContain("Mora");
    WebUser referrer = WebUser.signedIn(port, "referrer");
    String reference =
        jdbc.queryForObject(
            "select reference from referral where case_no = ?", String.class, caseNo.value());
    assertThat(referrer.get("/referrals/" + reference).body()).doesNotContain("Mora er uroa");
    assertThat(referrer.get("/cases/" + caseNo + "/calls").statusCode()).isEqualTo(403);
    assertThat(referrer.post("/cases/" + caseNo + "/calls", call).statusCode()).isEqualTo(403);
  }

  @Test
  @Requirement("S180")
  void general_advice_to_next_of_kin_is_noted_with_no_case_no_name_and_no_word() {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> call = hidden(intake.get("/calls").body());
    call.putAll(Map.of("party", "nextOfKin", "given", "generalAdvice", "words", "Ho heiter noko"));

    intake.post("/calls", call);
    HttpResponse<String> again = intake.post("/calls", call);

    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(jdbc.queryForMap("select * from phone_call where page_key = ?", call.get("_key")))
        .containsEntry("case_no", null)
        .containsEntry("words", null)
        .containsEntry("given", "generalAdvice");
    assertThat(intake.get("/calls").body())
        .contains("General advice given", "Next of kin")
        .doesNotContain("Ho heiter noko");
    assertThat(WebUser.signedIn(port, "referrer").get("/calls").statusCode()).isEqualTo(403);
  }

  @Test
  void from_the_task_the_latest_calls_are_seen_and_the_next_is_one_link_away() {
    CaseNo caseNo = journeys.referred();
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> call = asOffered(intake.get("/cases/" + caseNo + "/calls").body());
    call.putAll(Map.of("words", "Ringjer att", "reached", "yes"));
    intake.post("/cases/" + caseNo + "/calls", call);
    String task = "/tasks/" + journeys.task(caseNo, "register-referral").taskId();
    intake.post(task + "/claim", Map.of());

    assertThat(intake.get(task).body())
        .contains("Ringjer att", "/cases/" + caseNo + "/calls", "Note a call");
  }

  /** The form as the page offers it, with what is chosen beforehand. */
  private static Map<String, String> asOffered(String page) {
    Map<String, String> fields = hidden(page);
    Matcher chosen =
        Pattern.compile("type=\"radio\" name=\"(\\w+)\"[^>]*value=\"(\\w+)\" checked")
            .matcher(page);
    while (chosen.find()) {
      fields.put(chosen.group(1), chosen.group(2));
    }
    Matcher at = Pattern.compile("name=\"at\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(at.find()).isTrue();
    fields.put("at", at.group(1));
    return fields;
  }

  private static Map<String, String> hidden(String page) {
    return new HashMap<>(WebUser.hidden(page));
  }
}
