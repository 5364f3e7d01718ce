package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A talk before the decision stands beside preparing: it is offered, told of, and blocks nothing.
 */
@VegvisarTest
class TalkBeforeDecisionTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String THURSDAY = "2026-12-03T10:00";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired Talks talks;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S14")
  void a_patient_is_called_to_a_talk_and_how_it_went_stands_beside_the_assessment() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    assertThat(assessor.get("/cases/" + caseNo + "/assessment").body())
        .contains("/cases/" + caseNo + "/assessment/talk");

    assertThat(call(assessor, caseNo, "video", THURSDAY).statusCode()).isEqualTo(302);
    assertThat(owed(caseNo)).isEqualTo(1);
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(3)).plus(Duration.ofHours(2)));
    assertThat(went(assessor, caseNo, "held").statusCode()).isEqualTo(302);

    assertThat(owed(caseNo)).isZero();
    assertThat(assessor.get("/cases/" + caseNo + "/assessment").body())
        .contains("By video, Thursday 3 December 2026 at 10:00: held");
    assertThat(facts.types(caseNo))
        .containsSubsequence("assessment.talk-called/1", "assessment.talk-went/1");
  }

  @Test
  @Requirement("S14")
  void a_no_show_refuses_nothing_moves_no_date_and_the_patient_is_called_again() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    DeadlineClock before = facts.clock("T01", caseNo);
    WebUser assessor = WebUser.signedIn(port, "assessor");
    call(assessor, caseNo, "meeting", THURSDAY);
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(4)));

    went(assessor, caseNo, "noShow");
    assertThat(call(assessor, caseNo, "phone", "2026-12-07T09:00").statusCode()).isEqualTo(302);

    assertThat(talks.of(caseNo)).extracting(Talks.Talk::state).containsExactly("noShow", "called");
    assertThat(facts.clock("T01", caseNo)).isEqualTo(before);
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
  }

  @Test
  @Requirement("S14")
  void preparing_and_signing_wait_for_no_talk_and_a_signed_decision_leaves_none_owed() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    call(assessor, caseNo, "phone", THURSDAY);

    journeys.complete(caseNo, "prepare-assessment", "assessor", journeys.granted("outpatient"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));

    assertThat(facts.count(caseNo, "assessment.signed/1")).isEqualTo(1);
    assertThat(owed(caseNo)).isZero();
    assertThat(call(assessor, caseNo, "phone", THURSDAY).statusCode()).isEqualTo(403);
  }

  @Test
  void a_patient_who_does_not_want_a_talk_says_so_before_it_and_a_talk_to_come_was_not_held() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    call(assessor, caseNo, "phone", THURSDAY);

    assertThat(went(assessor, caseNo, "held").statusCode()).isEqualTo(422);
    assertThat(went(assessor, caseNo, "notWanted").statusCode()).isEqualTo(302);

    assertThat(talks.of(caseNo)).extracting(Talks.Talk::state).containsExactly("notWanted");
  }

  @Test
  void a_double_click_calls_to_one_talk_and_what_is_wrong_is_said_at_its_field() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    Map<String, String> form = form(assessor, caseNo, "phone", THURSDAY);
    String address = "/cases/" + caseNo + "/assessment/talk";

    assessor.post(address, form);
    assessor.post(address, form);

    assertThat(talks.of(caseNo)).hasSize(1);
    assertThat(call(assessor, caseNo, "phone", "2026-11-29T10:00").body()).contains("href=\"#at\"");
    assertThat(call(assessor, caseNo, "fax", THURSDAY).body()).contains("href=\"#how\"");
  }

  @Test
  void a_therapist_calls_nobody_to_a_talk_before_a_decision() {
    CaseNo caseNo = journeys.registered(journeys.referred());

    assertThat(
            WebUser.signedIn(port, "therapist")
                .get("/cases/" + caseNo + "/assessment/talk")
                .statusCode())
        .isEqualTo(403);
  }

  private java.net.http.HttpResponse<String> call(
      WebUser user, CaseNo caseNo, String how, String at) {
    return user.post("/cases/" + caseNo + "/assessment/talk", form(user, caseNo, how, at));
  }

  private static Map<String, String> form(WebUser user, CaseNo caseNo, String how, String at) {
    String page = user.get("/cases/" + caseNo + "/assessment/talk").body();
    Matcher key = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"").matcher(page);
    Map<String, String> form = new HashMap<>(Map.of("how", how, "at", at));
    form.put("_key", key.find() ? key.group(1) : "00000000-0000-0000-0000-000000000000");
    return form;
  }

  private java.net.http.HttpResponse<String> went(WebUser user, CaseNo caseNo, String how) {
    List<Talks.Talk> called = talks.of(caseNo).stream().filter(Talks.Talk::open).toList();
    return user.post(
        "/cases/" + caseNo + "/assessment/talk/" + called.get(0).id(), Map.of("went", how));
  }

  private int owed(CaseNo caseNo) {
    return jdbc.queryForObject(
        "select count(*) from work_item where case_no = ? and kind = 'talk'",
        Integer.class,
        caseNo.value());
  }
}
