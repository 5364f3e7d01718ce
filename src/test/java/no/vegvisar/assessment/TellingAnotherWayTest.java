package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.assessment.ContactTries.Try;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.State;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.correspondence.PatientWishes;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.LetterChannels.Channel;
import no.vegvisar.patient.LetterChannels.Source;
import no.vegvisar.patient.LetterChannels.Wish;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** A patient is told the way they accept, and one who is not reached is tried again. */
@VegvisarTest
class TellingAnotherWayTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String TELL = "tell-patient-another-way";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired FormPages pages;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired PatientWishes wishes;
  @Autowired WorkingDays calendar;
  @Autowired ActingAs actingAs;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void on_a_monday_morning_in_english() {
    harness.at(MONDAY_MORNING);
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void whatever_language() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  @Requirement({"S16", "S37"})
  void a_patient_who_is_not_reached_is_tried_again_and_the_clock_runs() {
    CaseNo caseNo = heldBack();

    notReached(caseNo, Map.of("at", "2026-11-30T09:00", "how", "phone", "result", "Svarar ikkje"));
    notReached(
        caseNo, Map.of("at", "2026-12-01T09:00", "how", "sms", "result", "Sett, ikkje svar"));

    assertThat(journeys.tasksOf(caseNo, TELL)).hasSize(1);
    assertThat(journeys.task(caseNo, TELL).assignee()).isNull();
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(facts.count(caseNo, "assessment.contact-tried/1")).isEqualTo(2);
    assertThat(facts.count(caseNo, "assessment.patient-not-reached/1")).isEqualTo(2);
    assertThat(lines(caseNo))
        .contains(
            "The letter was held back: protected address.",
            "Monday 30 November 2026 at 09:00, by phone: Svarar ikkje",
            "Next try, as a proposal: by phone, 2 December 2026.",
            "The case stays open and the assessment deadline runs until the patient has been told.");

    journeys.complete(
        caseNo,
        TELL,
        "intake",
        new Answers().with("told", "phoned").with("toldAt", journeys.time(Duration.ZERO)));
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
    assertThat(facts.owed("intake", caseNo))
        .containsExactly(
            "The patient was phoned: give them the decision letter too, in a way they accept");
  }

  @Test
  @Requirement("S32")
  void who_is_never_reached_breaks_the_deadline_and_keeps_the_case_open() {
    CaseNo caseNo = heldBack();
    notReached(caseNo, Map.of("at", "2026-11-30T09:00", "how", "phone"));

    harness.fireTimer(caseNo, "BoundaryEvent_FiveWorkingDays");
    harness.fireTimer(caseNo, "BoundaryEvent_EightWorkingDays");
    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");

    assertThat(facts.clock("T01", caseNo).breachedAt()).isNotNull();
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(journeys.tasksOf(caseNo, TELL)).hasSize(1);
  }

  @Test
  void a_try_without_day_or_channel_is_asked_for_and_nothing_is_kept() {
    CaseNo caseNo = heldBack();

    var refused =
        journeys.attempt(
            caseNo,
            TELL,
            "intake",
            new Answers()
                .with("told", "notReached")
                .with("tries", List.of(Map.of("how", "phone"), Map.of("result", "Ingen heime"))));

    assertThat(refused.refusals()).extracting(r -> r.field()).containsExactly("tries");
    assertThat(facts.count(caseNo, "assessment.contact-tried/1")).isZero();
  }

  @Test
  void the_next_try_is_a_channel_not_tried_yet_on_a_working_day_and_never_at_a_hidden_address() {
    LocalDate friday = LocalDate.of(2026, 12, 4);
    Try phoned = new Try(LocalDateTime.of(2026, 12, 4, 10, 0), "phone", null);
    Try texted = new Try(LocalDateTime.of(2026, 12, 7, 10, 0), "sms", null);

    assertThat(ContactTries.next(List.of(), false, friday, calendar))
        .isEqualTo(new ContactTries.Next("phone", friday));
    assertThat(ContactTries.next(List.of(phoned), false, friday, calendar))
        .isEqualTo(new ContactTries.Next("sms", LocalDate.of(2026, 12, 7)));
    assertThat(ContactTries.next(List.of(phoned, texted), false, friday, calendar).how())
        .isEqualTo("post");
    assertThat(ContactTries.next(List.of(phoned, texted), true, friday, calendar).how())
        .isEqualTo("phone");
  }

  @Test
  @Requirement("S16")
  void a_letter_goes_to_the_digital_mailbox_of_who_accepts_it_there() {
    CaseNo caseNo = prepared();
    choose(caseNo, Channel.DIGITAL, Source.PATIENT);

    sign(caseNo);
    harness.settle(caseNo);

    assertThat(outbox.ofCase(caseNo))
        .filteredOn(r -> r.transport().equals("digital"))
        .extracting(Outbox.Row::state)
        .containsExactly(Outbox.State.SENT);
    assertThat(outbox.ofCase(caseNo)).noneMatch(r -> r.transport().equals("post"));
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
  }

  @Test
  @Requirement("S16")
  void nothing_is_posted_to_who_wants_the_letter_at_the_desk_or_a_phone_call_first() {
    for (Channel channel : List.of(Channel.DESK, Channel.PHONE_FIRST)) {
      CaseNo caseNo = prepared();
      choose(caseNo, channel, Source.ASKED);

      sign(caseNo);
      harness.settle(caseNo);

      assertThat(letters.ofCase(caseNo))
          .filteredOn(l -> l.to() == Letters.To.PATIENT)
          .extracting(Letters.Letter::state)
          .containsExactly(State.HELD);
      assertThat(facts.clock("T01", caseNo).running()).isTrue();
      assertThat(lines(caseNo)).anyMatch(l -> l.contains("the patient wants"));
    }
  }

  @Test
  @Requirement("E10")
  void a_protected_address_holds_a_letter_whatever_way_was_wished() {
    CaseNo caseNo = prepared();
    choose(caseNo, Channel.DIGITAL, Source.PATIENT);
    protect(caseNo);

    sign(caseNo);
    harness.settle(caseNo);

    assertThat(facts.words(caseNo, "correspondence.letter-held/1"))
        .containsExactly("protected-address");
  }

  @Test
  @Requirement("S16")
  void the_wish_is_kept_with_whose_word_it_is_and_told_of_once() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/cases/" + caseNo + "/letters").body())
        .contains("How the patient wants letters");
    Map<String, String> form = Map.of("channel", "desk", "source", "next-of-kin");

    intake.post("/cases/" + caseNo + "/letters/channel", form);
    intake.post("/cases/" + caseNo + "/letters/channel", form);

    assertThat(intake.get("/cases/" + caseNo + "/letters").body())
        .contains("Letters to the patient: Handed over at the desk. Next of kin told us.");
    assertThat(facts.words(caseNo, "correspondence.channel-chosen/1"))
        .containsExactly("desk next-of-kin");
    assertThat(
            intake
                .post(
                    "/cases/" + caseNo + "/letters/channel",
                    Map.of("channel", "pigeon", "source", "patient"))
                .statusCode())
        .isEqualTo(400);
  }

  private CaseNo prepared() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "assessor", journeys.granted("outpatient"));
    return caseNo;
  }

  private void sign(CaseNo caseNo) {
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
  }

  private void choose(CaseNo caseNo, Channel channel, Source source) {
    actingAs.user("intake", () -> wishes.choose(caseNo, new Wish(channel, source)));
  }

  private void protect(CaseNo caseNo) {
    transaction.executeWithoutResult(
        s -> patients.protect(cases.get(caseNo).personId(), Patients.Protection.CONFIDENTIAL));
  }

  /** The decision is signed and the letter may not be posted. */
  private CaseNo heldBack() {
    CaseNo caseNo = prepared();
    protect(caseNo);
    sign(caseNo);
    harness.settle(caseNo);
    return caseNo;
  }

  private void notReached(CaseNo caseNo, Map<String, String> contactTry) {
    harness.at(
        LocalDateTime.parse(contactTry.get("at"))
            .plusHours(1)
            .atZone(java.time.ZoneId.of("Europe/Oslo"))
            .toInstant());
    journeys.complete(
        caseNo,
        TELL,
        "intake",
        new Answers().with("told", "notReached").with("tries", List.of(contactTry)));
  }

  private List<String> lines(CaseNo caseNo) {
    return pages.context(TELL, journeys.task(caseNo, TELL), caseNo).slots().get("letter");
  }
}
