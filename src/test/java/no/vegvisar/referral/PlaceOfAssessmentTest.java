package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.engine.Instances;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The patient chooses where to be assessed, also when the assessment has begun. */
@VegvisarTest
class PlaceOfAssessmentTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired Outbox outbox;
  @Autowired Instances instances;
  @Autowired ReferralRecords records;
  @Autowired PaperReferrals paper;
  @Autowired Letters letters;
  @Autowired ActingAs actingAs;
  @Autowired ObjectMapper json;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S10")
  void within_the_trust_the_place_changes_and_nothing_else_of_the_case() {
    CaseNo caseNo = journeys.registered(journeys.referred());

    assertThat(choose("assessor", caseNo, "molde", "", "").statusCode()).isEqualTo(302);
    choose("assessor", caseNo, "molde", "", "");

    assertThat(facts.words(caseNo, "referral.place-chosen/1")).containsExactly("molde");
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(WebUser.signedIn(port, "assessor").get("/cases/" + caseNo + "/ways").body())
        .contains("Molde");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assessor", "intake"})
  @Requirement({"S10", "S101"})
  void to_another_trust_the_case_leaves_in_the_middle_of_the_assessment_with_its_seniority_date(
      String teller) {
    CaseNo caseNo = journeys.referred();
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("firstReceipt", journeys.time(Duration.ofDays(-3))));
    var nowhere = choose(teller, caseNo, "elsewhere", "", "Vil til Trondheim");
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(nowhere.body()).contains("Write who the referral goes on to", "Vil til Trondheim");

    choose(teller, caseNo, "elsewhere", "St. Olavs hospital", "Vil til Trondheim");
    harness.runDueJobs(caseNo);

    assertThat(journeys.openForms(caseNo)).containsExactly("confirm-transfer");
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("transferred");
    assertThat(facts.entry(caseNo, "referral.forwarded/1").event())
        .isEqualTo(new ReferralEvent.Forwarded("elsewhere", "2026-11-27"));
    assertThat(outbox.ofCase(caseNo)).extracting(Outbox.Row::transport).contains("post", "notice");
    assertThat(records.ofCase(caseNo).forwardName()).isEqualTo("St. Olavs hospital");
    assertThat(
            WebUser.signedIn(port, "referrer")
                .get("/referrals/" + records.ofCase(caseNo).reference())
                .body())
        .contains("Sent on to the right place");

    journeys.complete(
        caseNo,
        "confirm-transfer",
        "intake",
        new Answers().with("receiver", "St. Olavs hospital").with("patientTold", "yes"));
    assertThat(cases.get(caseNo).closeReason()).isEqualTo("transferred");
    assertThat(instances.isRunning(caseNo.value())).isFalse();
  }

  @Test
  @Requirement({"S10", "S8"})
  void whoever_sent_on_paper_or_a_second_referral_is_told_too_that_it_has_been_sent_on() {
    String person = journeys.referral().value("nationalId").toString();
    ObjectNode answers = json.createObjectNode();
    answers
        .put("channel", "post")
        .put("firstReceipt", "2026-11-30T08:30")
        .put("patientName", "Rask Bjørkelund")
        .put("nationalId", person)
        .put("senderName", "Blid Brem")
        .put("senderAddress", "Storgata 1\n6002 Ålesund")
        .put("referrerKind", "gp");
    CaseNo caseNo =
        actingAs.user(
            "intake",
            () -> paper.takeDown(UUID.randomUUID().toString(), answers, null).value().caseNo());
    harness.runDueJobs(caseNo);
    journeys.registered(caseNo);
    CaseNo again = journeys.referred(journeys.referral().with("nationalId", person));
    journeys.complete(
        again, "register-referral", "intake", journeys.registration().with("sameAsOpen", "unsure"));
    journeys.complete(
        again,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Same person"));
    long notices = notices(again);

    choose("assessor", caseNo, "elsewhere", "St. Olavs hospital", "Vil til Trondheim");
    harness.runDueJobs(caseNo);

    assertThat(letters.ofCase(caseNo))
        .extracting(Letters.Letter::template)
        .contains("sender-sent-on");
    assertThat(notices(again)).isEqualTo(notices + 1);
  }

  private long notices(CaseNo caseNo) {
    return outbox.ofCase(caseNo).stream().filter(r -> r.transport().equals("notice")).count();
  }

  private java.net.http.HttpResponse<String> choose(
      String user, CaseNo caseNo, String place, String receiver, String reason) {
    WebUser web = WebUser.signedIn(port, user);
    String path = "/cases/" + caseNo + "/ways/place";
    return web.post(
        path,
        Map.of(
            "_version", web.version(path), "place", place, "receiver", receiver, "reason", reason));
  }
}
