package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has a conflict of interest sees nothing of the case and decides nothing in it. */
@VegvisarTest
class SteppingBackTest {

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired OpenTasks tasks;
  @Autowired TaskDesk desk;
  @Autowired Conflicts conflicts;

  @Test
  @Requirement({"S29", "E14"})
  void an_assessor_who_steps_back_has_the_task_no_longer_and_the_group_has_it() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    String task = journeys.task(caseNo, "prepare-assessment").taskId();
    WebUser assessor = WebUser.signedIn(port, "assessor");
    assessor.get("/tasks/" + task);
    assessor.post("/tasks/" + task + "/claim", Map.of());
    assertThat(assessor.get("/tasks/" + task).body())
        .contains("/cases/" + caseNo + "/conflict", "Do you know the patient?");

    assessor.get("/cases/" + caseNo + "/conflict");
    var answer = assessor.post("/cases/" + caseNo + "/conflict", Map.of());

    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(l -> assertThat(l).endsWith("/stepped-back"));
    assertThat(assessor.get("/stepped-back").body())
        .contains("You have stepped back")
        .doesNotContain(caseNo.value());
    assertThat(journeys.task(caseNo, "prepare-assessment").assignee()).isNull();
    assertThat(assessor.get("/cases/" + caseNo + "/overview").statusCode()).isEqualTo(403);
    assertThat(assessor.get("/tasks/" + task).statusCode()).isEqualTo(403);
    assertThat(assessor.post("/tasks/" + task + "/claim", Map.of()).statusCode()).isEqualTo(403);
    assertThat(assessor.get("/tasks?view=group").body()).doesNotContain(caseNo.value());
    // a colleague goes on
    journeys.complete(caseNo, "prepare-assessment", "signer", journeys.granted("outpatient"));
  }

  @Test
  void a_signer_who_stepped_back_is_offered_nothing_of_the_case() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "assessor", journeys.granted("outpatient"));
    actingAs.user("signer", () -> conflicts.stepBack(caseNo));
    String task = journeys.task(caseNo, "sign-decision").taskId();

    actingAs.user(
        "signer",
        () ->
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> desk.claim(task))
                .isInstanceOf(NoAccessException.class));
    assertThat(desk.successors(journeys.task(caseNo, "sign-decision")))
        .extracting(User::id)
        .contains(DemoUsers.idOf("signer-2"))
        .doesNotContain(DemoUsers.idOf("signer"));
  }

  @Test
  @Requirement("E14")
  void a_therapist_who_stepped_back_cannot_be_assigned() {
    CaseNo caseNo = journeys.rightGranted();
    actingAs.user(
        "unit-lead",
        () -> assertThat(conflicts.has(caseNo, DemoUsers.idOf("therapist"))).isFalse());
    CaseNo with = journeys.therapistAssigned(caseNo);
    actingAs.user("therapist", () -> conflicts.stepBack(with));

    assertThat(journeys.task(with, "record-first-attendance").assignee()).isNull();
    assertThat(WebUser.signedIn(port, "therapist").get("/cases/" + with + "/overview").statusCode())
        .isEqualTo(403);
  }

  @Test
  void colleagues_read_who_stepped_back_and_nobody_reads_why() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    actingAs.user("signer", () -> conflicts.stepBack(caseNo));
    actingAs.user("signer", () -> conflicts.stepBack(caseNo));

    assertThat(facts.words(caseNo, "casefile.stepped-back/1"))
        .containsExactly(DemoUsers.idOf("signer").value());
    assertThat(WebUser.signedIn(port, "assessor").get("/cases/" + caseNo + "/timeline").body())
        .contains("Djup Fjord has stepped back from the case");
  }

  @Test
  void who_has_no_tie_to_a_case_cannot_step_back_from_it() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser therapist = WebUser.signedIn(port, "therapist");
    therapist.get("/tasks");

    assertThat(therapist.post("/cases/" + caseNo + "/conflict", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(facts.count(caseNo, "casefile.stepped-back/1")).isZero();
  }
}
