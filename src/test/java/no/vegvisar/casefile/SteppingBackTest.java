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
import no.vegvisar.patient.Patients;
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
  @Autowired CaseFiles cases;
  @Autowired Patients patients;

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
  @Requirement("E14")
  void who_stepped_back_by_mistake_takes_it_back_and_has_the_task_again() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    assessor.get("/tasks");
    String task = journeys.task(caseNo, "prepare-assessment").taskId();
    assessor.post("/tasks/" + task + "/claim", Map.of());
    assessor.post("/cases/" + caseNo + "/conflict", Map.of());
    String path = undo(caseNo, "assessor");
    assertThat(assessor.get("/stepped-back/mine").body()).contains(path);
    String page = assessor.get(path).body();
    assertThat(page).contains(caseNo.value()).doesNotContain(nameOn(caseNo));

    assertThat(assessor.post(path, Map.of("_version", version(page))).body())
        .contains("Write what the mistake was");
    Map<String, String> typed = Map.of("_version", version(page), "reason", "Feil sak");
    assertThat(assessor.post(path, typed).statusCode()).isEqualTo(302);
    assertThat(assessor.post(path, typed).statusCode()).as("a double click").isEqualTo(302);

    assertThat(journeys.task(caseNo, "prepare-assessment").assignee())
        .isEqualTo(DemoUsers.idOf("assessor").value());
    assertThat(assessor.get("/cases/" + caseNo + "/overview").statusCode()).isEqualTo(200);
    assertThat(facts.count(caseNo, "casefile.step-back-undone/1")).isEqualTo(1);
    assertThat(assessor.get("/stepped-back/mine").body()).doesNotContain(path);

    // and one may step back anew; the page from before does not undo that
    assessor.post("/cases/" + caseNo + "/conflict", Map.of());
    assertThat(facts.count(caseNo, "casefile.stepped-back/1")).isEqualTo(2);
  }

  @Test
  @Requirement("E14")
  void a_task_that_a_colleague_has_taken_stays_theirs() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    String task = journeys.task(caseNo, "prepare-assessment").taskId();
    tasks.claim(task, DemoUsers.idOf("assessor").value());
    actingAs.user("assessor", () -> conflicts.stepBack(caseNo));
    tasks.claim(task, DemoUsers.idOf("signer").value());
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String path = undo(caseNo, "assessor");

    assessor.post(
        path, Map.of("_version", version(assessor.get(path).body()), "reason", "Feil sak"));

    assertThat(journeys.task(caseNo, "prepare-assessment").assignee())
        .isEqualTo(DemoUsers.idOf("signer").value());
  }

  @Test
  @Requirement("E14")
  void the_head_of_the_unit_takes_it_back_and_a_colleague_does_not() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    actingAs.user("therapist", () -> conflicts.stepBack(caseNo));
    String path = undo(caseNo, "therapist");
    WebUser lead = WebUser.signedIn(port, "unit-lead");
    for (String other : java.util.List.of("doctor", "assessor", "therapist-2", "referrer")) {
      WebUser colleague = WebUser.signedIn(port, other);
      colleague.get("/tasks");
      assertThat(colleague.post(path, Map.of("reason", "Feil")).statusCode())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(lead.get("/cases/" + caseNo + "/conflict").body()).contains(path);

    String version = version(lead.get(path).body());
    assertThat(lead.post(path, Map.of("_version", version, "reason", "Valde feil")).statusCode())
        .isEqualTo(302);

    assertThat(journeys.task(caseNo, "record-first-attendance").assignee())
        .isEqualTo(DemoUsers.idOf("therapist").value());
    assertThat(
            WebUser.signedIn(port, "therapist").get("/cases/" + caseNo + "/overview").statusCode())
        .isEqualTo(200);
  }

  private static String undo(CaseNo caseNo, String user) {
    return "/cases/" + caseNo + "/conflict/" + DemoUsers.idOf(user).value();
  }

  private static String version(String page) {
    return WebUser.hidden(page).get("_version");
  }

  private String nameOn(CaseNo caseNo) {
    return patients.get(cases.get(caseNo).personId()).familyName();
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
