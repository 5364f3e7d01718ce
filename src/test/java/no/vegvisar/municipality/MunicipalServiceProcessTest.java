package no.vegvisar.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.coordination.Requests;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Process municipal-service: an own case with an own number, decided on and answered. */
@VegvisarTest
class MunicipalServiceProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired CaseFacts facts;
  @Autowired Requests requests;
  @Autowired Letters letters;
  @Autowired DeadlineClocks clocks;
  @Autowired JdbcTemplate jdbc;

  private CaseNo clinical;
  private CaseNo municipal;

  @BeforeEach
  void a_request_that_has_come() {
    harness.at(MONDAY_MORNING);
    clinical = journeys.baseFound(journeys.followUpWanted("Hjelp til bustad"));
    harness.settle(clinical);
    municipal =
        new CaseNo(
            jdbc.queryForObject(
                "select a.case_no from municipal_application a"
                    + " join municipal_request r on r.request_id = a.request_id where r.case_no = ?",
                String.class,
                clinical.value()));
    harness.settle(clinical, municipal);
  }

  @Test
  @Requirement({"S7", "S176"})
  void the_municipality_has_a_case_and_a_number_of_its_own_and_received_is_not_granted() {
    assertThat(municipal).isNotEqualTo(clinical);
    assertThat(cases.get(municipal).body()).isEqualTo("alesund");
    assertThat(ledger.entries(municipal)).isNotEmpty();
    assertThat(request().receivedAt()).isNotNull();
    assertThat(request().answer()).isNull();
  }

  @Test
  void a_month_without_a_decision_warns_and_the_application_stays_open() {
    assertThat(clocks.find("T22", municipal.value()).orElseThrow().kind())
        .isEqualTo(DeadlineClocks.Kind.BINDING);

    harness.fireTimer(municipal, "BoundaryEvent_MonthGone");
    harness.runDueJobs(municipal);

    assertThat(facts.types(municipal)).contains("deadline.warned/1");
    assertThat(journeys.openForms(municipal)).containsExactly("assess-application");
    assertThat(cases.get(municipal).open()).isTrue();
  }

  @Test
  @Requirement("S169")
  void a_granted_service_is_written_to_the_applicant_and_answered_and_a_coordinator_is_named() {
    decided("yes");

    assertThat(request().answer()).isEqualTo("granted");
    assertThat(clocks.find("T22", municipal.value()).orElseThrow().running()).isFalse();
    assertThat(letters.ofCase(municipal)).isNotEmpty();

    journeys.complete(
        municipal,
        "name-coordinator",
        "addiction-consultant",
        new Answers()
            .with("coordinator", DemoUsers.idOf("municipal-coordinator").value())
            .with("planOffered", "accepted")
            .with("personAgrees", "yes"));
    harness.settle(clinical, municipal);

    assertThat(request().coordinator()).isEqualTo("Fast Fyrlykt");
    assertThat(journeys.openForms(clinical)).contains("read-municipal-answer");
  }

  @Test
  void a_service_that_is_not_granted_is_written_to_the_applicant_and_answered() {
    decided("no");

    assertThat(request().answer()).isEqualTo("declined");
    assertThat(letters.ofCase(municipal)).isNotEmpty();
    assertThat(journeys.openForms(clinical)).contains("read-municipal-answer");
    assertThat(journeys.openForms(municipal)).doesNotContain("name-coordinator");
  }

  private void decided(String granted) {
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

  private Requests.Request request() {
    return requests.ofCase(clinical).get(0);
  }
}
