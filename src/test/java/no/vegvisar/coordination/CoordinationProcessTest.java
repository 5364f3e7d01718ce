package no.vegvisar.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.LegalBases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests to the municipality: nothing without a base, everything on record. */
@VegvisarTest
class CoordinationProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String WORDS = "Ynskjer fast kontakt i kommunen to gonger i veka";

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired CaseFiles cases;
  @Autowired Outbox outbox;
  @Autowired Requests requests;
  @Autowired RequestDesk desk;
  @Autowired DisclosureRows disclosures;
  @Autowired LegalBases bases;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S85", "S177"})
  void without_a_legal_base_nothing_is_sent_and_the_therapist_is_asked_to_seek_one() {
    CaseNo caseNo = journeys.followUpWanted(WORDS);

    assertThat(journeys.openForms(caseNo)).contains("seek-legal-base");
    assertThat(requests.ofCase(caseNo)).isEmpty();
    assertThat(gatewayRows(caseNo)).isEmpty();
    assertThat(disclosures.findByCaseNoOrderByDisclosedAtDesc(caseNo.value())).isEmpty();
    assertThat(facts.types(caseNo)).contains("coordination.not-sent/1");
  }

  @Test
  @Requirement({"S85", "S176"})
  void on_a_base_the_request_leaves_once_and_the_municipality_reads_exactly_the_snapshot() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));

    assertThat(requests.ofCase(caseNo)).hasSize(1);
    String requestId = requests.ofCase(caseNo).get(0).requestId();
    assertThat(gatewayRows(caseNo)).hasSize(1);
    assertThat(actingAs(() -> desk.sendFollowUp(caseNo)))
        .isEqualTo(new Requests.Sending.Sent(requestId, false));
    assertThat(gatewayRows(caseNo)).hasSize(1);

    harness.settle(caseNo);

    String sent = disclosures.findByCaseNoOrderByDisclosedAtDesc(caseNo.value()).get(0).snapshot;
    assertThat(sent).contains(WORDS).doesNotContain(caseNo.value());
    assertThat(received(requestId, "clinic.request.sent")).containsExactly(sent);
  }

  @Test
  @Requirement("S177")
  void a_base_taken_back_before_anything_left_stops_the_queue_and_tells_nobody() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));
    String requestId = requests.ofCase(caseNo).get(0).requestId();

    withdrawBase(caseNo);
    harness.settle(caseNo);

    assertThat(received(requestId, "clinic.request.sent")).isEmpty();
    assertThat(received(requestId, "clinic.request.withdrawn")).isEmpty();
    assertThat(requests.find(requestId).orElseThrow().endedHow()).isEqualTo("withdrawn");
    assertThat(journeys.openForms(caseNo)).contains("review-sharing");
  }

  @Test
  @Requirement("S177")
  void a_base_taken_back_later_tells_the_other_side_that_the_sender_closed_and_never_why() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));
    String requestId = requests.ofCase(caseNo).get(0).requestId();
    harness.settle(caseNo);

    withdrawBase(caseNo);
    harness.settle(caseNo);

    assertThat(received(requestId, "clinic.request.withdrawn"))
        .singleElement()
        .satisfies(
            told -> assertThat(told).doesNotContainIgnoringCase("consent").doesNotContain(WORDS));
    assertThat(disclosures.findByCaseNoOrderByDisclosedAtDesc(caseNo.value()).get(0))
        .satisfies(d -> assertThat(d.endedAt).isNotNull())
        .satisfies(d -> assertThat(d.snapshot).contains(WORDS));
  }

  @Test
  @Requirement("S85")
  void silence_reminds_the_municipality_and_holds_nothing() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));
    String requestId = requests.ofCase(caseNo).get(0).requestId();
    harness.settle(caseNo);

    harness.fireTimer(caseNo, "CatchEvent_NoAnswerYet");
    harness.settle(caseNo);

    assertThat(received(requestId, "clinic.dialogue.sent")).hasSize(1);
    assertThat(facts.types(caseNo)).contains("coordination.reminded/1");
    assertThat(harness.dueOf(caseNo, "CatchEvent_NoAnswerYet")).isAfter(journeys.now());
    assertThat(journeys.openForms(caseNo)).contains("evaluate-treatment");
  }

  @Test
  void taken_further_clicked_twice_is_said_once_and_after_a_stop_it_is_refused_in_words() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));
    String requestId = requests.ofCase(caseNo).get(0).requestId();
    harness.settle(caseNo);
    WebUser consultant = WebUser.signedIn(port, "addiction-consultant");
    String click = "/inbox/" + requestId + "/taken-further";
    consultant.get("/inbox?request=" + requestId);

    assertThat(consultant.post(click, Map.of()).statusCode()).isEqualTo(302);
    assertThat(consultant.post(click, Map.of()).statusCode()).isEqualTo(302);
    harness.settle(caseNo);
    assertThat(received(requestId, "municipality.dialogue.sent")).hasSize(1);

    CaseNo stopped = journeys.baseFound(journeys.followUpWanted(WORDS));
    String closed = requests.ofCase(stopped).get(0).requestId();
    harness.settle(stopped);
    withdrawBase(stopped);
    harness.settle(stopped);
    HttpResponse<String> refused = consultant.post("/inbox/" + closed + "/taken-further", Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("The sender has closed this request.");
  }

  @Test
  @Requirement("S177")
  void the_case_page_shows_what_was_sent_and_stops_it_after_asking() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));
    harness.settle(caseNo);
    WebUser therapist = WebUser.signedIn(port, "therapist");
    String baseId = standingBase(caseNo).id().toString();
    String stop = "/cases/" + caseNo + "/disclosures/" + baseId + "/stop";

    assertThat(therapist.get("/cases/" + caseNo + "/disclosures").body())
        .contains(WORDS)
        .contains(stop);
    assertThat(therapist.get(stop).statusCode()).isEqualTo(200);
    therapist.post(stop, Map.of());
    assertThat(standingBase(caseNo).withdrawnAt()).isNull();
    therapist.post(stop, Map.of("sure", "true"));

    assertThat(standingBase(caseNo).withdrawnAt()).isNotNull();
    assertThat(
            WebUser.signedIn(port, "addiction-consultant")
                .get("/cases/" + caseNo + "/disclosures")
                .statusCode())
        .isEqualTo(403);
  }

  private void withdrawBase(CaseNo caseNo) {
    actingAs.user("therapist", () -> bases.withdraw(standingBase(caseNo).id()));
    harness.runDueJobs(caseNo);
  }

  private LegalBases.Base standingBase(CaseNo caseNo) {
    return bases.of(cases.get(caseNo).personId()).get(0);
  }

  private <T> T actingAs(java.util.function.Supplier<T> work) {
    List<T> result = new java.util.ArrayList<>();
    actingAs.user("therapist", () -> result.add(work.get()));
    return result.get(0);
  }

  private List<Outbox.Row> gatewayRows(CaseNo caseNo) {
    return outbox.ofCase(caseNo).stream().filter(r -> r.transport().equals("gateway")).toList();
  }

  private List<String> received(String requestId, String type) {
    return jdbc.queryForList(
        "select content from gateway_message where direction = 'in' and request_id = ? and type = ?",
        String.class,
        requestId,
        type);
  }
}
