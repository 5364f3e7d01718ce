package no.vegvisar.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.coordination.Requests;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.engine.Correlations;
import no.vegvisar.exchange.Gateway;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.treatment.Children;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody owes a patient beside the process, and after it, lies in that one's worklist. */
@VegvisarTest
class StandingDutiesTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired WorkQueries work;
  @Autowired CaseFiles cases;
  @Autowired Children children;
  @Autowired Requests requests;
  @Autowired Letters letters;
  @Autowired List<Gateway.RequestReceiver> receivers;
  @Autowired Correlations correlations;
  @Autowired ActingAs actingAs;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S116", "S182", "S183"})
  void the_duty_to_a_child_stays_in_the_therapists_list_after_the_case_until_both_steps_are_done() {
    CaseNo caseNo = closedWithAChildInMind();
    assertThat(cases.get(caseNo).open()).isFalse();
    assertThat(owed("therapist", caseNo)).containsExactly("Follow up a child as next of kin");
    WebUser therapist = WebUser.signedIn(port, "therapist");
    String page = "/cases/" + caseNo + "/work-up";
    assertThat(therapist.get(page).body()).contains("Talk with the patient about the child");

    post(therapist, caseNo, "TALKED");
    post(therapist, caseNo, "TALKED");

    assertThat(owed("therapist", caseNo)).hasSize(1);
    assertThat(facts.count(caseNo, "treatment.child-talked-about/1")).isEqualTo(1);

    post(therapist, caseNo, "CONTACT_INFORMED");

    assertThat(owed("therapist", caseNo)).isEmpty();
    assertThat(children.dutyOpen(caseNo)).isFalse();
    assertThat(facts.count(caseNo, "treatment.child-duty-done/1")).isEqualTo(1);
  }

  @Test
  @Requirement({"S116", "S171"})
  void nobody_but_who_treats_the_patient_notes_what_was_done_for_a_child() {
    CaseNo caseNo = closedWithAChildInMind();

    for (String other : List.of("therapist-2", "intake", "referrer", "municipal-coordinator")) {
      WebUser web = WebUser.signedIn(port, other);
      web.get("/tasks");
      assertThat(web.post("/cases/" + caseNo + "/children", Map.of("step", "TALKED")).statusCode())
          .as(other)
          .isEqualTo(403);
    }
    WebUser therapist = WebUser.signedIn(port, "therapist");
    therapist.get("/tasks");
    assertThat(
            therapist
                .post("/cases/" + caseNo + "/children", Map.of("step", "FORGOTTEN"))
                .statusCode())
        .isEqualTo(400);

    assertThat(facts.count(caseNo, "treatment.child-talked-about/1")).isZero();
    assertThat(owed("therapist", caseNo)).hasSize(1);
  }

  @Test
  @Requirement({"S85", "S183"})
  void what_the_municipality_writes_after_the_request_was_concluded_is_read_by_a_person() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted("Hjelp til bustad"));
    harness.settle(caseNo);
    String requestId = requests.ofCase(caseNo).get(0).requestId();
    hear("municipality.request.received", requestId, "{}");
    hear("municipality.request.answered", requestId, "{\"answer\":\"declined\",\"text\":\"Nei\"}");
    harness.settle(caseNo);
    journeys.complete(
        caseNo,
        "read-municipal-answer",
        "therapist",
        new Answers().with("meaning", "Kommunen kan ikkje hjelpe no").with("patientTold", "yes"));
    harness.settle(caseNo);
    assertThat(owed("therapist", caseNo)).as("what was expected makes no noise").isEmpty();

    hear("municipality.request.answered", requestId, "{\"answer\":\"granted\",\"text\":\"Jo\"}");
    harness.settle(caseNo);

    assertThat(owed("therapist", caseNo))
        .containsExactly("The municipality has written after the case had moved on: read it");
    assertThat(WebUser.signedIn(port, "therapist").get("/cases/" + caseNo + "/disclosures").body())
        .contains("Jo");
  }

  @Test
  @Requirement("S183")
  void a_letter_that_fails_when_the_process_has_gone_on_is_work_for_intake() {
    CaseNo caseNo = journeys.told(journeys.signed(journeys.registered(journeys.referred())));
    var letter =
        letters.ofCase(caseNo).stream()
            .filter(l -> l.to() == Letters.To.PATIENT)
            .findFirst()
            .orElseThrow();

    transaction.executeWithoutResult(
        status ->
            correlations.toWaiting(
                "correspondence.letter.failed", "letterId", letter.id().toString(), Map.of()));
    harness.settle(caseNo);

    assertThat(owed("intake", caseNo))
        .containsExactly("A letter did not leave: tell the receiver another way");
  }

  @Test
  @Requirement({"S98", "S99"})
  void a_promise_lies_with_who_gave_it_until_it_is_kept() {
    CaseNo caseNo = journeys.inAGroup();
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(8)));
    harness.runDueJobs(caseNo);
    journeys.complete(
        caseNo,
        "record-meeting",
        "therapist",
        new Answers()
            .with("heldAt", journeys.time(Duration.ZERO))
            .with("attended", List.of("patient", "therapist"))
            .with("minutes", "Avtalte kven som gjer kva")
            .with(
                "promises",
                List.of(
                    Map.of("what", "Ringje fastlegen", "owner", "therapist", "by", journeys.day(3)),
                    Map.of("what", "Kome på time", "owner", "patient", "by", journeys.day(3))))
            .with("meetAgain", "yes")
            .with("nextMeeting", journeys.time(Duration.ofDays(30))));
    assertThat(owed("therapist", caseNo))
        .containsExactly("A promise made in a responsibility group");
    WebUser therapist = WebUser.signedIn(port, "therapist");
    String plan = linkOf("therapist", caseNo);

    var kept =
        java.util.regex.Pattern.compile("action=\"(" + plan + "/promises/[^\"]+)\"")
            .matcher(therapist.get(plan).body());
    assertThat(kept.find()).isTrue();
    therapist.post(kept.group(1), Map.of());

    assertThat(owed("therapist", caseNo)).isEmpty();
  }

  private CaseNo closedWithAChildInMind() {
    CaseNo caseNo = journeys.readyToClose("yes");
    journeys.complete(
        caseNo,
        "close-case",
        "therapist",
        new Answers().with("confirmed", true).with("openReason", "Samtalen er i neste veke"));
    harness.runDueJobs(caseNo);
    return caseNo;
  }

  private void post(WebUser web, CaseNo caseNo, String step) {
    web.get("/cases/" + caseNo + "/work-up");
    assertThat(web.post("/cases/" + caseNo + "/children", Map.of("step", step)).statusCode())
        .isEqualTo(302);
  }

  private void hear(String type, String requestId, String content) {
    var receiver =
        receivers.stream().filter(r -> r.types().contains(type)).findFirst().orElseThrow();
    transaction.executeWithoutResult(
        status ->
            receiver.receive(
                new Gateway.Message(
                    Ids.next(),
                    type,
                    requestId,
                    "alesund",
                    "klinikk",
                    null,
                    content,
                    journeys.now())));
  }

  private List<WorkQueries.Entry> entries(String user, CaseNo caseNo) {
    return actingAs.user(
        user,
        () ->
            java.util.stream.Stream.of(WorkQueries.View.MINE, WorkQueries.View.GROUP)
                .flatMap(
                    view ->
                        work
                            .page(view, WorkQueries.Narrowed.NOT, true, null, 500)
                            .entries()
                            .stream())
                .filter(e -> e.house() && caseNo.value().equals(e.caseNo()))
                .distinct()
                .toList());
  }

  private List<String> owed(String user, CaseNo caseNo) {
    return entries(user, caseNo).stream().map(e -> e.title().en()).toList();
  }

  private String linkOf(String user, CaseNo caseNo) {
    return entries(user, caseNo).get(0).link();
  }
}
