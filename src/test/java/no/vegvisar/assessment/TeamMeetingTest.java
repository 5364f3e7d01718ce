package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.WaitingTasks;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The assessment team works through what waits: an agenda, then what is to be signed. */
@VegvisarTest
class TeamMeetingTest {

  /** Early, so that these referrals are the most urgent of all that wait; a day for each test. */
  private static Instant monday = Instant.parse("2025-08-04T09:00:00Z");

  private static final String UNIT = "vurdering";

  @Autowired MeetingDesk desk;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired TaskDesk tasks;
  @LocalServerPort int port;

  private CaseNo older;
  private CaseNo newer;

  @BeforeEach
  void two_referrals_wait_to_be_assessed() {
    monday = monday.plus(Duration.ofDays(7));
    harness.at(monday.minus(Duration.ofDays(4)));
    older = journeys.registered(journeys.referred());
    harness.at(monday);
    newer = journeys.registered(journeys.referred());
  }

  @Test
  @Requirement("S29")
  void what_waits_is_one_agenda_with_the_fewest_working_days_left_first() {
    List<CaseNo> waiting =
        actingAs.user(
            "assessor", () -> desk.toPrepare().stream().map(WaitingTasks.Waiting::caseNo).toList());

    assertThat(waiting).containsSubsequence(older, newer);
    String page = WebUser.signedIn(port, "assessor").get("/meeting").body();
    assertThat(page).contains(older.value(), "8 working days left", newer.value());
    assertThat(page).contains("10 working days left");
  }

  @Test
  void a_meeting_of_nobody_does_not_begin_and_what_was_chosen_stays() {
    WebUser assessor = WebUser.signedIn(port, "assessor");
    var form = WebUser.hidden(assessor.get("/meeting").body());
    form.put("day", today());
    form.put("cases", newer.value());

    var refused = assessor.post("/meeting/begin", form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Say who takes part before the meeting begins.")
        .containsPattern("value=\"" + newer + "\"[^>]*checked")
        .doesNotContainPattern("value=\"" + older + "\"[^>]*checked");
    assertThat(facts.count(newer, "assessment.on-agenda/1")).isZero();
  }

  @Test
  @Requirement("S29")
  void who_takes_part_is_said_once_and_stands_in_every_form_and_on_every_record() {
    begun(older, newer);

    assertThat(facts.entry(older, "assessment.on-agenda/1").event())
        .isEqualTo(
            new AssessmentEvent.OnAgenda(today(), List.of(DemoUsers.idOf("assessor").value())));
    assertThat(facts.count(newer, "assessment.on-agenda/1")).isOne();
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String first = assessor.get("/tasks/" + task(older) + "?run=agenda").body();
    assertThat(first).contains("doctor").contains("The agenda").contains("1 of 2");
    assertThat(first).contains("/tasks/" + task(newer) + "?run=agenda");
  }

  @Test
  void completing_leads_to_the_next_on_the_agenda_and_at_the_end_back_to_the_meeting() {
    begun(older, newer);
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String second = task(newer);

    String afterFirst = completed(assessor, task(older));
    assertThat(afterFirst).startsWith("/tasks/" + second + "?run=agenda&done=");
    assertThat(completed(assessor, second)).startsWith("/meeting?done=");
    assertThat(assessor.get("/meeting").body()).doesNotContain("Go on with the agenda");
  }

  @Test
  void what_a_colleague_has_taken_stays_with_them() {
    actingAs.user("signer", () -> tasks.claim(task(newer)));

    begun(older, newer);

    assertThat(journeys.task(older, "prepare-assessment").assignee())
        .isEqualTo(DemoUsers.idOf("assessor").value());
    assertThat(journeys.task(newer, "prepare-assessment").assignee())
        .isEqualTo(DemoUsers.idOf("signer").value());
  }

  @Test
  void two_who_plan_at_once_do_not_undo_each_other() {
    LocalDate day = LocalDate.parse(today()).plusDays(2);
    MeetingDesk.Typed typed = typed(day, 0, older);
    actingAs.user("assessor", () -> desk.plan(UNIT, typed));

    List<Refusal> second =
        actingAs.user("signer", () -> desk.plan(UNIT, typed(day, 99, older, newer)));

    assertThat(second).extracting(Refusal::key).containsExactly("meeting.refusal.changed");
    assertThat(desk.on(UNIT, day).leftOut()).contains(newer).doesNotContain(older);
  }

  @Test
  @Requirement("S29")
  void what_one_has_prepared_oneself_is_not_among_what_one_may_sign() {
    journeys.complete(newer, "prepare-assessment", "signer", journeys.granted("outpatient"));
    journeys.complete(older, "prepare-assessment", "assessor", journeys.granted("outpatient"));

    assertThat(toSign("signer")).contains(older).doesNotContain(newer);
    assertThat(toSign("signer-2")).containsSubsequence(older, newer);
    String task = journeys.task(older, "sign-decision").taskId();
    assertThat(WebUser.signedIn(port, "signer-2").get("/tasks/" + task + "?run=signing").body())
        .contains("To be signed");
  }

  @Test
  void the_meeting_is_for_those_on_the_team() {
    assertThat(WebUser.signedIn(port, "therapist").get("/meeting").statusCode()).isEqualTo(403);
    assertThat(WebUser.signedIn(port, "referrer").get("/meeting").statusCode()).isEqualTo(403);
  }

  private List<CaseNo> toSign(String user) {
    return actingAs.user(
        user, () -> desk.toSign().stream().map(WaitingTasks.Waiting::caseNo).toList());
  }

  private void begun(CaseNo... cases) {
    List<Refusal> refusals =
        actingAs.user(
            "assessor",
            () -> {
              LocalDate day = LocalDate.parse(today());
              return desk.begin(UNIT, typed(day, desk.on(UNIT, day).version(), cases));
            });
    assertThat(refusals).isEmpty();
  }

  private static MeetingDesk.Typed typed(LocalDate day, long version, CaseNo... cases) {
    return new MeetingDesk.Typed(
        day,
        version,
        List.of(DemoUsers.idOf("assessor").value()),
        List.of("doctor"),
        List.of(cases).stream().map(CaseNo::value).toList());
  }

  private String completed(WebUser assessor, String taskId) {
    String page = assessor.get("/tasks/" + taskId + "?run=agenda").body();
    var form = WebUser.hidden(page.substring(page.indexOf("id=\"task-form\"")));
    form.put(
        "data",
        """
        {"outcome":"granted","levels":[{"level":"outpatient"}],"place":"Ålesund","deadline":"%s",
         "reason":"Alvorleg nok"}"""
            .formatted(journeys.day(42)));
    return assessor
        .post("/tasks/" + taskId + "/complete?run=agenda", form)
        .headers()
        .firstValue("Location")
        .orElse("refused");
  }

  private String task(CaseNo caseNo) {
    return journeys.task(caseNo, "prepare-assessment").taskId();
  }

  private static String today() {
    return monday.toString().substring(0, 10);
  }
}
