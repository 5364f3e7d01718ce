package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.SamplePapers;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A complaint that comes by post is taken in wherever the case is, and opens nothing of it. */
@VegvisarTest
class ComplaintCounterTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired Conflicts conflicts;
  @Autowired ComplaintDesk desk;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S37")
  void intake_takes_in_a_complaint_though_the_case_has_moved_and_sees_number_name_and_decision() {
    CaseNo caseNo = journeys.inTreatment();
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/cases/" + caseNo + "/overview").statusCode()).isEqualTo(403);
    assertThat(intake.get("/tasks").body()).contains("/complaints");

    HttpResponse<String> found = intake.get("/complaints?case=" + caseNo);
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body())
        .contains(caseNo.value(), "Bjørkelund", "told on 30 November 2026", "28 December 2026")
        .doesNotContain("National id", "Alvorleg nok", "Vil slutte å drikke", "Born");
    HttpResponse<String> form = intake.get(address(caseNo, "new"));
    assertThat(form.statusCode()).isEqualTo(302);
    String draft = URI.create(form.headers().firstValue("Location").orElseThrow()).getQuery();
    assertThat(intake.get(address(caseNo, "new?" + draft)).body())
        .contains("Bjørkelund")
        .doesNotContain("National id", "Alvorleg nok");

    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());

    assertThat(facts.types(caseNo)).contains("complaint.received/1");
    assertThat(journeys.openForms(caseNo)).contains("consider-complaint");
    for (String part : List.of("overview", "complaints", "letters", "referral", "assessment")) {
      assertThat(intake.get("/cases/" + caseNo + "/" + part).statusCode()).as(part).isEqualTo(403);
    }
    assertThat(openTies(caseNo)).isZero();
    assertThat(looks(caseNo)).contains("complaint-counter", "complaint-form");
  }

  @Test
  void the_scanned_letter_is_added_and_cannot_be_read_again_by_who_added_it() {
    CaseNo caseNo = journeys.inTreatment();
    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());
    WebUser intake = WebUser.signedIn(port, "intake");
    intake.get("/complaints?case=" + caseNo);

    HttpResponse<String> added =
        intake.postFile(
            address(caseNo, desk.ofCase(caseNo).get(0).id() + "/papers"),
            "klage.pdf",
            SamplePapers.pdf("Klage"));

    assertThat(added.headers().firstValue("Location").orElseThrow())
        .contains("/complaints?case=" + caseNo + "&done=paper");
    assertThat(intake.get("/complaints?case=" + caseNo + "&done=paper").body())
        .contains("The paper is added", "Complaint of 30 November 2026");
    assertThat(facts.count(caseNo, "complaint.paper-added/1")).isEqualTo(1);
    String document =
        jdbc.queryForObject(
            "select id::text from document where case_no = ? and name = 'klage.pdf'",
            String.class,
            caseNo.value());
    assertThat(intake.get("/cases/" + caseNo + "/documents/" + document).statusCode())
        .isEqualTo(403);
  }

  @Test
  void who_phones_to_take_a_complaint_back_is_heard_there_too() {
    CaseNo caseNo = journeys.inTreatment();
    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());
    WebUser intake = WebUser.signedIn(port, "intake");
    String withdraw = address(caseNo, desk.ofCase(caseNo).get(0).id() + "/withdraw");
    String page = intake.get(withdraw).body();
    assertThat(page).contains("Bjørkelund").doesNotContain("National id");
    Matcher version = Pattern.compile("name=\"_version\" value=\"(\\d+)\"").matcher(page);
    assertThat(version.find()).isTrue();

    HttpResponse<String> done =
        intake.post(
            withdraw,
            Map.of("_version", version.group(1), "reason", "Ringde i dag", "sure", "true"));

    assertThat(done.headers().firstValue("Location").orElseThrow()).contains("&done=withdrawn");
    assertThat(facts.types(caseNo)).contains("complaint.withdrawn/1");
  }

  @Test
  void a_number_that_leads_nowhere_is_told_of_in_one_way_and_kept() {
    WebUser intake = WebUser.signedIn(port, "intake");

    for (String number : List.of("C26-0000000-0", "M26-4817302-6", "tull", "%27--")) {
      HttpResponse<String> answer = intake.get("/complaints?case=" + number);
      assertThat(answer.statusCode()).as(number).isEqualTo(422);
      assertThat(answer.body()).as(number).contains("No case of the clinic has this number");
    }
    assertThat(intake.get("/complaints").statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_but_intake_finds_cases_there_and_intake_only_those_they_have_not_stepped_back_from() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    actingAs.user("intake", () -> conflicts.stepBack(caseNo));

    for (String user :
        List.of(
            "intake", "assessor", "signer", "unit-lead", "therapist", "referrer", "allocation")) {
      assertThat(WebUser.signedIn(port, user).get("/complaints?case=" + caseNo).statusCode())
          .as(user)
          .isEqualTo(403);
    }
    assertThat(looks(caseNo)).doesNotContain("complaint-counter");
  }

  @Test
  @Requirement("E11")
  void a_complaint_on_a_municipal_decision_is_guided_and_kept_and_not_decided_here() {
    CaseNo caseNo = journeys.inTreatment();
    WebUser intake = WebUser.signedIn(port, "intake");
    String page = address(caseNo, "elsewhere");
    HttpResponse<String> guide = intake.get(page);
    assertThat(guide.body()).contains("3 weeks", "Ålesund kommune", "Postboks 1521");
    Map<String, String> form = new HashMap<>(WebUser.hidden(guide.body()));
    form.putAll(
        Map.of(
            "receivedOn", "2026-11-27",
            "about", "Avslag på kommunal bustad",
            "way", "passedOn",
            "doneOn", "2026-11-30",
            "toWhom", "Tildelingskontoret"));

    assertThat(intake.post(page, form).statusCode()).isEqualTo(302);
    assertThat(intake.post(page, form).statusCode()).isEqualTo(302);

    assertThat(facts.words(caseNo, "complaint.elsewhere/1")).containsExactly("passedOn");
    assertThat(desk.ofCase(caseNo)).isEmpty();
    assertThat(journeys.openForms(caseNo)).doesNotContain("consider-complaint");
    assertThat(WebUser.signedIn(port, "therapist").get("/cases/" + caseNo + "/complaints").body())
        .contains("Avslag på kommunal bustad", "passed on to Tildelingskontoret");
    assertThat(WebUser.signedIn(port, "referrer").get(page).statusCode()).isEqualTo(403);
  }

  @Test
  void what_is_missing_or_impossible_is_said_at_its_field_and_nothing_typed_is_lost() {
    CaseNo caseNo = journeys.refused();
    WebUser intake = WebUser.signedIn(port, "intake");
    String page = address(caseNo, "elsewhere");
    Map<String, String> form = new HashMap<>(WebUser.hidden(intake.get(page).body()));
    form.putAll(
        Map.of(
            "receivedOn", "2026-12-24",
            "about", "Avslag på bustad",
            "way", "avgjort",
            "doneOn", "tull"));

    HttpResponse<String> refused = intake.post(page, form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "href=\"#receivedOn\"",
            "href=\"#way\"",
            "href=\"#doneOn\"",
            "href=\"#toWhom\"",
            "Avslag på bustad");
    assertThat(facts.types(caseNo)).doesNotContain("complaint.elsewhere/1");
  }

  private static String address(CaseNo caseNo, String rest) {
    return "/cases/" + caseNo + "/complaints/" + rest;
  }

  private int openTies(CaseNo caseNo) {
    return jdbc.queryForObject(
        "select count(*) from case_relation where case_no = ? and ref like 'complaint:%'"
            + " and ended_at is null",
        Integer.class, caseNo.value());
  }

  private List<String> looks(CaseNo caseNo) {
    return jdbc.queryForList(
        "select what from read_log where case_no = ?", String.class, caseNo.value());
  }
}
