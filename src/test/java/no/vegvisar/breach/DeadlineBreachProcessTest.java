package no.vegvisar.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.breach.DeadlineBreach.State;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Process deadline-breach: a start deadline that is not kept, told at once and followed up. */
@VegvisarTest
class DeadlineBreachProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired DeadlineClocks clocks;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired Documents documents;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired PlatformTransactionManager transactions;
  @Autowired BreachDesk desk;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S34")
  void a_person_says_that_it_cannot_be_kept_and_the_unit_leader_confirms() {
    CaseNo caseNo = journeys.rightGranted();
    String deadline = facts.clock("T02", caseNo).dueOn().toString();

    var silent = tell(caseNo, "", " ", deadline);
    var stale = tell(caseNo, "capacity", "Ingen plass", "2026-01-01");
    assertThat(silent.refusals())
        .extracting(Refusal::field)
        .containsExactly("cause-capacity", "words");
    assertThat(stale.refusals()).extracting(Refusal::key).containsExactly("breach.refusal.moved");

    assertThat(tell(caseNo, "capacity", "Ingen plass", deadline).isDone()).isTrue();
    assertThat(tell(caseNo, "capacity", "Ingen plass", deadline).isDone()).isTrue();

    assertThat(desk.ofCase(caseNo)).hasSize(1);
    assertThat(facts.count(caseNo, "breach.expected/1")).isEqualTo(1);
    assertThat(journeys.task(caseNo, "confirm-deadline-breach").role()).isEqualTo("unit-lead");
    assertThat(clock("R65", caseNo).running()).isTrue();
    assertThat(facts.clock("T02", caseNo).running()).isTrue();
    assertThat(toHelfo(caseNo)).isEmpty();
  }

  @Test
  @Requirement("S34")
  void who_tells_on_an_older_page_hears_that_it_is_known_and_loses_no_word() {
    CaseNo caseNo = journeys.rightGranted();
    WebUser lead = WebUser.signedIn(port, "unit-lead");
    lead.get("/cases/" + caseNo + "/breach/new");
    String version = facts.clock("T02", caseNo).dueOn().toString();
    Map<String, String> first =
        Map.of("cause", "capacity", "words", "Ingen plass", "_version", version);
    assertThat(lead.post("/cases/" + caseNo + "/breach", first).statusCode()).isEqualTo(302);
    assertThat(lead.post("/cases/" + caseNo + "/breach", first).statusCode())
        .as("a double click")
        .isEqualTo(302);

    var late =
        lead.post(
            "/cases/" + caseNo + "/breach",
            Map.of("cause", "other", "words", "Behandlar er sjuk", "_version", version));

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("A colleague has said it meanwhile", "Behandlar er sjuk");
    assertThat(facts.count(caseNo, "breach.expected/1")).isEqualTo(1);
  }

  @Test
  void who_has_nothing_to_do_with_the_case_cannot_say_it() {
    CaseNo caseNo = journeys.rightGranted();
    String deadline = facts.clock("T02", caseNo).dueOn().toString();

    assertThatThrownBy(
            () ->
                actingAs.user(
                    "referrer", () -> desk.tell(caseNo, "capacity", "Ingen plass", deadline)))
        .isInstanceOf(NoAccessException.class);
    assertThat(desk.any(caseNo)).isFalse();
  }

  @Test
  @Requirement("S34")
  void helfo_and_the_patient_are_told_with_the_code_and_the_phone_time_runs_from_then() {
    CaseNo caseNo = notified();

    assertThat(one(caseNo).code()).isEqualTo("31");
    assertThat(facts.words(caseNo, "breach.helfo-notice/1")).containsExactly("notice");
    assertThat(about(caseNo, "breach-notice")).hasSize(1);
    assertThat(clocks.find("T03b", one(caseNo).id().toString())).isEmpty();

    harness.settle(caseNo);

    assertThat(toHelfo(caseNo)).containsExactly(Outbox.State.SENT);
    assertThat(facts.words(caseNo, "breach.helfo-told/1")).containsExactly("notice");
    assertThat(one(caseNo).state()).isEqualTo(State.NOTIFIED);
    assertThat(clock("T03b", caseNo).dueOn()).isEqualTo(journeys.today().plusDays(3));
    assertThat(about(caseNo, "breach-notice").get(0).state()).isEqualTo(Letters.State.SENT);
  }

  @Test
  void the_times_at_helfo_warn_and_choose_nothing() {
    CaseNo caseNo = notified();
    harness.settle(caseNo);

    harness.fireTimer(caseNo, "BoundaryEvent_HelfoPhoneTimeOver");
    harness.runDueJobs(caseNo);
    assertThat(warnings(caseNo)).contains("T03b");
    assertThat(journeys.openForms(caseNo)).contains("record-helfo-answer");

    answer(caseNo, "letterSent");
    assertThat(clock("T03b", caseNo).running()).isFalse();
    assertThat(clock("T03c", caseNo).running()).isTrue();
    harness.fireTimer(caseNo, "BoundaryEvent_LetterTimeOver");
    harness.runDueJobs(caseNo);
    assertThat(warnings(caseNo)).contains("T03c");
    assertThat(journeys.openForms(caseNo)).contains("record-helfo-answer");

    answer(caseNo, "backOnList");
    assertThat(one(caseNo).state()).isEqualTo(State.BACK_ON_LIST);
    assertThat(clock("T03c", caseNo).running()).isFalse();
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
    assertThat(facts.clock("T02", caseNo).running()).isTrue();
  }

  @Test
  void another_offer_that_is_accepted_ends_the_breach_and_not_the_case() {
    CaseNo caseNo = notified();
    answer(caseNo, "phoned");
    assertThat(one(caseNo).ended()).isFalse();

    answer(caseNo, "offerAccepted");

    assertThat(facts.count(caseNo, "breach.helfo-answered/1")).isEqualTo(2);
    assertThat(one(caseNo).state()).isEqualTo(State.OFFER_ACCEPTED);
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
  }

  @Test
  void an_own_place_is_told_to_helfo_at_once() {
    CaseNo caseNo = notified();

    answer(caseNo, "placeFound");
    harness.settle(caseNo);

    assertThat(facts.words(caseNo, "breach.helfo-told/1")).containsExactly("notice", "placeFound");
    assertThat(toHelfo(caseNo)).containsExactly(Outbox.State.SENT, Outbox.State.SENT);
    assertThat(one(caseNo).state()).isEqualTo(State.PLACE_FOUND);
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
  }

  @Test
  @Requirement("S34")
  void an_own_place_is_told_to_the_patient_in_the_same_step_and_in_their_language() {
    CaseNo caseNo = notified();

    answer(caseNo, "placeFound");
    assertThat(about(caseNo, "breach-place-found")).hasSize(1);
    harness.settle(caseNo);

    Letter letter = about(caseNo, "breach-place-found").get(0);
    assertThat(letter.to()).isEqualTo(Letters.To.PATIENT);
    assertThat(letter.language()).isEqualTo(Language.NN);
    assertThat(letter.state()).isEqualTo(Letters.State.SENT);
    assertThat(facts.owed("intake", caseNo)).isEmpty();
  }

  @Test
  void a_letter_with_english_pages_gives_the_day_as_each_language_writes_it() {
    CaseNo caseNo =
        notified(
            journeys.told(
                journeys.signed(
                    journeys.registered(
                        journeys.referred(journeys.referral().with("writtenStandard", "en"))))));

    answer(caseNo, "placeFound");

    Letter letter = about(caseNo, "breach-place-found").get(0);
    assertThat(LetterPaper.text(documents.content(letter.documentId())))
        .contains("11. januar 2027", "11 January 2027");
  }

  @Test
  void an_own_place_that_may_not_be_written_to_the_patient_is_told_another_way_by_intake() {
    CaseNo caseNo = notified();
    harness.settle(caseNo);
    protect(caseNo);

    answer(caseNo, "placeFound");
    harness.settle(caseNo);

    assertThat(about(caseNo, "breach-place-found").get(0).state()).isEqualTo(Letters.State.HELD);
    assertThat(facts.owed("intake", caseNo))
        .containsExactly("A letter did not leave: tell the receiver another way");
    assertThat(facts.words(caseNo, "breach.helfo-told/1")).endsWith("placeFound");
  }

  @Test
  @Requirement("S34")
  void agreed_not_to_notify_has_its_code_a_day_and_a_letter_and_helfo_hears_nothing() {
    CaseNo caseNo = expected();
    Answers agreed =
        new Answers().with("breachWay", "agreedNot").with("reason", "Vil vente på fast behandlar");
    var dayless = journeys.attempt(caseNo, "confirm-deadline-breach", "unit-lead", agreed);

    journeys.complete(
        caseNo, "confirm-deadline-breach", "unit-lead", agreed.with("agreedOn", journeys.day(0)));
    harness.settle(caseNo);

    assertThat(dayless.refusals()).extracting(Refusal::field).containsExactly("agreedOn");
    assertThat(one(caseNo).code()).isEqualTo("32");
    assertThat(about(caseNo, "breach-agreed")).hasSize(1);
    assertThat(facts.types(caseNo)).contains("breach.agreement-confirmed/1");
    assertThat(toHelfo(caseNo)).isEmpty();
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");

    // what was agreed holds when the day comes
    harness.fireTimer(caseNo, "BoundaryEvent_StartDeadlinePassed");
    harness.runDueJobs(caseNo);
    assertThat(facts.count(caseNo, "breach.expected/1")).isEqualTo(1);
  }

  @Test
  @Requirement("S34")
  void a_deadline_that_passes_is_a_breach_by_itself_also_when_it_could_have_been_kept() {
    CaseNo caseNo = expected();
    journeys.complete(
        caseNo,
        "confirm-deadline-breach",
        "unit-lead",
        new Answers().with("breachWay", "kept").with("reason", "Fekk plass"));
    assertThat(one(caseNo).state()).isEqualTo(State.KEPT);
    assertThat(toHelfo(caseNo)).isEmpty();

    harness.fireTimer(caseNo, "BoundaryEvent_StartDeadlinePassed");
    harness.runDueJobs(caseNo);

    assertThat(facts.types(caseNo)).contains("deadline.breached/1");
    assertThat(desk.ofCase(caseNo)).extracting(DeadlineBreach::cause).endsWith("passed");
    assertThat(journeys.openForms(caseNo))
        .containsExactly("assign-therapist", "confirm-deadline-breach");
  }

  @Test
  @Requirement("E5")
  void
      an_appointment_moved_past_the_deadline_by_the_clinic_is_a_breach_and_by_the_patient_a_label() {
    CaseNo byPatient = journeys.therapistAssigned(journeys.rightGranted());
    CaseNo byClinic = journeys.therapistAssigned(journeys.rightGranted());

    moved(byPatient, "patient", 50);
    moved(byClinic, "clinic", 50);

    assertThat(desk.any(byPatient)).isFalse();
    assertThat(facts.types(byPatient)).contains("deadline.caused/1");
    assertThat(one(byClinic).cause()).isEqualTo("moved-by-clinic");
    assertThat(journeys.openForms(byClinic)).contains("confirm-deadline-breach");
    moved(byClinic, "clinic", 55);
    assertThat(desk.ofCase(byClinic)).hasSize(1);
  }

  @Test
  void an_appointment_moved_within_the_deadline_is_none() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());

    moved(caseNo, "clinic", 30);

    assertThat(desk.any(caseNo)).isFalse();
  }

  /** From now on the patient's address is kept from everybody. */
  private void protect(CaseNo caseNo) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            s -> patients.protect(cases.get(caseNo).personId(), Patients.Protection.CONFIDENTIAL));
  }

  private CaseNo expected() {
    return expected(journeys.rightGranted());
  }

  private CaseNo expected(CaseNo caseNo) {
    tell(caseNo, "capacity", "Ingen plass", facts.clock("T02", caseNo).dueOn().toString());
    return caseNo;
  }

  private CaseNo notified() {
    return notified(journeys.rightGranted());
  }

  private CaseNo notified(CaseNo granted) {
    CaseNo caseNo = expected(granted);
    journeys.complete(
        caseNo,
        "confirm-deadline-breach",
        "unit-lead",
        new Answers().with("breachWay", "helfo").with("reason", "Ingen plass før fristen"));
    return caseNo;
  }

  private Outcome<CaseNo> tell(CaseNo caseNo, String cause, String words, String version) {
    return actingAs.user("unit-lead", () -> desk.tell(caseNo, cause, words, version));
  }

  private void answer(CaseNo caseNo, String answer) {
    journeys.complete(
        caseNo,
        "record-helfo-answer",
        "unit-lead",
        new Answers()
            .with("helfoAnswer", answer)
            .with("on", journeys.day(0))
            .with("details", "Meldt på telefon"));
  }

  private void moved(CaseNo caseNo, String by, int days) {
    journeys.complete(
        caseNo,
        "record-first-attendance",
        "therapist",
        new Answers()
            .with("attendance", "newTime")
            .with("newTime", journeys.time(Duration.ofDays(days)))
            .with("postponedBy", by));
  }

  private DeadlineBreach one(CaseNo caseNo) {
    return desk.ofCase(caseNo).get(0);
  }

  private DeadlineClock clock(String family, CaseNo caseNo) {
    return clocks.find(family, one(caseNo).id().toString()).orElseThrow();
  }

  private List<Letter> about(CaseNo caseNo, String template) {
    return letters.ofCase(caseNo).stream().filter(l -> l.template().equals(template)).toList();
  }

  private List<Outbox.State> toHelfo(CaseNo caseNo) {
    return outbox.ofCase(caseNo).stream()
        .filter(r -> r.transport().equals(HelfoTransport.NAME))
        .map(Outbox.Row::state)
        .toList();
  }

  /** Rules that were warned about on the case. */
  private String warnings(CaseNo caseNo) {
    return String.join(" ", facts.words(caseNo, "deadline.warned/1"));
  }
}
