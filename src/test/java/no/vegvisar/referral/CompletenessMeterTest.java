package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** How whole a referral is: a meter for sender and assessor, never a gate. */
@VegvisarTest
class CompletenessMeterTest {

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CompletenessMeter meter;
  @Autowired ReferralRecords records;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
  }

  @Test
  @Requirement({"S41", "S64"})
  void the_assessor_reads_beside_the_task_how_much_is_answered_and_what_weighs() {
    CaseNo caseNo = journeys.registered(journeys.referred());

    String page = prepare(caseNo);

    assertThat(page)
        .contains("9 of 20 items answered")
        .contains("How to reach the patient (needed, the referrer is asked)")
        .contains("Individual plan? (useful)")
        .doesNotContain("Reason for referral (");
  }

  @Test
  @Requirement("S41")
  void what_is_answered_later_moves_the_meter() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    String status = "/referrals/" + records.ofCase(caseNo).reference();
    WebUser referrer = WebUser.signedIn(port, "referrer");
    referrer.get(status);

    referrer.post(status + "/answers", Map.of("data", "{\"somaticCauses\":\"yes\"}"));

    assertThat(meter.read(records.ofCase(caseNo)).answered()).isEqualTo(10);
  }

  @Test
  @Requirement({"S20", "S49"})
  void what_a_sender_cannot_know_is_useful_and_not_needed() {
    CaseNo fromGp = journeys.referred(journeys.referral().with("medicines", "unknown"));
    CaseNo fromNav =
        journeys.referred(
            journeys.referral().with("medicines", "unknown").with("referrerKind", "nav"));

    assertThat(weightOf("medicines", fromGp)).isEqualTo("must");
    assertThat(weightOf("medicines", fromNav)).isEqualTo("should");
    assertThat(journeys.openForms(fromNav)).as("it blocks nothing").contains("register-referral");
  }

  @Test
  @Requirement("S41")
  void sender_and_assessor_count_the_same_items() throws IOException {
    JsonNode form = new ObjectMapper().readTree(new File("forms/refer-patient.form"));
    List<String> counted = new ArrayList<>();
    count(form.path("components"), counted);

    assertThat(counted)
        .hasSize(20)
        .containsExactlyInAnyOrderElementsOf(
            ReferralItems.states(
                    ReferralKind.ORDINARY, new ObjectMapper().createObjectNode(), false)
                .keySet()
                .stream()
                .map(ReferralItems::fieldOf)
                .toList());
  }

  private static void count(JsonNode components, List<String> into) {
    for (JsonNode c : components) {
      if (c.path("validate").path("required").asBoolean()
          || c.path("properties").path("recommended").asText().equals("true")) {
        into.add(c.path("key").asText());
      }
      count(c.path("components"), into);
    }
  }

  private String weightOf(String item, CaseNo caseNo) {
    return meter.read(records.ofCase(caseNo)).missing().stream()
        .filter(m -> m.item().equals(item))
        .map(CompletenessMeter.Missing::weight)
        .findFirst()
        .orElseThrow();
  }

  private String prepare(CaseNo caseNo) {
    String task = "/tasks/" + journeys.task(caseNo, "prepare-assessment").taskId();
    WebUser assessor = WebUser.signedIn(port, "assessor");
    assessor.get(task);
    assessor.post(task + "/claim", Map.of());
    return assessor.get(task).body();
  }
}
