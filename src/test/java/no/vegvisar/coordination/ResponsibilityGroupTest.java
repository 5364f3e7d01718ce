package no.vegvisar.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The group's page: what its leaders call, record and tick off, whatever a browser sends. */
@VegvisarTest
class ResponsibilityGroupTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String MINUTES = "Avtalte kven som gjer kva";

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired Outbox outbox;
  @Autowired GroupDesk groups;
  @LocalServerPort int port;

  private CaseNo caseNo;
  private String plan;
  private WebUser therapist;

  @BeforeEach
  void a_group_whose_first_meeting_was_yesterday() {
    harness.at(MONDAY_MORNING);
    caseNo = journeys.groupWanted();
    assertThat(groups.ofCase(caseNo)).as("no group without consent").isEmpty();
    journeys.groupConsented(caseNo);
    plan = "/plans/" + groups.ofCase(caseNo).orElseThrow().id;
    journeys.membersInvited(
        caseNo,
        List.of(
            Map.of("who", "patient", "gets", "full"),
            Map.of("who", "gp", "base", "consent", "gets", "full"),
            Map.of("who", "nav", "base", "none", "gets", "full")));
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(8)));
    therapist = WebUser.signedIn(port, "therapist");
  }

  @Test
  @Requirement({"S98", "S99", "S171"})
  void a_meeting_needs_a_next_date_or_a_reason_and_nothing_typed_is_lost() {
    HttpResponse<String> refused =
        record(
            Map.of(
                "nextMeeting", "", "what", "Søkje bustad", "owner", "nav", "attended", "patient"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Set the next meeting, or write why there is none.")
        .contains("Each promise needs what, an owner and a date.")
        .contains(MINUTES, "value=\"2026-12-07T10:00\"", "value=\"Søkje bustad\"")
        .containsPattern("value=\"nav\" selected")
        .containsPattern("value=\"patient\" checked");
    assertThat(recorded()).isZero();
  }

  @Test
  @Requirement({"S98", "S99"})
  void a_recorded_meeting_stands_with_its_promises_and_who_keeps_them() {
    HttpResponse<String> held =
        record(Map.of("what", "Søkje bustad", "owner", "nav", "by", "2026-12-20"));

    assertThat(held.statusCode()).isBetween(300, 399);
    String page = therapist.get(plan).body();
    assertThat(page).contains(MINUTES, "Søkje bustad", "20 December 2026", "To be kept");
    harness.at(Instant.parse("2026-12-21T08:00:00Z"));
    assertThat(therapist.get(plan).body()).contains(">Late<");

    Matcher kept = Pattern.compile("action=\"(" + plan + "/promises/[^\"]+)\"").matcher(page);
    assertThat(kept.find()).isTrue();
    therapist.post(kept.group(1), Map.of());
    therapist.post(kept.group(1), Map.of());
    assertThat(facts.count(caseNo, "coordination.promise-kept/1")).isEqualTo(1);
  }

  @Test
  @Requirement("S98")
  void a_meeting_day_that_passes_without_a_record_reminds_and_the_group_goes_on() {
    harness.fireTimer(caseNo, "BoundaryEvent_MeetingNotRecorded");
    harness.runDueJobs(caseNo);

    assertThat(facts.count(caseNo, "deadline.warned/1")).isPositive();
    assertThat(journeys.openForms(caseNo)).contains("record-meeting");
    assertThat(facts.count(caseNo, "coordination.group-ended/1")).isZero();
  }

  @Test
  void a_meeting_clicked_twice_at_once_is_recorded_once() {
    Map<String, String> form = filled(Map.of());
    List<WebUser> tabs = List.of(therapist, WebUser.signedIn(port, "therapist"));
    tabs.forEach(tab -> tab.get(plan));

    List<CompletableFuture<Integer>> clicks =
        tabs.stream()
            .map(
                tab ->
                    CompletableFuture.supplyAsync(
                        () -> tab.post(plan + "/meetings", form).statusCode()))
            .toList();

    assertThat(clicks).extracting(CompletableFuture::join).containsOnly(302);
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void the_second_click_on_the_last_meeting_is_no_refusal() {
    Map<String, String> form =
        filled(Map.of("nextMeeting", "", "noNextReason", "Kommunen leier vidare"));

    assertThat(therapist.post(plan + "/meetings", form).statusCode()).isEqualTo(302);
    assertThat(therapist.post(plan + "/meetings", form).statusCode()).isEqualTo(302);

    assertThat(recorded()).isEqualTo(1);
    assertThat(facts.count(caseNo, "coordination.group-ended/1")).isEqualTo(1);
  }

  @Test
  @Requirement("S98")
  void a_group_ended_on_its_page_leaves_no_task_of_the_process_behind() {
    assertThat(journeys.openForms(caseNo)).contains("record-meeting");

    record(Map.of("nextMeeting", "", "noNextReason", "Kommunen leier vidare"));
    harness.runDueJobs(caseNo);

    assertThat(journeys.openForms(caseNo)).doesNotContain("record-meeting");
  }

  @Test
  @Requirement("S98")
  void a_last_meeting_recorded_as_a_task_says_why_there_is_no_next_and_ends_the_group() {
    Answers last =
        new Answers()
            .with("heldAt", journeys.time(Duration.ofDays(-1)))
            .with("minutes", MINUTES)
            .with("meetAgain", "no");

    var silent = journeys.attempt(caseNo, "record-meeting", "therapist", last);
    journeys.complete(
        caseNo, "record-meeting", "therapist", last.with("noNextReason", "Kommunen leier vidare"));

    assertThat(silent.isDone()).isFalse();
    assertThat(recorded()).isEqualTo(1);
    assertThat(facts.count(caseNo, "coordination.group-ended/1")).isEqualTo(1);
    assertThat(journeys.openForms(caseNo)).doesNotContain("record-meeting");
  }

  @Test
  void a_page_opened_before_another_changed_the_group_is_refused_and_keeps_what_was_typed() {
    Map<String, String> stale = filled(Map.of());
    record(Map.of("minutes", "Møtet som vart ført i mellomtida"));

    HttpResponse<String> refused = therapist.post(plan + "/meetings", stale);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Somebody has changed the group since you opened the page.")
        .contains(MINUTES, "Møtet som vart ført i mellomtida");
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void what_a_browser_never_sends_is_refused_in_words_and_changes_nothing() {
    assertThat(record(Map.of("minutes", "x".repeat(4001))).body())
        .contains("There is room for 4,000 characters here.");
    assertThat(record(Map.of("attended", "kongen")).body())
        .contains("Choose who took part from the list.");
    assertThat(
            record(Map.of("what", "Noko", "owner", "somebody-with-a-long-code", "by", "2026-12-20"))
                .body())
        .contains("Each promise needs what, an owner and a date.");
    assertThat(record(Map.of("nextMeeting", "i morgon")).body())
        .contains("Write the date and the time here.");
    assertThat(record(Map.of("_version", "-1")).statusCode()).isEqualTo(422);
    assertThat(
            therapist
                .post(plan + "/promises/00000000-0000-0000-0000-000000000000/kept", Map.of())
                .statusCode())
        .isEqualTo(404);

    assertThat(recorded()).isZero();
  }

  @Test
  @Requirement("S177")
  void a_call_tells_each_member_who_may_know_once_and_nobody_else() {
    List<Outbox.Row> first = notices();
    assertThat(first).hasSize(2);
    Map<String, String> call = page();
    call.put("at", "2026-12-21T12:30");
    call.put("place", "Møterom 3");

    assertThat(therapist.post(plan + "/call", call).statusCode()).isEqualTo(302);
    assertThat(therapist.post(plan + "/call", call).statusCode()).isEqualTo(302);

    assertThat(notices()).hasSize(4);
    assertThat(facts.count(caseNo, "coordination.meeting-called/1")).isEqualTo(2);
    assertThat(therapist.get(plan).body()).contains("Møterom 3");
  }

  @Test
  @Requirement({"S171", "S177"})
  void who_is_not_a_member_sees_and_changes_nothing() {
    for (String stranger : List.of("nav-adviser", "therapist-2", "municipal-coordinator")) {
      WebUser other = WebUser.signedIn(port, stranger);
      other.get("/tasks");
      Map<String, String> form = filled(Map.of());

      assertThat(other.get(plan).statusCode()).as(stranger).isEqualTo(403);
      assertThat(other.post(plan + "/meetings", form).statusCode()).as(stranger).isEqualTo(403);
      assertThat(other.post(plan + "/call", form).statusCode()).as(stranger).isEqualTo(403);
    }
    assertThat(recorded()).isZero();
  }

  private HttpResponse<String> record(Map<String, String> changed) {
    return therapist.post(plan + "/meetings", filled(changed));
  }

  private Map<String, String> filled(Map<String, String> changed) {
    Map<String, String> form = page();
    form.put("heldAt", "2026-12-07T10:00");
    form.put("minutes", MINUTES);
    form.put("nextMeeting", "2027-01-20T10:00");
    form.putAll(changed);
    return form;
  }

  /** Version and key of the page as it is now. */
  private Map<String, String> page() {
    return WebUser.hidden(therapist.get(plan).body());
  }

  private long recorded() {
    return facts.count(caseNo, "coordination.meeting-recorded/1");
  }

  private List<Outbox.Row> notices() {
    List<String> members =
        groups.membersOf(groups.ofCase(caseNo).orElseThrow().id).stream()
            .map(m -> m.id.toString())
            .toList();
    return outbox.ofCase(caseNo).stream().filter(r -> members.contains(r.subjectId())).toList();
  }
}
