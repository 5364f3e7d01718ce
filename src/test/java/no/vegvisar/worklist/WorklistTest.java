package no.vegvisar.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormTrial;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list is the engine's open tasks, no more and no less (decisions 8). */
@VegvisarTest
class WorklistTest {

  @Autowired FormTrial trial;
  @Autowired FormGate gate;
  @Autowired TaskDesk desk;
  @Autowired WorklistProof proof;
  @Autowired WorkQueries work;
  @Autowired HouseWork house;
  @Autowired CaseFiles cases;
  @Autowired BreachAlarm alarm;
  @Autowired CaseAccess access;
  @Autowired Clock clock;
  @Autowired ActingAs actingAs;
  @LocalServerPort int port;

  private CaseNo caseNo;
  private String task;

  @BeforeEach
  void a_case_with_an_open_task() {
    caseNo = trial.start();
    task = trial.task(caseNo).taskId();
  }

  @Test
  void the_list_equals_the_engine_after_creating_claiming_completing_and_deleting() {
    assertThat(proof.differences()).isEmpty();
    assertThat(work.find(task).orElseThrow().unit()).isEqualTo("poliklinikk");

    actingAs.user("therapist", () -> desk.claim(task));
    assertThat(proof.differences()).isEmpty();
    assertThat(work.find(task).orElseThrow().assignee())
        .isEqualTo(actingAs.actor("therapist").id().value());

    actingAs.user(
        "therapist",
        () -> gate.completeTask(task, "w-" + task, "{\"words\":\"Done\",\"way\":\"on\"}"));
    assertThat(proof.differences()).isEmpty();
    assertThat(work.find(task)).isEmpty();

    String second = trial.task(caseNo).taskId();
    assertThat(work.find(second)).isPresent();
    trial.cancel(caseNo);
    assertThat(proof.differences()).isEmpty();
    assertThat(work.find(second)).isEmpty();
  }

  @Test
  void tasks_go_along_when_their_case_moves_to_another_unit() {
    CaseNo moving = trial.startForDoctor();
    String open = trial.task(moving).taskId();
    assertThat(work.find(open).orElseThrow().unit()).isEqualTo("poliklinikk");

    cases.moveToUnit(moving, "lar");

    assertThat(work.find(open).orElseThrow().unit()).isEqualTo("lar");
    assertThat(proof.differences()).isEmpty();
    assertThat(actingAs.user("doctor", () -> desk.claim(open)).isDone()).isTrue();
  }

  @Test
  void what_one_completed_is_done_today() {
    actingAs.user("therapist", () -> desk.claim(task));
    actingAs.user(
        "therapist",
        () -> gate.completeTask(task, "w-" + task, "{\"words\":\"Done\",\"way\":\"on\"}"));

    assertThat(actingAs.user("therapist", () -> work.doneToday()))
        .extracting(WorkQueries.Finished::id)
        .contains(task);
    assertThat(actingAs.user("therapist-2", () -> work.doneToday()))
        .extracting(WorkQueries.Finished::id)
        .doesNotContain(task);
  }

  @Test
  void a_queue_is_read_in_pages_without_losing_or_repeating_a_task() {
    for (int i = 0; i < 5; i++) {
      trial.start();
    }
    actingAs.user(
        "therapist",
        () -> {
          var ids = new java.util.ArrayList<String>();
          String after = null;
          do {
            var page =
                work.page(WorkQueries.View.UNASSIGNED, WorkQueries.Narrowed.NOT, false, after, 2);
            page.entries().forEach(e -> ids.add(e.id()));
            after = page.next();
          } while (after != null);
          assertThat(ids)
              .doesNotHaveDuplicates()
              .contains(task)
              .hasSize((int) work.count(WorkQueries.View.UNASSIGNED, WorkQueries.Narrowed.NOT));
          return null;
        });
  }

