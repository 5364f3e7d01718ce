package no.vegvisar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.Phase;
import no.vegvisar.coordination.Requests;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.Instances;
import no.vegvisar.form.FormHandler;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.treatment.Children;
import no.vegvisar.treatment.OpenMatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Process follow-up: the end planned together, handed over, summed up and closed by a person; and
 * the ends before it.
 */
@VegvisarTest
class FollowUpProcessTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired CareEndings endings;
  @Autowired DeadlineClocks clocks;
  @Autowired Requests requests;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired LegalBases bases;
  @Autowired Instances instances;
  @Autowired FollowUpDesk desk;
  @Autowired Children children;
  @Autowired List<FormHandler> handlers;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S113")
  void the_end_is_planned_with_the_patient_and_the_day_for_the_summary_runs() {
    CaseNo caseNo = journeys.endInSight();

    journeys.endPlanned(caseNo, answers -> {});

    DeadlineClock summary = facts.clock("T21", caseNo);
    assertThat(summary.dueOn()).isEqualTo(journeys.today().plusDays(1));
    assertThat(summary.kind()).isEqualTo(DeadlineClocks.Kind.GUIDING);
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.FOLLOW_UP);
    assertThat(facts.types(caseNo)).contains("followup.end-planned/1", "treatment.no-children/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("write-discharge-summary");
  }

  @Test
  void what_the_municipality_will_read_must_be_written_and_nothing_further_stands_alone() {
    CaseNo caseNo = journeys.endInSight();

    var noWords =
        journeys.attempt(
            caseNo, "plan-end", "therapist", journeys.plannedEnd().with("handoverWanted", "yes"));
    var both =
        journeys.attempt(
            caseNo,
            "plan-end",
            "therapist",
            journeys.plannedEnd().with("nextCare", List.of("gp", "none")));

    assertThat(noWords.refusals()).extracting(Refusal::field).containsExactly("handoverText");
    assertThat(both.refusals()).extracting(Refusal::field).containsExactly("nextCare");
    assertThat(clocks.find("T21", caseNo.value())).isEmpty();
  }

  @Test
  void a_summary_that_is_late_reminds_and_nothing_is_sent_by_itself() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), answers -> {});
    int before = letters.ofCase(caseNo).size();
    assertThat(harness.dueOf(caseNo, "BoundaryEvent_SummaryLate"))
        .isEqualTo(OsloTime.startOf(journeys.today().plusDays(2)));

    harness.fireTimer(caseNo, "BoundaryEvent_SummaryLate");
    harness.runDueJobs(caseNo);

    assertThat(facts.types(caseNo)).contains("deadline.warned/1");
    assertThat(letters.ofCase(caseNo)).hasSize(before);
    assertThat(facts.clock("T21", caseNo).running()).isTrue();
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(journeys.openForms(caseNo)).containsExactly("write-discharge-summary");
  }

  @Test
  @Requirement("S113")
  void the_summary_goes_to_the_gp_who_referred_in_one_letter_and_the_clock_stops() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), answers -> {});

    journeys.complete(
        caseNo, "write-discharge-summary", "therapist", journeys.summary("gp", "referrer"));

    assertThat(summaries(caseNo)).hasSize(1);
    assertThat(summaries(caseNo).get(0).to()).isEqualTo(Letters.To.REFERRER);
    assertThat(facts.clock("T21", caseNo).running()).isFalse();
    assertThat(facts.clock("T21", caseNo).stopCause()).isEqualTo("summary-sent");
    assertThat(facts.types(caseNo))
        .contains("followup.summary-written/1", "followup.summary-sent/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("close-case");

    desk.sendSummary(caseNo);
    assertThat(summaries(caseNo)).hasSize(1);
  }

  @Test
  @Requirement({"S22", "S113"})
  void a_patient_who_has_changed_gp_has_the_summary_posted_to_the_new_one() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), answers -> {});
    Answers summary = journeys.summary("gp", "referrer");
    assertThat(
            journeys
                .attempt(
                    caseNo,
                    "write-discharge-summary",
                    "therapist",
                    summary.with("gpNow", "Varm Brann"))
                .refusals())
        .extracting(Refusal::field)
        .containsExactly("gpNow");

    journeys.complete(
        caseNo,
        "write-discharge-summary",
        "therapist",
        summary.with("gpNow", "Varm Brann\nLegesenteret\n6100 Volda"));

    assertThat(summaries(caseNo))
        .extracting(Letters.Letter::to)
        .containsExactlyInAnyOrder(Letters.To.OTHER, Letters.To.REFERRER);
    Letters.Letter toGp =
        summaries(caseNo).stream().filter(l -> l.to() == Letters.To.OTHER).findAny().orElseThrow();
    assertThat(LetterPaper.text(documents.content(toGp.documentId())))
        .contains("Varm Brann", "Legesenteret", "6100 Volda");
  }

  @Test
  void with_nobody_to_send_it_to_the_summary_stays_in_the_record_and_the_case_goes_on() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), answers -> {});

    journeys.complete(
        caseNo, "write-discharge-summary", "therapist", journeys.summary().with("objects", "Alle"));

    assertThat(summaries(caseNo)).isEmpty();
    assertThat(facts.clock("T21", caseNo).stopCause()).isEqualTo("no-receiver");
    assertThat(journeys.openForms(caseNo)).containsExactly("close-case");
  }

  @Test
  @Requirement({"S125", "S178"})
  void the_municipality_has_the_summary_only_on_a_base_that_stands() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), answers -> {});

    var without =
        journeys.attempt(
            caseNo, "write-discharge-summary", "therapist", journeys.summary("gp", "municipality"));
    assertThat(without.refusals())
        .extracting(Refusal::key)
        .containsExactly("followup.refusal.receiver.no-legal-base");
    assertThat(without.refusals()).extracting(Refusal::field).containsExactly("receivers");

    baseForSummary(caseNo);
    journeys.complete(
        caseNo, "write-discharge-summary", "therapist", journeys.summary("gp", "municipality"));

    assertThat(summaries(caseNo)).hasSize(2);
  }

  @Test
  @Requirement({"S178", "E8"})
  void a_base_withdrawn_before_sending_keeps_the_summary_from_the_municipality() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), answers -> {});
    var base = baseForSummary(caseNo);
    assertThat(
            journeys
                .attempt(
                    caseNo,
                    "write-discharge-summary",
                    "therapist",
                    journeys.summary("gp", "municipality"))
                .isDone())
        .isTrue();

    actingAs.user("therapist", () -> bases.withdraw(base));
    harness.runDueJobs(caseNo);

    assertThat(summaries(caseNo))
        .extracting(Letters.Letter::to)
        .containsExactly(Letters.To.REFERRER);
    assertThat(facts.types(caseNo)).contains("followup.summary-withheld/1");
    assertThat(desk.openToCloser(caseNo))
        .extracting(OpenMatter::key)
        .contains("followup.open.summary-withheld");
  }

  @Test
  void a_referrer_who_is_not_health_personnel_has_no_summary() {
    CaseNo caseNo =
        journeys.told(
            journeys.signed(
                journeys.registered(
                    journeys.referred(journeys.referral().with("referrerKind", "nav")))));
    journeys.childrenAsked(journeys.attended(journeys.therapistAssigned(caseNo)), "no");
    journeys.decided(
        journeys.planAgreed(journeys.needsMapped(caseNo)),
        answers -> answers.with("clinicalDecision", "noFurther"));
    journeys.endPlanned(caseNo, answers -> {});

    var outcome =
        journeys.attempt(
            caseNo, "write-discharge-summary", "therapist", journeys.summary("referrer"));

    assertThat(outcome.refusals())
        .extracting(Refusal::key)
        .containsExactly("followup.refusal.receiver.not-health-personnel");
  }

  @Test
  @Requirement("S114")
  void a_handover_without_a_base_is_not_offered_and_goes_on_when_the_patient_says_no() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), this::wantsHandover);

    assertThat(journeys.openForms(caseNo)).containsExactly("seek-base-for-handover");
    assertThat(requests.ofCase(caseNo)).isEmpty();

    journeys.complete(
        caseNo,
        "seek-base-for-handover",
        "therapist",
        new Answers().with("base", "none").with("handoverWanted", "no"));

    assertThat(requests.ofCase(caseNo)).isEmpty();
    assertThat(journeys.openForms(caseNo)).containsExactly("write-discharge-summary");
  }

  @Test
  @Requirement("S114")
  void a_handover_is_offered_once_and_its_silence_holds_nothing_but_needs_a_reason_to_close() {
    CaseNo caseNo = journeys.endPlanned(journeys.endInSight(), this::wantsHandover);
    journeys.complete(
        caseNo,
        "seek-base-for-handover",
        "therapist",
        new Answers()
            .with("base", "informedNotObjecting")
            .with("withForm", "oral")
            .with("handoverWanted", "yes"));

    assertThat(requests.ofCase(caseNo))
        .extracting(Requests.Request::kind)
        .containsExactly(Requests.Kind.HANDOVER);
    assertThat(journeys.openForms(caseNo)).contains("write-discharge-summary");

    journeys.complete(caseNo, "write-discharge-summary", "therapist", journeys.summary("gp"));
    var silent =
        journeys.attempt(caseNo, "close-case", "therapist", new Answers().with("confirmed", true));
    assertThat(silent.refusals()).extracting(Refusal::field).containsExactly("openReason");

    journeys.complete(
        caseNo,
        "close-case",
        "therapist",
        new Answers()
            .with("confirmed", true)
            .with("openReason", "Kommunen er ringd og tek kontakt"));
    assertThat(cases.get(caseNo).closeReason()).isEqualTo("closed");
  }

  @Test
  @Requirement("S113")
  void a_person_closes_and_then_no_clock_of_care_runs_and_no_step_is_open() {
    CaseNo caseNo = journeys.readyToClose("no");
    assertThat(shown(caseNo)).containsExactly("Nothing is open.");

    var unsure =
        journeys.attempt(
            caseNo, "close-case", "therapist", new Answers().with("feedbackUsed", "declined"));
    assertThat(unsure.isDone()).isFalse();
    assertThat(cases.get(caseNo).open()).isTrue();

    journeys.complete(
        caseNo,
        "close-case",
        "therapist",
        new Answers().with("confirmed", true).with("feedbackUsed", "declined"));

    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.CLOSED);
    assertThat(cases.get(caseNo).closeReason()).isEqualTo("closed");
    assertThat(instances.isRunning(caseNo.value())).isFalse();
    assertThat(journeys.openForms(caseNo)).isEmpty();
    assertThat(clocks.ofCase(caseNo))
        .filteredOn(DeadlineClock::running)
        .extracting(DeadlineClock::family)
        .containsExactly("T04");
    assertThat(facts.types(caseNo))
        .contains("followup.ended/1", "casefile.closed/1")
        .doesNotContain("followup.closed-with-open/1");
    assertThat(ledger.verify(caseNo).whole()).isTrue();
  }

  @Test
  @Requirement({"S113", "S183"})
  void something_open_is_shown_and_needs_a_reason_and_the_duty_to_a_child_outlives_the_case() {
    CaseNo caseNo = journeys.readyToClose("yes");
    assertThat(shown(caseNo)).containsExactly("A child is still to be followed up as next of kin");

    var without =
        journeys.attempt(caseNo, "close-case", "therapist", new Answers().with("confirmed", true));
    assertThat(without.refusals())
        .extracting(Refusal::key)
        .containsExactly("followup.refusal.open-reason");

    journeys.complete(
        caseNo,
        "close-case",
        "therapist",
        new Answers()
            .with("confirmed", true)
            .with("openReason", "Barneansvarleg tek samtalen i neste veke"));

    assertThat(cases.get(caseNo).open()).isFalse();
    assertThat(children.dutyOpen(caseNo)).isTrue();
    assertThat(facts.types(caseNo)).contains("followup.closed-with-open/1");
  }

  @Test
  @Requirement({"S183", "E12"})
  void after_a_death_care_stops_the_bereaved_are_followed_up_and_a_person_closes() {
    CaseNo caseNo = journeys.inTreatment();

    actingAs.user(
        "therapist", () -> endings.died(caseNo, journeys.today(), "Meldt av fastlegen").value());
    harness.runDueJobs(caseNo);

    assertThat(journeys.openForms(caseNo)).containsExactly("follow-up-bereaved");
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(facts.clock("T09", caseNo).running()).isFalse();

    journeys.complete(
        caseNo,
        "follow-up-bereaved",
        "therapist",
        new Answers().with("children", "yes").with("offered", "Samtale"));

    assertThat(cases.get(caseNo).closeReason()).isEqualTo("died");
    assertThat(children.dutyOpen(caseNo)).isTrue();
    assertThat(instances.isRunning(caseNo.value())).isFalse();
  }

  @Test
  void a_patient_who_withdraws_hears_of_the_way_back_and_a_person_concludes() {
    CaseNo caseNo = journeys.inWorkUp();

    actingAs.user("therapist", () -> endings.withdrew(caseNo, "Vil ikkje meir no").value());
    harness.runDueJobs(caseNo);
    assertThat(journeys.openForms(caseNo)).containsExactly("conclude-after-withdrawal");

    journeys.complete(
        caseNo,
        "conclude-after-withdrawal",
        "therapist",
        new Answers().with("talked", "yes").with("keep", List.of("plan")).with("wayBack", true));

    assertThat(cases.get(caseNo).closeReason()).isEqualTo("withdrew");
    assertThat(facts.clock("T05", caseNo).running()).isFalse();
    assertThat(facts.types(caseNo)).contains("followup.withdrawal-concluded/1");
  }

  @Test
  void a_transfer_is_closed_when_the_receiver_has_confirmed() {
    CaseNo caseNo = journeys.inTreatment();

    actingAs.user("therapist", () -> endings.transferred(caseNo, "Flyttar til Molde").value());
    harness.runDueJobs(caseNo);
    assertThat(journeys.openForms(caseNo)).containsExactly("confirm-transfer");

    var tomorrow =
        journeys.attempt(
            caseNo,
            "confirm-transfer",
            "intake",
            new Answers()
                .with("receiver", "Molde behandlingssenter")
                .with("confirmedAt", journeys.day(1))
                .with("patientTold", "yes"));
    assertThat(tomorrow.refusals()).extracting(Refusal::field).containsExactly("confirmedAt");

    journeys.complete(
        caseNo,
        "confirm-transfer",
        "intake",
        new Answers()
            .with("receiver", "Molde behandlingssenter")
            .with("confirmedAt", journeys.day(0))
            .with("patientTold", "no"));

    assertThat(cases.get(caseNo).closeReason()).isEqualTo("transferred");
    assertThat(facts.owed("intake", caseNo))
        .contains("Tell the patient who has taken the case over");
    assertThat(facts.types(caseNo)).contains("followup.transfer-confirmed/1");
  }

  private void wantsHandover(Answers answers) {
    answers
        .with("nextCare", List.of("municipality", "gp"))
        .with("handoverWanted", "yes")
        .with("handoverText", "Oppfølging i kommunen etter avslutta behandling");
  }

  private java.util.UUID baseForSummary(CaseNo caseNo) {
    return actingAs.user(
        "therapist",
        () ->
            bases.record(
                cases.get(caseNo).personId(),
                LegalBases.Kind.INFORMED_NOT_OBJECTING,
                "alesund",
                "psykisk-helse",
                SummaryReceivers.PURPOSE,
                Set.of("summary"),
                null,
                "oral",
                null));
  }

  private List<Letters.Letter> summaries(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.template().equals("discharge-summary"))
        .toList();
  }

  /** What the closer reads in the form, in English. */
  private List<String> shown(CaseNo caseNo) {
    FormHandler handler =
        handlers.stream().filter(h -> h.formId().equals("close-case")).findFirst().orElseThrow();
    org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.ENGLISH);
    try {
      return handler.context(journeys.task(caseNo, "close-case"), caseNo).slots().get("openItems");
    } finally {
      org.springframework.context.i18n.LocaleContextHolder.resetLocaleContext();
    }
  }
}
