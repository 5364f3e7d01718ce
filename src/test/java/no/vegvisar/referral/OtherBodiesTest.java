package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tribunal's and the prison service's cases are followed and reminded of, never decided. */
@VegvisarTest
class OtherBodiesTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired DeadlineClocks clocks;
  @Autowired OtherBodies bodies;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest
  @CsvSource({
    "coercion, coercion",
    "prisonSentence, prisonSentence",
    "none, ordinary",
  })
  @Requirement({"S191", "S192"})
  void what_another_body_decides_is_looked_at_by_a_person_and_the_clinic_is_not_the_applicant(
      String otherBody, String way) {
    CaseNo caseNo = journeys.referred();

    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("otherBody", otherBody));

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly(way);
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"interimOrder, T28, 2026-12-13", "hol10-2, T29, 2027-02-28"})
  @Requirement("S191")
  void an_order_is_reminded_of_when_its_time_runs_out_and_ends_only_when_a_person_says_so(
      String kind, String rule, LocalDate due) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");

    assertThat(note(assessor, caseNo, kind, "2026-11-29", "").statusCode()).isEqualTo(302);

    OtherBodyCase file = bodies.of(caseNo).get(0);
    assertThat(clocks.find(rule, file.id().toString()).orElseThrow().dueOn()).isEqualTo(due);
    assertThat(facts.owed("assessor", caseNo)).hasSize(1);
    assertThat(facts.types(caseNo)).contains("referral.other-body-noted/1", "deadline.started/1");

    harness.at(MONDAY_MORNING.plus(Duration.ofDays(200)));
    harness.runDueJobs(caseNo);
    assertThat(bodies.of(caseNo).get(0).open()).isTrue();
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(facts.owed("assessor", caseNo)).hasSize(1);

    harness.at(MONDAY_MORNING.plus(Duration.ofDays(201)));
    tell(assessor, caseNo, file.id(), "ended", "2027-06-18", "Nemnda har oppheva vedtaket");

    assertThat(bodies.of(caseNo).get(0).endedOn()).isEqualTo(LocalDate.of(2027, 6, 18));
    assertThat(clocks.find(rule, file.id().toString()).orElseThrow().stopCause())
        .isEqualTo("ended");
    assertThat(facts.owed("assessor", caseNo)).isEmpty();
    assertThat(facts.words(caseNo, "referral.other-body-told/1"))
        .containsExactly(kind + " ended 2027-06-18");
    assertThat(assessor.get("/cases/" + caseNo + "/ways").body()).contains("ended 18.06.2027");
  }

  @ParameterizedTest
  @CsvSource({"hol10-3, T30", "hol10-4, T31"})
  @Requirement("S191")
  void where_no_length_is_established_nothing_is_invented_and_a_person_may_set_the_day(
      String kind, String rule) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");

    note(assessor, caseNo, kind, "2026-11-30", "");
    note(assessor, caseNo, kind, "2026-11-30", "2027-01-04");

    assertThat(clocks.find(rule, bodies.of(caseNo).get(0).id().toString())).isEmpty();
    assertThat(clocks.find(rule, bodies.of(caseNo).get(1).id().toString()).orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(facts.owed("assessor", caseNo)).hasSize(2);
  }

  @Test
  @Requirement("S192")
  void a_sentence_needs_the_right_first_then_the_grant_and_a_revocation_ends_nothing_here() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    note(assessor, caseNo, "sentence12", "2026-11-30", "");
    UUID id = bodies.of(caseNo).get(0).id();
    assertThat(clocks.find("T32", id.toString())).isEmpty();

    var tooEarly = tell(assessor, caseNo, id, "granted", "2026-11-30", "Innvilga");
    assertThat(tooEarly.statusCode()).isEqualTo(422);
    assertThat(tooEarly.body()).contains("The right to care comes first", "Innvilga");
    assertThat(tell(assessor, caseNo, id, "revoked", "2026-11-30", "Brot").body())
        .contains("Only what has been granted can be revoked");

    journeys.therapistAssigned(journeys.told(journeys.signed(caseNo)));
    assertThat(facts.owed("assessor", caseNo)).isEmpty();
    assertThat(facts.owed("therapist", caseNo)).hasSize(1);
    WebUser therapist = WebUser.signedIn(port, "therapist");
    assertThat(tell(therapist, caseNo, id, "granted", "2026-11-30", "Innvilga").statusCode())
        .isEqualTo(302);
    tell(therapist, caseNo, id, "granted", "2026-11-30", "Innvilga");
    assertThat(clocks.find("T32", id.toString()).orElseThrow().dueOn())
        .isEqualTo(LocalDate.of(2027, 11, 30));

    tell(therapist, caseNo, id, "revoked", "2026-11-30", "Brot på vilkår");

    assertThat(facts.words(caseNo, "referral.other-body-told/1"))
        .containsExactly("sentence12 granted 2026-11-30", "sentence12 revoked 2026-11-30");
    assertThat(bodies.of(caseNo).get(0).open()).isTrue();
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(therapist.get("/cases/" + caseNo + "/ways").body())
        .contains("granted 30.11.2026", "revoked 30.11.2026");
    assertThat(clocks.find("T32", id.toString()).orElseThrow().running()).isFalse();

    assertThat(
            tell(therapist, caseNo, id, "granted", "2026-11-30", "Innvilga på nytt").statusCode())
        .isEqualTo(302);
    assertThat(clocks.find("T32", id.toString()).orElseThrow().running()).isTrue();
    assertThat(facts.owed("therapist", caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S191")
  void a_double_click_notes_one_case_and_what_is_wrong_is_said_and_keeps_what_was_typed() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String path = "/cases/" + caseNo + "/ways/bodies";
    Map<String, String> typed = new HashMap<>(WebUser.hidden(assessor.get(path).body()));
    typed.putAll(Map.of("kind", "hol10-2", "on", "2026-11-20"));

    assessor.post(path, typed);
    assessor.post(path, typed);
    assertThat(bodies.of(caseNo)).hasSize(1);

    Map<String, String> wrong = new HashMap<>(typed);
    wrong.putAll(WebUser.hidden(assessor.get(path).body()));
    wrong.put("on", "2026-12-24");
    var refused = assessor.post(path, wrong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("The day cannot be later than today", "value=\"2026-12-24\"");
    assertThat(bodies.of(caseNo)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"therapist", "unit-lead", "referrer", "municipal-coordinator"})
  void nobody_without_a_tie_to_the_referral_reads_or_tells_the_status(String user) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser web = WebUser.signedIn(port, user);
    web.get("/tasks");

    assertThat(web.get("/cases/" + caseNo + "/ways/bodies").statusCode()).isEqualTo(403);
    assertThat(
            web.post(
                    "/cases/" + caseNo + "/ways/bodies",
                    Map.of(
                        "_key",
                        UUID.randomUUID().toString(),
                        "kind",
                        "hol10-2",
                        "on",
                        "2026-11-20"))
                .statusCode())
        .isEqualTo(403);
    assertThat(bodies.of(caseNo)).isEmpty();
  }

  private java.net.http.HttpResponse<String> note(
      WebUser web, CaseNo caseNo, String kind, String on, String remindOn) {
    String path = "/cases/" + caseNo + "/ways/bodies";
    Map<String, String> typed = new HashMap<>(WebUser.hidden(web.get(path).body()));
    typed.putAll(Map.of("kind", kind, "on", on, "remindOn", remindOn));
    return web.post(path, typed);
  }

  private java.net.http.HttpResponse<String> tell(
      WebUser web, CaseNo caseNo, UUID id, String step, String on, String reason) {
    String path = "/cases/" + caseNo + "/ways/bodies/" + id;
    return web.post(
        path, Map.of("_version", web.version(path), "step", step, "on", on, "reason", reason));
  }
}