  @Test
  void every_view_is_a_page_and_a_claim_swaps_one_row() {
    WebUser web = WebUser.signedIn(port, "therapist");
    for (String view : new String[] {"mine", "group", "unassigned", "soon", "done-today"}) {
      assertThat(web.get("/tasks?view=" + view).statusCode()).as(view).isEqualTo(200);
    }
    assertThat(web.get("/tasks?view=unassigned&sort=created").body())
        .contains("task-" + task)
        .contains("Perle, Prøvd");

    web.with("HX-Request", "true");
    var row = web.post("/tasks/" + task + "/take", Map.of());
    assertThat(row.statusCode()).as(row.body()).isEqualTo(200);
    assertThat(row.body())
        .contains("task-" + task)
        .doesNotContain("<html")
        .doesNotContain("/take\"");

    assertThat(web.get("/tasks?view=mine&sort=created").body())
        .contains("task-" + task)
        .doesNotContain("<html");
    assertThat(
            WebUser.signedIn(port, "therapist-2")
                .with("HX-Request", "true")
                .post("/tasks/" + task + "/take", Map.of())
                .statusCode())
        .isIn(403, 409);
  }

  @Test
  void somebody_of_another_role_does_not_see_the_task() {
    assertThat(WebUser.signedIn(port, "intake").get("/tasks?view=group&sort=created").body())
        .doesNotContain("task-" + task);
    assertThat(WebUser.signedIn(port, "intake").get("/tasks/" + task).statusCode()).isEqualTo(403);
  }

  @Test
  void a_broken_deadline_becomes_work_for_the_leader_of_the_unit_once() {
    var due = OsloTime.dateOf(clock.instant()).minusDays(1);
    var deadline =
        new DeadlineClocks.DeadlineClock(
            "T01",
            "T01",
            caseNo.value(),
            caseNo,
            DeadlineClocks.Kind.BINDING,
            due.minusDays(14),
            due,
            java.util.List.of(),
            null,
            null,
            clock.instant());

    alarm.breached(caseNo, deadline);
    alarm.breached(caseNo, deadline);

    actingAs.user(
        "unit-lead",
        () -> {
          var mine =
              work
                  .page(WorkQueries.View.UNASSIGNED, WorkQueries.Narrowed.NOT, true, null, 200)
                  .entries()
                  .stream()
                  .filter(e -> e.house() && caseNo.value().equals(e.caseNo()))
                  .toList();
          assertThat(mine).hasSize(1);
          assertThat(access.decide(caseNo, no.vegvisar.access.Thing.CASE_SUMMARY).allowed())
              .isTrue();
          return null;
        });
    assertThat(
            WebUser.signedIn(port, "unit-lead").get("/tasks?view=unassigned&sort=created").body())
        .contains("Deadline passed");
  }

  @Test
  void an_item_of_the_house_stands_once_until_it_is_taken_off() {
    var item =
        new HouseWork.Item(
            "trial",
            Role.UNIT_LEAD,
            "poliklinikk",
            null,
            caseNo,
            new LocalText("See to it", "Sjå til det", "Se til det"),
            null,
            "/cases/" + caseNo,
            "trial:" + caseNo,
            false);
    var id = house.add(item);
    assertThat(house.add(item)).isEqualTo(id);

    WebUser web = WebUser.signedIn(port, "unit-lead");
    assertThat(web.get("/work/" + id).body()).contains("See to it");
    assertThat(WebUser.signedIn(port, "therapist").get("/work/" + id).statusCode()).isEqualTo(404);
    assertThat(web.get("/tasks?view=group").body()).doesNotContain("value=\"" + id + "\"");
    assertThat(web.post("/work/" + id + "/done", Map.of()).statusCode()).isEqualTo(302);
    assertThat(work.find(id.toString())).isEmpty();
  }

  @Test
  void what_only_its_cause_settles_has_no_button_and_no_post_takes_it_off() {
    var id =
        house.add(
            new HouseWork.Item(
                "trial",
                Role.UNIT_LEAD,
                "poliklinikk",
                null,
                caseNo,
                new LocalText("A duty", "Ei plikt", "En plikt"),
                null,
                "/cases/" + caseNo,
                "duty:" + caseNo,
                true));
    WebUser web = WebUser.signedIn(port, "unit-lead");

    assertThat(web.get("/work/" + id).body())
        .contains("A duty", "leaves the list when it is settled there")
        .doesNotContain("/work/" + id + "/done");
    web.post("/work/" + id + "/done", Map.of());
    assertThat(work.find(id.toString())).isPresent();

    house.doneByKey("duty:" + caseNo);
    assertThat(work.find(id.toString())).isEmpty();
  }
}
