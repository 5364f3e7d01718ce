package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A letter came back: a person tells the receiver, or it goes out to a new address. */
@VegvisarTest
class ReturnedLetterTest {

  /** A time of its own: the desk shows the newest hundred only. */
  private static final Instant MONDAY_MORNING = Instant.parse("2027-08-02T08:00:00Z");

  @LocalServerPort int port;
  @Autowired PostDesk post;
  @Autowired Letters letters;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired AssessmentDesk assessments;
  @Autowired ActingAs actingAs;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S16", "S32", "S37"})
  void told_by_phone_the_clock_stops_and_both_times_are_kept() {
    CaseNo caseNo = cameBack(journeys.registered(journeys.referred()));
    Instant sent = letter(caseNo).sentAt();
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(facts.clock("T04", caseNo).running()).as("nobody knows, nothing runs out").isFalse();
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/post").body()).contains(path(caseNo));
    assertThat(intake.get(path(caseNo)).body()).contains(">By phone<", ">Handed over<");

    HttpResponse<String> told = intake.post(path(caseNo), byPhone(intake, caseNo));

    assertThat(told.statusCode()).as(told.body()).isEqualTo(302);
    assertThat(letter(caseNo))
        .matches(l -> l.state() == Letters.State.TOLD_OTHERWISE && l.sentAt().equals(sent));
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(facts.clock("T04", caseNo))
        .matches(c -> c.running() && c.startedOn().equals(LocalDate.of(2027, 8, 5)));
    assertThat(assessments.find(caseNo).orElseThrow().toldAt())
        .isEqualTo(Instant.parse("2027-08-05T07:30:00Z"));
    assertThat(facts.words(caseNo, "correspondence.told-otherwise/1")).containsExactly("phoned");
    assertThat(facts.words(caseNo, "assessment.patient-told/1"))
        .containsExactly("letter", "phoned");
    assertThat(facts.owed("intake", caseNo))
        .containsExactly(
            "The patient was phoned: give them the decision letter too, in a way they accept");
    assertThat(intake.get("/post").body()).doesNotContain(path(caseNo));
  }

  @Test
  @Requirement({"S16", "S37"})
  void sent_to_a_new_address_the_patient_is_told_when_it_has_left() {
    CaseNo caseNo = cameBack(journeys.registered(journeys.referred()));

    sentAgain(caseNo, "Nyvegen 7\n6010 Ålesund");

    assertThat(letter(caseNo).state()).isEqualTo(Letters.State.QUEUED);
    assertThat(facts.clock("T01", caseNo).running()).as("not told yet").isTrue();
    assertThat(facts.owed("intake", caseNo)).isEmpty();
    harness.settle(caseNo);
    assertThat(letter(caseNo).state()).isEqualTo(Letters.State.SENT);
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
  }

  @Test
  @Requirement({"S37", "E11"})
  void a_refusal_that_came_back_leaves_the_time_to_complain_until_the_patient_knows() {
    CaseNo caseNo = journeys.refused();
    cameBack(caseNo, letter(caseNo).id());
    assertThat(cases.get(caseNo).open()).isFalse();
    assertThat(facts.clock("T04", caseNo).running()).isFalse();
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> typed = byPhone(intake, caseNo);
    typed.put("how", "handedOver");
    assertThat(intake.get("/cases/" + caseNo + "/letters").body()).contains(path(caseNo));

    assertThat(intake.post(path(caseNo), typed).statusCode()).isEqualTo(302);

    assertThat(facts.clock("T04", caseNo))
        .matches(c -> c.running() && c.startedOn().equals(LocalDate.of(2027, 8, 5)));
    assertThat(cases.get(caseNo).open()).isFalse();
    assertThat(intake.get("/cases/" + caseNo + "/letters").body())
        .contains("handed over 05.08.2027 09.30 by Open Dør: Rett til poliklinikk");
    assertThat(facts.count(caseNo, "casefile.case-closed/1")).isLessThanOrEqualTo(1);
  }

