package no.vegvisar.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.ReadLog;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stand-in sees what an absent colleague has to do, and does it on their behalf. */
@VegvisarTest
class StandInTest {

  private static final UserId SIGNER = DemoUsers.idOf("signer");
  private static final UserId DEPUTY = DemoUsers.idOf("signer-2");

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Absences absences;
  @Autowired OpenTasks tasks;
  @Autowired ActingAs actingAs;
  @Autowired Conflicts conflicts;
  @Autowired ReadLog readings;

  @AfterEach
  void everybody_is_back() {
    List.of("signer", "signer-2", "therapist", "therapist-2")
        .forEach(
            u ->
                absences
                    .of(DemoUsers.idOf(u))
                    .forEach(a -> absences.end(a.id(), DemoUsers.idOf(u))));
  }

  @Test
  @Requirement("S29")
  void a_task_of_an_absent_signer_shows_for_the_stand_in_who_signs_on_their_behalf() {
    CaseNo caseNo = toSign("assessor");
    WebUser absent = WebUser.signedIn(port, "signer");
    absent.get("/tasks");
    String task = journeys.task(caseNo, "sign-decision").taskId();
    absent.post("/tasks/" + task + "/claim", Map.of());
    WebUser deputy = WebUser.signedIn(port, "signer-2");
    assertThat(deputy.get("/tasks?view=mine").body()).doesNotContain(caseNo.value());

    assertThat(register(absent, 0, 7).statusCode()).isEqualTo(302);

    assertThat(deputy.get("/tasks?view=mine").body())
        .contains(
            caseNo.value(),
            "You, for Djup Fjord",
            "You stand in for Djup Fjord as Signing specialist");
    assertThat(deputy.post("/tasks/" + task + "/take", Map.of()).statusCode()).isEqualTo(302);
    journeys.complete(caseNo, "sign-decision", "signer-2", new Answers().with("signed", "signed"));
    LedgerEntry signed = facts.entry(caseNo, "assessment.signed/1");
    assertThat(signed.actor()).isEqualTo(DEPUTY);
    assertThat(signed.onBehalfOf()).isEqualTo(SIGNER);
    assertThat(deputy.get("/cases/" + caseNo + "/timeline").body())
        .contains("Brei Vidde for Djup Fjord", "Brei Vidde took over a task for Djup Fjord");
  }

  @Test
  @Requirement("S29")
  void a_task_of_the_therapist_of_the_case_shows_for_the_stand_in_who_takes_it_over() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    UserId therapist = DemoUsers.idOf("therapist");
    UserId other = DemoUsers.idOf("therapist-2");
    String task = journeys.task(caseNo, "record-first-attendance").taskId();
    WebUser deputy = WebUser.signedIn(port, "therapist-2");
    assertThat(deputy.get("/tasks?view=mine").body()).doesNotContain(caseNo.value());
    assertThat(deputy.post("/tasks/" + task + "/take", Map.of()).statusCode()).isEqualTo(409);

    LocalDate today = journeys.today();
    absences
        .register(
            new Absence(Ids.next(), therapist, other, Role.THERAPIST, "poliklinikk", today, today),
            therapist)
        .value();

