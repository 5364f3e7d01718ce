package no.vegvisar.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.ReadLog;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@VegvisarTest
class CasePageTest {

  @LocalServerPort int port;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired Patients patients;
  @Autowired DeadlineClocks clocks;
  @Autowired ReadLog readLog;
  @Autowired ActingAs actingAs;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired MovableClock clock;

  private CaseNo caseNo;

  @BeforeEach
  void a_referred_person() {
    var person =
        patients.register(
            "hmr",
            new Patients.NewPerson(
                "Flink Fløytefugl", Patients.IdKind.FNR, "14838411313", null, null, null));
    caseNo = cases.open(CaseKind.CLINIC, "hmr", "vurdering", person);
    clocks.start("T01", caseNo.value(), caseNo, clock.instant(), DeadlineClocks.Facts.NONE);
  }

  @Test
  void who_has_a_tie_sees_where_the_case_is_and_the_opening_is_logged() {
    var answer = WebUser.signedIn(port, "intake").get("/cases/" + caseNo + "/overview");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "Flink", "148384", caseNo.value(), "Rights assessment: answer within 10 working days");
    assertThat(readLog.of(caseNo))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.reader()).isEqualTo(actingAs.actor("intake").id());
              assertThat(r.what()).isEqualTo("overview");
            });
  }

  @Test
  void who_has_none_sees_neither_the_case_nor_that_it_is_there() {
    var user = WebUser.signedIn(port, "therapist");

    var answer = user.get("/cases/" + caseNo + "/overview");
    var nowhere = user.get("/cases/C26-0000000-0/overview");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("Fløytefugl", "148384");
    assertThat(nowhere.statusCode()).isIn(403, 404);
    assertThat(readLog.of(caseNo))
        .as("that they tried, and no opening")
        .singleElement()
        .satisfies(r -> assertThat(r.ground()).isEqualTo("refused"));
  }

  @Test
  void who_sent_the_referral_reaches_no_part_of_the_case() {
    // given a referrer whose own referral became this case
    CaseNo sent = journeys.inWorkUp();
    var referrer = WebUser.signedIn(port, "referrer");
    long before = openings(sent);

    for (String part : List.of("overview", "timeline", "diagram", "referral", "letters")) {
      // when they type the address of any part
      var answer = referrer.get("/cases/" + sent + "/" + part);

      // then they read why not, and nothing of who works on it
      assertThat(answer.statusCode()).as(part).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("Rask Bjørkelund", "Varm Vårdag");
    }
    assertThat(openings(sent)).isEqualTo(before);
  }

  private long openings(CaseNo ofCase) {
    return readLog.of(ofCase).stream().filter(r -> !r.ground().equals("refused")).count();
  }

  @Test
  void an_auditor_is_led_to_the_page_without_the_person_and_finds_nobody_by_name() {
    CaseNo sent = journeys.referred();
    var auditor = WebUser.signedIn(port, "auditor");

    for (String part : List.of("overview", "referral", "letters")) {
      var answer = auditor.get("/cases/" + sent + "/" + part);

      assertThat(answer.statusCode()).as(part).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/audit/" + sent);
    }
    auditor.get("/cases");
    assertThat(auditor.post("/cases/search", Map.of("q", "Rask Bjørkelund")).body())
        .contains("No case found")
        .doesNotContain(sent.value());
  }

  @Test
  void the_timeline_is_the_ledger_in_the_readers_language() {
    var user = WebUser.signedIn(port, "intake").with("Accept-Language", "nn");

    var answer = user.get("/cases/" + caseNo + "/timeline");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Saka vart opna", "Fristen «Rettsvurdering» byrja å gå");
  }

  @Test
  void a_search_is_posted_and_finds_by_name_and_number() {
    var user = WebUser.signedIn(port, "intake");
    user.get("/cases");

    assertThat(user.post("/cases/search", Map.of("q", "fløytefugl")).body())
        .contains("/cases/" + caseNo + "/overview");
    assertThat(user.post("/cases/search", Map.of("q", caseNo.value())).body())
        .contains("14.03.1984");
    assertThat(user.post("/cases/search", Map.of("q", "Ingen Slik")).body())
        .contains("No case found");
  }

  @Test
  void a_death_is_told_with_day_and_reason_stops_clocks_of_care_and_closes_nothing() {
    var user = WebUser.signedIn(port, "intake");
    String page = "/cases/" + caseNo + "/ending/died";
    assertThat(user.get(page).statusCode()).isEqualTo(200);

    // when something is missing, the text typed is still there
    var refused =
        user.post(page, Map.of("reason", "Told by the family", "on", "31.12.2999", "sure", "true"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Told by the family", "The date lies ahead");

    var told =
        user.post(page, Map.of("reason", "Told by the family", "on", "01.08.2026", "sure", "true"));
    harness.settle();

    assertThat(told.statusCode()).isBetween(302, 303);
    CaseSummary file = cases.get(caseNo);
    assertThat(file.open()).isTrue();
    assertThat(patients.get(file.personId()).diedOn()).isEqualTo(LocalDate.of(2026, 8, 1));
    assertThat(ledger.entries(caseNo))
        .extracting(LedgerEntry::type)
        .contains("casefile.patient-died/1", "casefile.care-stopped/1");
    assertThat(clocks.find("T01", caseNo.value())).get().matches(c -> !c.running());
  }

  @Test
  void a_day_of_death_that_no_calendar_has_or_before_birth_is_refused_and_the_text_kept() {
    var user = WebUser.signedIn(port, "intake");
    String page = "/cases/" + caseNo + "/ending/died";
    user.get(page);

    for (String day :
        List.of("31.02.2026", "-99999-01-01", "01.01.0001", "1.8.1926", "+12345-01-01")) {
      var refused =
          user.post(page, Map.of("reason", "Told by the family", "on", day, "sure", "true"));

      assertThat(refused.statusCode()).as(day).isEqualTo(422);
      assertThat(refused.body()).contains("Told by the family", day);
    }
    assertThat(patients.get(cases.get(caseNo).personId()).diedOn()).isNull();
  }

  @Test
  void a_reason_longer_than_a_page_is_refused_and_kept() {
    var user = WebUser.signedIn(port, "intake");
    String page = "/cases/" + caseNo + "/ending/withdrew";
    user.get(page);

    var refused = user.post(page, Map.of("reason", "Nei takk. ".repeat(500), "sure", "true"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("at most 4,000 characters", "Nei takk. Nei takk.");
  }

  @Test
  void an_ending_sent_twice_is_told_once() {
    var user = WebUser.signedIn(port, "intake");
    String page = "/cases/" + caseNo + "/ending/withdrew";
    user.get(page);
    Map<String, String> form = Map.of("reason", "Wants no more help now", "sure", "true");

    // when the button was pressed twice
    var first = user.post(page, form);
    var second = user.post(page, form);

    // then both lead to the case, and the ledger has it once
    assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(302);
    assertThat(ledger.entries(caseNo))
        .extracting(LedgerEntry::type)
        .containsOnlyOnce("casefile.patient-withdrew/1");
  }

  @Test
  void a_leader_may_not_tell_a_death() {
    cases.moveToUnit(caseNo, "poliklinikk");

    assertThat(
            WebUser.signedIn(port, "unit-lead")
                .get("/cases/" + caseNo + "/ending/died")
                .statusCode())
        .isEqualTo(403);
  }
}
