package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A mistake in a letter does not wait until who signed is back, and never goes past a second. */
@VegvisarTest
class CorrectionByOthersTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final UserId SIGNER = DemoUsers.idOf("signer");
  private static final UserId DEPUTY = DemoUsers.idOf("signer-2");

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired Absences absences;
  @Autowired Conflicts conflicts;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @AfterEach
  void everybody_is_back() {
    List.of(SIGNER, DEPUTY)
        .forEach(user -> absences.of(user).forEach(a -> absences.end(a.id(), user)));
  }

  @Test
  @Requirement("S29")
  void while_the_signer_is_away_the_stand_in_corrects_by_the_number_on_the_letter() {
    CaseNo caseNo = journeys.inTreatment();
    WebUser deputy = WebUser.signedIn(port, "signer-2");
    assertThat(deputy.get(page(caseNo)).statusCode()).isEqualTo(403);
    assertThat(deputy.get("/corrections?case=" + caseNo).statusCode()).isEqualTo(422);
    away();

    assertThat(deputy.get("/tasks").body()).contains("/corrections", "Correct a letter for Djup");
    assertThat(deputy.get("/corrections?case=" + caseNo).statusCode()).isEqualTo(302);
    assertThat(corrected(deputy, caseNo)).isEqualTo(302);
    harness.settle(caseNo);

    assertThat(facts.entry(caseNo, "assessment.corrected/1").actor()).isEqualTo(DEPUTY);
    assertThat(facts.entry(caseNo, "assessment.corrected/1").onBehalfOf()).isEqualTo(SIGNER);
    assertThat(newest(caseNo)).contains("Signert av Djup Fjord", "Retta av Brei Vidde");
    assertThat(deputy.get("/corrections?done=" + caseNo).body()).contains("is on its way");
    assertThat(openTies(caseNo)).isZero();
    absences.of(SIGNER).forEach(a -> absences.end(a.id(), SIGNER));
    assertThat(deputy.get("/cases/" + caseNo + "/assessment").statusCode()).isEqualTo(403);
    assertThat(
            jdbc.queryForList(
                "select reader from read_log where case_no = ? and what = 'letter-correction'",
                String.class,
                caseNo.value()))
        .contains(DEPUTY.value());
  }

  @Test
  void while_the_signer_is_away_the_leader_of_the_cases_unit_corrects_and_nobody_else_there() {
    CaseNo caseNo = journeys.inTreatment();
    WebUser leader = WebUser.signedIn(port, "unit-lead");
    assertThat(leader.get(page(caseNo)).statusCode()).isEqualTo(403);
    away();

    assertThat(leader.get("/cases/" + caseNo + "/overview").body()).contains(page(caseNo));
    assertThat(corrected(leader, caseNo)).isEqualTo(302);

    assertThat(facts.entry(caseNo, "assessment.corrected/1").onBehalfOf()).isNull();
    assertThat(newest(caseNo)).contains("Retta av Stødig Varde");
    assertThat(leader.get("/cases/" + caseNo + "/assessment").statusCode()).isEqualTo(403);
    for (String other : new String[] {"therapist", "intake", "assessor", "referrer"}) {
      assertThat(WebUser.signedIn(port, other).get(page(caseNo)).statusCode())
          .as(other)
          .isEqualTo(403);
    }
  }

  @Test
  @Requirement("S29")
  void who_prepared_the_decision_corrects_its_letter_for_nobody() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "signer", journeys.granted("outpatient"));
    journeys.complete(caseNo, "sign-decision", "signer-2", new Answers().with("signed", "signed"));
    journeys.told(caseNo);
    away(DEPUTY, SIGNER);

    assertThat(WebUser.signedIn(port, "signer").get(page(caseNo)).statusCode()).isEqualTo(403);
    assertThat(WebUser.signedIn(port, "unit-lead").get(page(caseNo)).statusCode()).isEqualTo(200);
  }

  @Test
  @Requirement("E14")
  void who_has_stepped_back_from_the_case_stands_in_for_nobody_on_it() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    actingAs.user("signer-2", () -> conflicts.stepBack(caseNo));
    journeys.told(journeys.signed(caseNo));
    away();

    assertThat(WebUser.signedIn(port, "signer-2").get(page(caseNo)).statusCode()).isEqualTo(403);
    assertThat(WebUser.signedIn(port, "signer-2").get("/corrections?case=" + caseNo).statusCode())
        .isEqualTo(422);
  }

  @Test
  void who_could_correct_nobodys_letter_is_not_given_the_form() {
    for (String other : new String[] {"therapist", "intake", "referrer", "auditor"}) {
      WebUser user = WebUser.signedIn(port, other);
      assertThat(user.get("/corrections").statusCode()).as(other).isEqualTo(403);
    }
    assertThat(WebUser.signedIn(port, "unit-lead").get("/corrections").statusCode()).isEqualTo(200);
  }

  private void away() {
    away(SIGNER, DEPUTY);
  }

  private void away(UserId who, UserId standIn) {
    assertThat(
            absences
                .register(
                    new Absence(
                        UUID.randomUUID(),
                        who,
                        standIn,
                        Role.SIGNER,
                        "vurdering",
                        journeys.today(),
                        journeys.today().plusDays(7)),
                    who)
                .isDone())
        .isTrue();
  }

  private int corrected(WebUser user, CaseNo caseNo) {
    Map<String, String> form = new HashMap<>(WebUser.hidden(user.get(page(caseNo)).body()));
    form.put("why", "Det sto feil stad");
    form.put("reason", "Alvorleg nok og nytte av hjelp");
    form.put("place", "Vestmoa");
    return user.post(page(caseNo), form).statusCode();
  }

  private static String page(CaseNo caseNo) {
    return "/cases/" + caseNo + "/assessment/correction";
  }

  private String newest(CaseNo caseNo) {
    Letter letter =
        letters.ofCase(caseNo).stream()
            .filter(l -> l.to() == Letters.To.PATIENT)
            .reduce((first, last) -> last)
            .orElseThrow();
    return LetterPaper.text(documents.content(letter.documentId()));
  }

  private int openTies(CaseNo caseNo) {
    return jdbc.queryForObject(
        "select count(*) from case_relation where case_no = ? and ref like 'correction:%'"
            + " and ended_at is null",
        Integer.class, caseNo.value());
  }
}
