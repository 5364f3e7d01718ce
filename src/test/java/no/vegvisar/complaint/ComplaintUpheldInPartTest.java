package no.vegvisar.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.complaint.Complaint.State;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is upheld in part is done here, whatever becomes of the rest with the County Governor. */
@VegvisarTest
class ComplaintUpheldInPartTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String DONE_OF_IT = "Samtale kvar veke";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired Documents documents;
  @Autowired ComplaintTrial trial;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S37")
  void what_is_done_is_asked_for_told_and_owed_beside_what_is_sent_on() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    var silent =
        journeys.attempt(
            caseNo, "review-complaint", "signer-2", trial.partly(caseNo).without("partWords"));

    journeys.complete(caseNo, "review-complaint", "signer-2", trial.partly(caseNo));

    assertThat(silent.refusals()).extracting(Refusal::field).containsExactly("partWords");
    assertThat(trial.one(caseNo).state()).isEqualTo(State.FORWARDED);
    assertThat(letters(caseNo, "complaint-forwarded"))
        .singleElement()
        .asString()
        .contains("delvis medhald", DONE_OF_IT);
    assertThat(letters(caseNo, "complaint-to-county-governor"))
        .singleElement()
        .asString()
        .contains("Vi har gitt delvis medhald", DONE_OF_IT);
    assertThat(owedBy(caseNo)).containsExactly("unit-lead");
  }

  @Test
  @Requirement("S37")
  void it_is_owed_until_it_is_noted_as_done_also_when_the_rest_is_refused() {
    CaseNo caseNo = upheldInPart();
    String page = "/cases/" + caseNo + "/complaints";
    String done = page + "/" + trial.one(caseNo).id() + "/upheld-part";
    journeys.complete(caseNo, "record-complaint-result", "intake", trial.stands());
    assertThat(trial.one(caseNo).state()).isEqualTo(State.STANDS);
    assertThat(owedBy(caseNo)).containsExactly("unit-lead");

    WebUser leader = WebUser.signedIn(port, "unit-lead");
    assertThat(facts.owed("unit-lead", caseNo))
        .contains("Carry out the upheld part of a complaint");
    assertThat(leader.get(done).body())
        .contains(DONE_OF_IT)
        .doesNotContain("Hjelp i kommunen er nok", "Eg treng meir hjelp");
    for (String other : List.of("intake", "signer-2", "therapist", "referrer")) {
      WebUser reader = WebUser.signedIn(port, other);
      assertThat(reader.get(done).statusCode()).as(other).isEqualTo(403);
      assertThat(reader.post(done, Map.of("done", "Gjort")).statusCode()).as(other).isEqualTo(403);
    }
    assertThat(leader.post(done, Map.of("done", " ")).statusCode()).isEqualTo(422);
    assertThat(owedBy(caseNo)).isNotEmpty();

    assertThat(leader.post(done, Map.of("done", "Avtalt frå måndag")).statusCode()).isEqualTo(302);
    assertThat(leader.post(done, Map.of("done", "Ein gong til")).statusCode()).isEqualTo(302);

    assertThat(owedBy(caseNo)).isEmpty();
    assertThat(facts.count(caseNo, "complaint.part-carried-out/1")).isEqualTo(1);
    assertThat(trial.one(caseNo).partDone()).isEqualTo("Avtalt frå måndag");
    // what was owed was the ground to read it
    assertThat(leader.get(done).statusCode()).isEqualTo(403);
    assertThat(WebUser.signedIn(port, "intake").get(page).body()).contains("Avtalt frå måndag");
  }

  @Test
  void taking_the_rest_back_leaves_what_was_upheld_and_the_letters_say_so() {
    CaseNo caseNo = upheldInPart();

    withdrawn(caseNo);

    assertThat(letters(caseNo, "complaint-withdrawn"))
        .hasSize(2)
        .allSatisfy(
            letter ->
                assertThat(letter)
                    .contains("gjennomfører vi likevel")
                    .doesNotContain("og avgjerda"));
    assertThat(owedBy(caseNo)).containsExactly("unit-lead");
  }

  @Test
  @Requirement("E11")
  void who_has_no_power_of_attorney_is_not_told_that_anything_was_upheld() {
    CaseNo caseNo = journeys.refused();
    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaintOfKin("missing"));
    journeys.complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        trial.considered().with("standing", "missing").with("waitForPowerOfAttorney", "no"));
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.partly(caseNo));

    withdrawn(caseNo);

    assertThat(letters(caseNo, "complaint-reviewed"))
        .singleElement()
        .asString()
        .doesNotContain("delvis", DONE_OF_IT);
    assertThat(letters(caseNo, "complaint-withdrawn"))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter).doesNotContain("og avgjerda"))
        .filteredOn(letter -> letter.contains("vi likevel"))
        .as("the County Governor alone")
        .singleElement()
        .asString()
        .contains("Statsforvaltaren i Møre og Romsdal");
  }

  private CaseNo upheldInPart() {
    CaseNo caseNo = journeys.complaintConsidered(journeys.refused(), "intake");
    journeys.complete(caseNo, "review-complaint", "signer-2", trial.partly(caseNo));
    return caseNo;
  }

  private void withdrawn(CaseNo caseNo) {
    Complaint complaint = trial.one(caseNo);
    assertThat(trial.withdraw(caseNo, complaint, complaint.version(), true).isDone()).isTrue();
    harness.runDueJobs(caseNo);
  }

  private List<String> letters(CaseNo caseNo, String template) {
    return trial.about(caseNo, template).stream()
        .map(l -> LetterPaper.text(documents.content(l.documentId())))
        .toList();
  }

  private List<String> owedBy(CaseNo caseNo) {
    return jdbc.queryForList(
        "select role from work_item where work_key = ? and due is not null",
        String.class,
        "complaint-part:" + trial.one(caseNo).id());
  }
}
