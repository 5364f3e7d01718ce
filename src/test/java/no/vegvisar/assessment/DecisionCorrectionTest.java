package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.State;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A decision letter with a mistake in it is replaced by a new one and never overwritten. */
@VegvisarTest
class DecisionCorrectionTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String WHY = "Det sto feil stad";
  private static final String RIGHT = "Ålesund behandlingssenter, Vestmoa";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S34", "S37"})
  void a_correction_names_the_letter_it_replaces_and_both_are_kept() {
    CaseNo caseNo = journeys.rightGranted();
    Letter first = toPatient(caseNo).get(0);
    byte[] firstPaper = documents.content(first.documentId());
    WebUser signer = WebUser.signedIn(port, "signer");
    assertThat(signer.get("/cases/" + caseNo + "/assessment").body())
        .contains("/cases/" + caseNo + "/assessment/correction");

    assertThat(post(signer, caseNo, filled(signer, caseNo)).statusCode()).isEqualTo(302);
    harness.settle(caseNo);

    List<Letter> now = toPatient(caseNo);
    assertThat(now).extracting(Letter::state).containsExactly(State.SUPERSEDED, State.SENT);
    assertThat(now.get(0).supersededBy()).isEqualTo(now.get(1).id());
    assertThat(now.get(1).replaces()).isEqualTo(first.id());
    assertThat(LetterPaper.text(documents.content(now.get(1).documentId())))
        .contains("Dette brevet rettar eit tidlegare brev", "30. november 2026", WHY, RIGHT);
    assertThat(documents.content(first.documentId())).isEqualTo(firstPaper);
    assertThat(signer.get("/cases/" + caseNo + "/documents/" + first.documentId()).statusCode())
        .isEqualTo(200);
    assertThat(signer.get("/cases/" + caseNo + "/letters").body())
        .contains("Replaced by a newer letter", "Corrects and replaces the letter of");
    assertThat(facts.types(caseNo))
        .containsSubsequence(
            "assessment.patient-told/1",
            "correspondence.letter-superseded/1",
            "assessment.corrected/1",
            "correspondence.letter-sent/1");
  }

  @Test
  void the_referrer_who_read_the_first_answer_reads_the_corrected_one() {
    CaseNo caseNo = journeys.rightGranted();

    corrected(caseNo);

    List<Letter> answers =
        letters.ofCase(caseNo).stream().filter(l -> l.to() == Letters.To.REFERRER).toList();
    assertThat(answers).extracting(Letter::state).containsExactly(State.SUPERSEDED, State.SENT);
    assertThat(LetterPaper.text(documents.content(answers.get(1).documentId())))
        .contains("rettar og erstattar", WHY, RIGHT);
  }

  @Test
  @Requirement("S8")
  void whoever_else_referred_the_same_person_reads_the_corrected_answer_too() {
    Answers referral = journeys.referral();
    CaseNo caseNo = journeys.registered(journeys.referred(referral));
    CaseNo gp = joined(referral.with("referrerKind", "gp"));
    CaseNo nav = joined(referral.with("referrerKind", "nav"));
    journeys.told(journeys.signed(caseNo));

    corrected(caseNo);

    List<Letter> answers = letters.ofCase(gp);
    assertThat(answers).extracting(Letter::state).containsExactly(State.SUPERSEDED, State.SENT);
    assertThat(LetterPaper.text(documents.content(answers.get(1).documentId())))
        .contains("rettar og erstattar", WHY, RIGHT)
        .doesNotContain(caseNo.value());
    assertThat(letters.ofCase(nav)).extracting(Letter::state).containsExactly(State.SENT);
  }

  @Test
  void a_neutral_answer_has_nothing_to_correct() {
    CaseNo caseNo =
        journeys.told(
            journeys.signed(
                journeys.registered(
                    journeys.referred(journeys.referral().with("referrerKind", "nav")))));

    corrected(caseNo);

    assertThat(letters.ofCase(caseNo))
        .filteredOn(l -> l.to() == Letters.To.REFERRER)
        .extracting(Letter::state)
        .containsExactly(State.SENT);
  }

  @Test
  @Requirement("S32")
  void
      a_correction_reopens_neither_the_assessment_nor_its_clock_whatever_becomes_of_either_paper() {
    CaseNo caseNo = journeys.rightGranted();
    DeadlineClock before = facts.clock("T01", caseNo);
    DeadlineClock start = facts.clock("T02", caseNo);
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(20)));

    corrected(caseNo);
    transaction.executeWithoutResult(
        s -> toPatient(caseNo).forEach(letter -> letters.returned(letter.id())));

    assertThat(facts.clock("T01", caseNo)).isEqualTo(before);
    assertThat(facts.clock("T02", caseNo)).isEqualTo(start);
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
    assertThat(toPatient(caseNo))
        .extracting(Letter::state)
        .containsExactly(State.SUPERSEDED, State.RETURNED);
    assertThat(owed(toPatient(caseNo).get(1).id())).isEqualTo(DemoUsers.idOf("signer").value());
  }

  @Test
  @Requirement("S37")
  void the_time_to_complain_counts_from_the_letter_that_replaces_and_history_shows_both() {
    CaseNo caseNo = journeys.rightGranted();
    assertThat(facts.clock("T04", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 28));
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(20)));
    WebUser signer = WebUser.signedIn(port, "signer");

    assertThat(post(signer, caseNo, filled(signer, caseNo)).statusCode()).isEqualTo(302);
    assertThat(facts.clock("T04", caseNo).startedOn())
        .as("nothing begins before the letter has left")
        .isEqualTo(LocalDate.of(2026, 11, 30));
    harness.settle(caseNo);

    DeadlineClock anew = facts.clock("T04", caseNo);
    assertThat(anew.running()).isTrue();
    assertThat(anew.startedOn()).isEqualTo(LocalDate.of(2026, 12, 20));
    assertThat(anew.dueOn()).isEqualTo(LocalDate.of(2027, 1, 17));
    assertThat(facts.words(caseNo, "deadline.stopped/1"))
        .contains("T04 2026-12-28 kept letter-corrected");
    assertThat(facts.words(caseNo, "deadline.started/1"))
        .contains("T04 2026-12-28", "T04 2027-01-17");
    assertThat(signer.get("/cases/" + caseNo + "/timeline").body())
        .contains("a corrected letter replaces the one before");
  }

  @Test
  void a_complaint_in_time_keeps_its_standing_and_a_corrected_letter_gives_time_anew() {
    CaseNo caseNo = journeys.refused();
    journeys.begin(caseNo, "register-complaint", "intake", journeys.complaint());
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(2)));

    corrected(caseNo);

    assertThat(facts.words(caseNo, "deadline.stopped/1"))
        .contains("T04 2026-12-28 kept complaint-received");
    assertThat(facts.clock("T04", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 30));
    assertThat(journeys.openForms(caseNo)).containsExactly("consider-complaint");
  }

  @Test
  void a_double_click_makes_one_letter_and_a_correction_of_the_correction_a_third() {
    CaseNo caseNo = journeys.rightGranted();
    WebUser signer = WebUser.signedIn(port, "signer");
    Map<String, String> form = filled(signer, caseNo);

    assertThat(post(signer, caseNo, form).statusCode()).isEqualTo(302);
    assertThat(post(signer, caseNo, form).statusCode()).isEqualTo(302);
    assertThat(toPatient(caseNo)).hasSize(2);

    assertThat(post(signer, caseNo, filled(signer, caseNo)).statusCode()).isEqualTo(302);
    assertThat(toPatient(caseNo))
        .extracting(Letter::state)
        .containsExactly(State.SUPERSEDED, State.SUPERSEDED, State.QUEUED);
    assertThat(facts.count(caseNo, "assessment.corrected/1")).isEqualTo(2);
  }

  @Test
  void a_page_that_was_read_before_another_correction_is_refused_and_keeps_what_was_typed() {
    CaseNo caseNo = journeys.rightGranted();
    WebUser signer = WebUser.signedIn(port, "signer");
    Map<String, String> early = filled(signer, caseNo);
    post(signer, caseNo, filled(signer, caseNo));

    var refused = post(signer, caseNo, early);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("corrected meanwhile", RIGHT);
    assertThat(toPatient(caseNo)).hasSize(2);
  }

  @Test
  void a_correction_without_what_was_wrong_is_refused_at_its_field() {
    CaseNo caseNo = journeys.rightGranted();
    WebUser signer = WebUser.signedIn(port, "signer");
    Map<String, String> form = filled(signer, caseNo);
    form.put("why", " ");

    var refused = post(signer, caseNo, form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("href=\"#why\"", RIGHT);
    assertThat(toPatient(caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S36")
  void the_letter_of_a_refusal_is_corrected_though_its_case_is_closed() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        new Answers()
            .with("outcome", "refused")
            .with("reason", "Fastlegen kan hjelpe")
            .with("elsewhere", "Fastlegen"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    journeys.told(caseNo);
    WebUser signer = WebUser.signedIn(port, "signer");
    Map<String, String> form = filled(signer, caseNo);
    form.put("elsewhere", "Fastlegen og kommunen");

    assertThat(post(signer, caseNo, form).statusCode()).isEqualTo(302);

    assertThat(LetterPaper.text(documents.content(toPatient(caseNo).get(1).documentId())))
        .contains("Fastlegen og kommunen");
  }

  @Test
  void the_letter_can_be_looked_at_before_anything_is_sent() {
    CaseNo caseNo = journeys.rightGranted();
    WebUser signer = WebUser.signedIn(port, "signer");
    Map<String, String> form = filled(signer, caseNo);

    var preview = signer.post("/cases/" + caseNo + "/assessment/correction/preview", form);

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(toPatient(caseNo)).hasSize(1);
  }

  @Test
  void neither_preparer_nor_therapist_nor_anybody_before_the_patient_knows_corrects_a_letter() {
    CaseNo untold = journeys.signed(journeys.registered(journeys.referred()));
    assertThat(status("signer", untold)).isEqualTo(403);
    CaseNo own = journeys.registered(journeys.referred());
    journeys.complete(own, "prepare-assessment", "signer", journeys.granted("outpatient"));
    journeys.complete(own, "sign-decision", "signer-2", new Answers().with("signed", "signed"));
    journeys.therapistAssigned(journeys.told(own));

    assertThat(status("signer", own)).isEqualTo(403);
    assertThat(status("therapist", own)).isEqualTo(403);
    assertThat(status("signer-2", own)).isEqualTo(200);
  }

  private int status(String user, CaseNo caseNo) {
    return WebUser.signedIn(port, user)
        .get("/cases/" + caseNo + "/assessment/correction")
        .statusCode();
  }

  private void corrected(CaseNo caseNo) {
    WebUser signer = WebUser.signedIn(port, "signer");
    assertThat(post(signer, caseNo, filled(signer, caseNo)).statusCode()).isEqualTo(302);
    harness.settle(caseNo);
  }

  private Map<String, String> filled(WebUser signer, CaseNo caseNo) {
    String page = signer.get("/cases/" + caseNo + "/assessment/correction").body();
    Map<String, String> form = new HashMap<>(WebUser.hidden(page));
    form.put("why", WHY);
    form.put("reason", "Alvorleg nok og nytte av hjelp");
    form.put("elsewhere", "Fastlegen");
    form.put("place", RIGHT);
    return form;
  }

  private static java.net.http.HttpResponse<String> post(
      WebUser signer, CaseNo caseNo, Map<String, String> form) {
    return signer.post("/cases/" + caseNo + "/assessment/correction", form);
  }

  private List<Letter> toPatient(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream().filter(l -> l.to() == Letters.To.PATIENT).toList();
  }

  /** Who has the piece of work that this letter did not arrive. */
  private String owed(UUID letterId) {
    return jdbc.queryForObject(
        "select assignee from work_item where work_key = ?",
        String.class,
        "correction-not-told:" + letterId);
  }

  private CaseNo joined(Answers referral) {
    CaseNo caseNo = journeys.referred(referral);
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("sameAsOpen", "unsure"));
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Same person"));
    harness.settle(caseNo);
    return caseNo;
  }
}
