package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An open return for 48 hours: straight to a talk, or nothing at all. */
@VegvisarTest
class OverdoseReturnTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final Pattern NUMBER = Pattern.compile("A\\d{2}-\\d{7}-\\d");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired DeadlineClocks clocks;
  @Autowired Letters letters;
  @Autowired OverdoseReturnRows cards;
  @LocalServerPort int port;

  @Test
  @Requirement("S39")
  void forty_eight_hours_are_hours_also_when_the_clocks_in_norway_go_forward() {
    harness.at(Instant.parse("2027-03-27T11:00:00Z"));

    String number = agreed(WebUser.signedIn(port, "doctor"), null);

    OverdoseReturn card = cards.findByNumber(number).orElseThrow();
    assertThat(card.untilAt()).isEqualTo("2027-03-29T11:00:00Z");
    assertThat(WebUser.signedIn(port, "therapist").get("/returns").body())
        .contains(number, "until 29.03.2027 13.00");
  }

  @Test
  @Requirement("S39")
  void who_comes_with_a_card_that_names_nobody_goes_to_a_talk_without_a_referral() {
    harness.at(MONDAY_MORNING);
    String number = agreed(WebUser.signedIn(port, "doctor"), null);
    harness.at(MONDAY_MORNING.plus(Duration.ofHours(47)));

    var came = came("therapist", number);
    var again = came("intake", number);

    assertThat(came.statusCode()).isEqualTo(200);
    assertThat(came.body()).contains("goes to a talk now, without a referral");
    assertThat(again.statusCode()).isEqualTo(200);
    OverdoseReturn card = cards.findByNumber(number).orElseThrow();
    assertThat(card.caseNo()).isNull();
    assertThat(card.cameAt()).isEqualTo(MONDAY_MORNING.plus(Duration.ofHours(47)));
  }

  @Test
  @Requirement("S39")
  void who_does_not_come_is_left_in_peace_and_the_case_and_its_letters_know_nothing_of_it() {
    harness.at(MONDAY_MORNING);
    CaseNo caseNo = journeys.inTreatment();
    harness.settle(caseNo);
    var phase = cases.get(caseNo).phase();
    List<String> tasks = journeys.openForms(caseNo);
    var running = clocks.ofCase(caseNo);
    int written = letters.ofCase(caseNo).size();

    String number = agreed(WebUser.signedIn(port, "doctor"), caseNo);
    harness.at(MONDAY_MORNING.plus(Duration.ofHours(49)));
    harness.settle(caseNo);

    assertThat(WebUser.signedIn(port, "therapist").get("/returns").body()).doesNotContain(number);
    assertThat(came("therapist", number).statusCode()).isEqualTo(422);
    assertThat(came("therapist", number).body())
        .contains("Nobody is turned away", "value=\"" + number + "\"");
    assertThat(cases.get(caseNo).phase()).isEqualTo(phase);
    assertThat(journeys.openForms(caseNo)).isEqualTo(tasks);
    assertThat(clocks.ofCase(caseNo)).isEqualTo(running);
    assertThat(letters.ofCase(caseNo)).hasSize(written);
    assertThat(facts.owed("therapist", caseNo)).isEmpty();
    assertThat(facts.count(caseNo, "referral.return-agreed/1")).isEqualTo(1);
    assertThat(facts.count(caseNo, "referral.return-used/1")).isZero();
  }

  @Test
  @Requirement("S39")
  void who_comes_back_on_a_case_is_met_by_the_therapist_today() {
    harness.at(MONDAY_MORNING);
    CaseNo caseNo = journeys.inTreatment();
    String number = agreed(WebUser.signedIn(port, "doctor"), caseNo);

    came("intake", number);
    came("intake", number);

    assertThat(facts.owed("therapist", caseNo))
        .containsExactly("Came back on an open return after an overdose: a talk today");
    assertThat(facts.count(caseNo, "referral.return-used/1")).isEqualTo(1);
    assertThat(facts.count(caseNo, "referral.received/1")).isEqualTo(1);
  }

  @Test
  void only_a_doctor_agrees_a_card_and_two_clicks_make_one() {
    harness.at(MONDAY_MORNING);
    WebUser therapist = WebUser.signedIn(port, "therapist");
    therapist.get("/returns");
    assertThat(
            therapist.post("/returns", Map.of("_key", UUID.randomUUID().toString())).statusCode())
        .isEqualTo(403);
    assertThat(WebUser.signedIn(port, "referrer").get("/returns").statusCode()).isEqualTo(403);
    WebUser doctor = WebUser.signedIn(port, "doctor");
    doctor.get("/returns");
    Map<String, String> once = Map.of("_key", UUID.randomUUID().toString());

    String first = doctor.post("/returns", once).body();
    String second = doctor.post("/returns", once).body();

    assertThat(number(second)).isEqualTo(number(first));
  }

  private String agreed(WebUser doctor, CaseNo caseNo) {
    doctor.get(caseNo == null ? "/returns" : "/returns?case=" + caseNo);
    Map<String, String> form =
        caseNo == null
            ? Map.of("_key", UUID.randomUUID().toString())
            : Map.of("_key", UUID.randomUUID().toString(), "case", caseNo.value());
    return number(doctor.post("/returns", form).body());
  }

  private java.net.http.HttpResponse<String> came(String user, String number) {
    WebUser web = WebUser.signedIn(port, user);
    web.get("/returns");
    return web.post("/returns/came", Map.of("number", number));
  }

  private static String number(String page) {
    Matcher found = NUMBER.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
