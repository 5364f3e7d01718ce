package no.vegvisar.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.patient.LegalBases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A request and a hand-over on both sides, to each of their ends. */
@VegvisarTest
class RequestToTheEndTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String WORDS = "Ynskjer fast kontakt i kommunen";

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired CaseFiles cases;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired Requests requests;
  @Autowired LegalBases bases;
  @Autowired DeadlineClocks clocks;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest(name = "the municipality says {0}: {1}")
  @CsvSource({"yes, handoverConfirmed", "no, handoverDeclined"})
  @Requirement({"S114", "S36"})
  void a_handover_is_confirmed_or_declined_and_the_therapist_reads_which(
      String says, String answer) {
    CaseNo clinical = handoverOffered();
    CaseNo municipal = municipalOf(clinical);

    decided(clinical, municipal, says);

    assertThat(request(clinical).answer()).isEqualTo(answer);
    assertThat(facts.words(clinical, "coordination.request-answered/1"))
        .singleElement()
        .satisfies(words -> assertThat(words).contains(answer));
    assertThat(clocks.find("R05", request(clinical).requestId()).orElseThrow().running()).isFalse();
    assertThat(letters.ofCase(municipal)).as("the person is told by the municipality").hasSize(1);

    journeys.complete(
        clinical, "read-municipal-answer", "therapist", new Answers().with("patientTold", "yes"));

    assertThat(request(clinical).endedHow()).isEqualTo("answered");
    assertThat(facts.types(clinical)).contains("coordination.answer-read/1");
    assertThat(journeys.openForms(clinical)).containsExactly("write-discharge-summary");
    assertThat(cases.get(municipal).open()).isEqualTo(says.equals("yes"));
  }

  @Test
  @Requirement({"S169", "S85"})
  void a_service_that_ends_is_told_to_the_clinic_and_closes_only_the_municipalitys_case() {
    CaseNo clinical = requested();
    CaseNo municipal = municipalOf(clinical);
    decided(clinical, municipal, "yes");
    journeys.complete(
        clinical, "read-municipal-answer", "therapist", new Answers().with("patientTold", "yes"));
    assertThat(request(clinical).endedHow()).as("a service runs").isNull();
    coordinatorNamed(municipal);

    journeys.complete(
        municipal,
        "follow-up-person",
        "municipal-coordinator",
        new Answers().with("ended", "ownWish").with("after", "Ringjer sjølv ved behov"));
    harness.settle(clinical, municipal);

    assertThat(facts.types(municipal)).contains("municipality.service-ended/1");
    assertThat(cases.get(municipal).closeReason()).isEqualTo("serviceEnded");
    assertThat(clocks.find("R08", municipal.value()).orElseThrow().running()).isFalse();
    assertThat(request(clinical).endedHow()).isEqualTo("concluded");
    assertThat(cases.get(clinical).open()).isTrue();
    assertThat(journeys.openForms(clinical)).containsExactly("evaluate-treatment");
    assertThat(told(request(clinical).requestId(), "municipality.service.ended"))
        .singleElement()
        .satisfies(t -> assertThat(t).doesNotContain("ownWish", "Ringjer"));
  }

  @Test
  @Requirement({"S177", "S178"})
  void a_request_closed_by_its_sender_is_weighed_by_a_person_and_the_clinic_hears_no_more() {
    CaseNo clinical = requested();
    CaseNo municipal = municipalOf(clinical);
    actingAs.user(
        "therapist", () -> bases.withdraw(bases.of(cases.get(clinical).personId()).get(0).id()));
    harness.settle(clinical, municipal);
    assertThat(journeys.openForms(municipal)).contains("consider-closed-request");

    var silent =
        journeys.attempt(
            municipal, "consider-closed-request", "allocation", new Answers().with("goOn", "yes"));
    assertThat(silent.refusals()).extracting(r -> r.field()).containsExactly("reason");
    journeys.complete(
        municipal,
        "consider-closed-request",
        "allocation",
        new Answers().with("goOn", "yes").with("reason", "Personen har bedt om det sjølv"));
    decided(clinical, municipal, "yes");

    assertThat(facts.types(municipal)).contains("municipality.closed-request-considered/1");
    assertThat(letters.ofCase(municipal)).as("the person is told").hasSize(1);
    assertThat(request(clinical).answer()).as("the clinic is not").isNull();

    journeys.complete(
        clinical,
        "review-sharing",
        "therapist",
        new Answers().with("consequence", "Planen er utan kommunen").with("othersTold", "yes"));
    assertThat(facts.types(clinical)).contains("coordination.sharing-reviewed/1");
    assertThat(journeys.openForms(clinical)).containsExactly("evaluate-treatment");
  }

  @Test
  @Requirement("S85")
  void a_request_that_cannot_be_delivered_is_settled_by_a_person_and_sent_anew_once() {
    CaseNo clinical = journeys.baseFound(journeys.followUpWanted(WORDS));
    String requestId = request(clinical).requestId();
    lastTryWillFail(requestId);
    harness.settle(clinical);
    assertThat(told(requestId, "clinic.request.sent")).isEmpty();
    assertThat(journeys.task(clinical, "settle-failed-delivery").role()).isEqualTo("intake");

    journeys.complete(
        clinical, "settle-failed-delivery", "intake", new Answers().with("how", "resend"));
    harness.settle(clinical);
    municipalOf(clinical);
    harness.settle(clinical);

    assertThat(told(requestId, "clinic.request.sent")).hasSize(1);
    assertThat(facts.count(clinical, "coordination.delivery-failed/1")).isEqualTo(1);
    assertThat(clocks.find("R05", requestId).orElseThrow().running()).isTrue();
    assertThat(journeys.openForms(clinical)).containsExactly("evaluate-treatment");
    assertThat(request(clinical).receivedAt()).isNotNull();
  }

  private CaseNo requested() {
    CaseNo caseNo = journeys.baseFound(journeys.followUpWanted(WORDS));
    harness.settle(caseNo);
    return caseNo;
  }

  private CaseNo handoverOffered() {
    CaseNo caseNo =
        journeys.endPlanned(
            journeys.endInSight(),
            answers ->
                answers
                    .with("nextCare", List.of("municipality"))
                    .with("handoverWanted", "yes")
                    .with("handoverText", WORDS));
    journeys.complete(
        caseNo,
        "seek-base-for-handover",
        "therapist",
        new Answers()
            .with("base", "informedNotObjecting")
            .with("withForm", "oral")
            .with("handoverWanted", "yes"));
    harness.settle(caseNo);
    return caseNo;
  }

  private CaseNo municipalOf(CaseNo clinical) {
    CaseNo municipal =
        new CaseNo(
            jdbc.queryForObject(
                "select case_no from municipal_application where request_id = ?",
                String.class,
                request(clinical).requestId()));
    harness.settle(clinical, municipal);
    return municipal;
  }

  private void decided(CaseNo clinical, CaseNo municipal, String granted) {
    Answers answers =
        new Answers()
            .with("serviceGranted", granted)
            .with("reason", "Vurdert etter tenestebehovet")
            .with("answerText", "Sjå vedtaket");
    if (granted.equals("yes")) {
      answers
          .with("services", List.of("followUp"))
          .with("from", journeys.day(3))
          .with("reviewBy", journeys.day(90));
    }
    journeys.complete(municipal, "assess-application", "allocation", answers);
    harness.settle(clinical, municipal);
  }

  private void coordinatorNamed(CaseNo municipal) {
    journeys.complete(
        municipal,
        "name-coordinator",
        "addiction-consultant",
        new Answers()
            .with("coordinator", DemoUsers.idOf("municipal-coordinator").value())
            .with("planOffered", "accepted")
            .with("personAgrees", "yes"));
    harness.settle(municipal);
  }

  /** As after hours of trying in vain: the message is not found, and no try is left. */
  private void lastTryWillFail(String requestId) {
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "update outbox set attempts = 5, payload = ? where subject_id = ?"
                    + " and transport = 'gateway'",
                UUID.randomUUID().toString(),
                requestId));
  }

  private Requests.Request request(CaseNo clinical) {
    return requests.ofCase(clinical).get(0);
  }

  private List<String> told(String requestId, String type) {
    return jdbc.queryForList(
        "select content from gateway_message where direction = 'in' and request_id = ? and type = ?",
        String.class,
        requestId,
        type);
  }
}