  @Test
  void a_double_click_tells_once_and_a_colleague_on_an_older_page_keeps_what_was_typed() {
    CaseNo caseNo = cameBack(journeys.registered(journeys.referred()));
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> first = byPhone(intake, caseNo);
    Map<String, String> second = byPhone(intake, caseNo);
    second.put("words", "Ringde mor hans");

    intake.post(path(caseNo), first);
    assertThat(intake.post(path(caseNo), first).statusCode()).isEqualTo(302);
    HttpResponse<String> late = intake.post(path(caseNo), second);

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("A colleague has seen to this letter", "Ringde mor hans");
    assertThat(facts.count(caseNo, "correspondence.told-otherwise/1")).isEqualTo(1);
    HttpResponse<String> again = intake.get(path(caseNo));
    assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith("/post");
  }

  @Test
  void what_is_wrong_is_said_at_its_field_and_the_letter_stays_at_the_desk() {
    CaseNo caseNo = cameBack(journeys.registered(journeys.referred()));
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> typed = byPhone(intake, caseNo);
    typed.putAll(Map.of("at", "2027-12-24T10:00", "words", " ", "by", ""));

    assertThat(intake.post(path(caseNo), typed).body())
        .contains("Write who told them", "Write what they were told", "2027-12-24T10:00");
    typed.put("at", "2027-07-01T10:00");
    assertThat(intake.post(path(caseNo), typed).body()).contains("before the letter was written");
    typed.put("how", "pigeon");
    assertThat(intake.post(path(caseNo), typed).body()).contains("Choose how it is seen to");
    typed.putAll(Map.of("how", "sentAgain", "by", "Inn Taket", "address", ""));
    assertThat(intake.post(path(caseNo), typed).body()).contains("Write the new address");
    typed.put("address", "Ein\nTo\nTre\nFire\nFem\nSeks");
    assertThat(intake.post(path(caseNo), typed).body()).contains("in at most 5 lines");
    assertThat(letter(caseNo).state()).isEqualTo(Letters.State.RETURNED);
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"assessor", "therapist", "unit-lead", "referrer", "auditor"})
  void only_who_stands_at_the_post_desk_sees_to_a_letter_that_came_back(String user) {
    CaseNo caseNo = cameBack(journeys.registered(journeys.referred()));
    WebUser web = WebUser.signedIn(port, user);
    web.get("/tasks");

    assertThat(web.get(path(caseNo)).statusCode()).isEqualTo(403);
    assertThat(web.post(path(caseNo), Map.of("_key", UUID.randomUUID().toString())).statusCode())
        .isEqualTo(403);
  }

  /** Signed, posted, and back three days later. */
  private CaseNo cameBack(CaseNo registered) {
    journeys.signed(registered);
    harness.settle(registered);
    return cameBack(registered, letter(registered).id());
  }

  private CaseNo cameBack(CaseNo caseNo, UUID letter) {
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(3)));
    actingAs.user("intake", () -> post.returned(letter));
    assertThat(letter(caseNo).state()).isEqualTo(Letters.State.RETURNED);
    return caseNo;
  }

  private void sentAgain(CaseNo caseNo, String address) {
    WebUser intake = WebUser.signedIn(port, "intake");
    Map<String, String> typed = byPhone(intake, caseNo);
    typed.putAll(Map.of("how", "sentAgain", "words", "", "address", address));
    assertThat(intake.post(path(caseNo), typed).statusCode()).isEqualTo(302);
  }

  private Map<String, String> byPhone(WebUser intake, CaseNo caseNo) {
    Map<String, String> typed = new HashMap<>(WebUser.hidden(intake.get(path(caseNo)).body()));
    typed.put("how", "phoned");
    typed.put("at", "2027-08-05T09:30");
    typed.put("by", "Open Dør");
    typed.put("words", "Rett til poliklinikk, frist og klage");
    typed.put("address", "");
    return typed;
  }

  private String path(CaseNo caseNo) {
    return "/post/" + letter(caseNo).id() + "/told";
  }

  private Letters.Letter letter(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .findFirst()
        .orElseThrow();
  }
}