    assertThat(deputy.get("/tasks?view=mine").body())
        .contains(caseNo.value(), "You, for Varm Vårdag");
    assertThat(deputy.post("/tasks/" + task + "/take", Map.of()).statusCode()).isEqualTo(302);
    assertThat(deputy.get("/tasks/" + task).statusCode()).isEqualTo(200);
    LedgerEntry taken = facts.entry(caseNo, "form.task-taken-for/1");
    assertThat(taken.actor()).isEqualTo(other);
    journeys.complete(
        caseNo,
        "record-first-attendance",
        "therapist-2",
        new Answers()
            .with("attendance", "came")
            .with("attendedAt", journeys.time(java.time.Duration.ZERO)));
    assertThat(facts.entry(caseNo, "treatment.first-attendance/1").onBehalfOf())
        .isEqualTo(therapist);
  }

  @Test
  @Requirement("E14")
  void a_stand_in_opens_the_absent_therapists_own_cases_until_the_therapist_is_back() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    CaseNo own = journeys.therapistAssigned(journeys.rightGranted());
    UserId therapist = DemoUsers.idOf("therapist");
    UserId other = DemoUsers.idOf("therapist-2");
    WebUser deputy = WebUser.signedIn(port, "therapist-2");
    assertThat(deputy.get("/cases/" + caseNo + "/referral").statusCode()).isEqualTo(403);
    LocalDate today = journeys.today();
    UUID absence = Ids.next();
    absences
        .register(
            new Absence(absence, therapist, other, Role.THERAPIST, "poliklinikk", today, today),
            therapist)
        .value();

    assertThat(deputy.get("/cases/" + caseNo + "/referral").statusCode()).isEqualTo(200);

    assertThat(readings.of(caseNo))
        .filteredOn(r -> r.reader().equals(other) && !r.ground().equals("refused"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.onBehalfOf()).isEqualTo(therapist);
              assertThat(r.ground()).isEqualTo("team-member");
            });
    assertThat(deputy.get("/cases").body()).contains(caseNo.value());
    deputy.get("/cases/" + caseNo + "/calls");
    assertThat(
            deputy
                .post("/cases/" + caseNo + "/calls/phone", Map.of("seen", "own", "phone", "shared"))
                .statusCode())
        .isEqualTo(302);
    assertThat(facts.entry(caseNo, "correspondence.phone-cautioned/1").onBehalfOf())
        .isEqualTo(therapist);
    actingAs.user("therapist-2", () -> conflicts.stepBack(own));
    assertThat(deputy.get("/cases/" + own + "/referral").statusCode())
        .as("one they have stepped back from")
        .isEqualTo(403);
    absences.end(absence, therapist);
    assertThat(deputy.get("/cases/" + caseNo + "/referral").statusCode()).isEqualTo(403);
  }

  @Test
  void a_stand_in_of_another_colleague_is_not_let_in() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    absences.register(absence(SIGNER, DEPUTY, Role.SIGNER, 0, 3), SIGNER).value();
    WebUser signer2 = WebUser.signedIn(port, "signer-2");
    String task = journeys.task(caseNo, "record-first-attendance").taskId();
    signer2.get("/tasks");

    assertThat(signer2.post("/tasks/" + task + "/take", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void who_prepared_a_decision_does_not_sign_it_for_an_absent_colleague_either() {
    absences.register(absence(SIGNER, DEPUTY, Role.SIGNER, 0, 3), SIGNER).value();
    CaseNo caseNo = toSign("signer");
    String task = journeys.task(caseNo, "sign-decision").taskId();
    WebUser preparer = WebUser.signedIn(port, "signer");
    preparer.get("/tasks");

    assertThat(preparer.post("/tasks/" + task + "/claim", Map.of()).statusCode()).isEqualTo(403);
    journeys.complete(caseNo, "sign-decision", "signer-2", new Answers().with("signed", "signed"));

    // one's own work is nobody's behalf, though one stands in for somebody that day
    assertThat(facts.entry(caseNo, "assessment.signed/1").onBehalfOf()).isNull();
  }

  @Test
  void before_and_after_an_absence_the_task_is_the_colleagues_own() {
    CaseNo caseNo = toSign("assessor");
    String task = journeys.task(caseNo, "sign-decision").taskId();
    tasks.claim(task, SIGNER.value());
    WebUser deputy = WebUser.signedIn(port, "signer-2");
    Absence later = absence(SIGNER, DEPUTY, Role.SIGNER, 2, 5);
    absences.register(later, SIGNER).value();

    assertThat(deputy.get("/tasks?view=mine").body()).doesNotContain(caseNo.value());
    assertThat(deputy.post("/tasks/" + task + "/claim", Map.of()).statusCode()).isEqualTo(409);

    absences.end(later.id(), SIGNER);
    absences.register(absence(SIGNER, DEPUTY, Role.SIGNER, 0, 5), SIGNER).value();
    assertThat(deputy.get("/tasks?view=mine").body()).contains(caseNo.value());
  }

  @Test
  void only_a_colleague_with_the_same_role_who_is_there_stands_in() {
    assertThat(refusal(absence(SIGNER, DemoUsers.idOf("assessor"), Role.SIGNER, 0, 3)))
        .isEqualTo("organisation.refusal.absence-deputy");
    assertThat(refusal(absence(SIGNER, SIGNER, Role.SIGNER, 0, 3)))
        .isEqualTo("organisation.refusal.absence-deputy");
    absences.register(absence(DEPUTY, SIGNER, Role.SIGNER, 0, 3), DEPUTY).value();
    assertThat(refusal(absence(SIGNER, DEPUTY, Role.SIGNER, 3, 9)))
        .isEqualTo("organisation.refusal.absence-deputy-away");
    assertThat(refusal(absence(DEPUTY, SIGNER, Role.SIGNER, 1, 2)))
        .isEqualTo("organisation.refusal.absence-twice");
  }

  @Test
  void an_absence_needs_days_in_order_and_says_so_at_its_field() {
    WebUser signer = WebUser.signedIn(port, "signer");

    var refused = register(signer, 3, 1);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("href=\"#until\"");
    assertThat(absences.of(SIGNER)).isEmpty();
  }

  @Test
  void a_double_click_registers_one_absence_and_its_owner_ends_it() {
    WebUser signer = WebUser.signedIn(port, "signer");
    Map<String, String> form = form(signer, 0, 3);

    signer.post("/absence", form);
    signer.post("/absence", form);

    assertThat(absences.of(SIGNER)).hasSize(1);
    UUID id = absences.of(SIGNER).get(0).id();
    WebUser stranger = WebUser.signedIn(port, "therapist");
    stranger.get("/absence");
    assertThat(stranger.post("/absence/" + id + "/end", Map.of()).statusCode()).isEqualTo(403);
    signer.post("/absence/" + id + "/end", Map.of());
    assertThat(signer.post("/absence/" + id + "/end", Map.of()).statusCode())
        .as("ended in another tab already")
        .isEqualTo(302);
    assertThat(absences.of(SIGNER)).isEmpty();
  }

  @Test
  void a_unit_leader_registers_for_those_in_the_unit_and_for_nobody_else() {
    WebUser lead = WebUser.signedIn(port, "unit-lead");
    String page = lead.get("/absence").body();
    UserId therapist = DemoUsers.idOf("therapist");

    assertThat(page).contains("Varm Vårdag", "Mild Morgon").doesNotContain("Djup Fjord");
    Map<String, String> form = new HashMap<>(Map.of("_key", Ids.next().toString()));
    form.put(
        "who",
        therapist.value() + ":therapist:poliklinikk:" + DemoUsers.idOf("therapist-2").value());
    form.put("from", journeys.day(0));
    form.put("until", journeys.day(2));
    assertThat(lead.post("/absence", form).statusCode()).isEqualTo(302);
    assertThat(absences.of(therapist)).hasSize(1);

    form.put("_key", Ids.next().toString());
    form.put("who", SIGNER.value() + ":signer:vurdering:" + DEPUTY.value());
    assertThat(lead.post("/absence", form).statusCode()).isEqualTo(422);
    assertThat(absences.of(SIGNER)).isEmpty();
  }

  private CaseNo toSign(String preparer) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", preparer, journeys.granted("outpatient"));
    return caseNo;
  }

  private String refusal(Absence absence) {
    Outcome<Absence> outcome = absences.register(absence, absence.user());
    return outcome.refusals().stream().map(Refusal::key).findFirst().orElse(null);
  }

  private Absence absence(UserId user, UserId deputy, Role role, int from, int until) {
    LocalDate today = journeys.today();
    return new Absence(
        Ids.next(), user, deputy, role, "vurdering", today.plusDays(from), today.plusDays(until));
  }

  private java.net.http.HttpResponse<String> register(WebUser signer, int from, int until) {
    return signer.post("/absence", form(signer, from, until));
  }

  private Map<String, String> form(WebUser signer, int from, int until) {
    Matcher key =
        Pattern.compile("name=\"_key\" value=\"([^\"]+)\"").matcher(signer.get("/absence").body());
    assertThat(key.find()).isTrue();
    Map<String, String> form = new HashMap<>(Map.of("_key", key.group(1)));
    form.put("who", SIGNER.value() + ":signer:vurdering:" + DEPUTY.value());
    form.put("from", journeys.day(from));
    form.put("until", journeys.day(until));
    return form;
  }
}
