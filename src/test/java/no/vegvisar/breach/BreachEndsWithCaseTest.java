package no.vegvisar.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import no.vegvisar.breach.DeadlineBreach.State;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CareStops;
import no.vegvisar.casefile.CaseStop.Reason;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.engine.Models;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.FactView;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Process deadline-breach when its case stops: it ends with the cause, and Helfo is called off. */
@VegvisarTest
class BreachEndsWithCaseTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  private static final String FORM =
      """
      {"id":"test-breach","type":"default","schemaVersion":16,"components":[
        {"type":"textarea","id":"Field_Words","key":"words","label":"Words"}]}
      """;

  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Harness harness;
  @Autowired ActingAs actingAs;
  @Autowired DeadlineClocks clocks;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired CareEndings endings;
  @Autowired CareStops stops;
  @Autowired BreachDesk desk;
  @Autowired HelfoTransport helfo;
  @Autowired RuntimeService runtime;
  @Autowired Models models;
  @Autowired BreachFacts words;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Value("${vegvisar.outbox.directory}")
  Path laidDown;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  @Requirement("S34")
  void before_helfo_was_notified_nobody_is_asked_to_confirm_any_more_and_helfo_hears_nothing(
      Reason reason) {
    CaseNo caseNo = expected();
    assertThat(journeys.openForms(caseNo)).contains("confirm-deadline-breach");

    stop(caseNo, reason);
    harness.settle(caseNo);

    assertThat(journeys.openForms(caseNo)).hasSize(1).doesNotContain("confirm-deadline-breach");
    assertThat(one(caseNo).state()).isEqualTo(State.STOPPED);
    assertThat(one(caseNo).stopCause()).isEqualTo(code(reason));
    assertThat(facts.words(caseNo, "breach.stopped/1")).containsExactly(code(reason));
    assertThat(clock("R65", caseNo).stopCause()).isEqualTo(code(reason));
    assertThat(toHelfo(caseNo)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  @Requirement("S34")
  void after_helfo_was_notified_it_is_told_that_nothing_more_is_needed_and_not_why(Reason reason)
      throws IOException {
    CaseNo caseNo = told();
    assertThat(clock("T03b", caseNo).running()).isTrue();

    stop(caseNo, reason);
    harness.settle(caseNo);

    assertThat(journeys.openForms(caseNo)).hasSize(1).doesNotContain("record-helfo-answer");
    assertThat(clock("T03b", caseNo).stopCause()).isEqualTo(code(reason));
    assertThat(clock("R67", caseNo).stopCause()).isEqualTo(code(reason));
    assertThat(facts.words(caseNo, "breach.helfo-notice/1"))
        .containsExactly("notice", "noLongerNeeded");
    assertThat(facts.words(caseNo, "breach.helfo-told/1"))
        .containsExactly("notice", "noLongerNeeded");
    assertThat(toHelfo(caseNo)).containsExactly(Outbox.State.SENT, Outbox.State.SENT);
    assertThat(one(caseNo).helfoDoneAt()).isEqualTo(MONDAY_MORNING);
    assertThat(lastToHelfo(caseNo))
        .contains("message: noLongerNeeded", "case: " + caseNo)
        .doesNotContainIgnoringCase(code(reason))
        .doesNotContainIgnoringCase("death")
        .doesNotContainIgnoringCase("reason");
  }

  @Test
  void the_time_for_answering_the_letter_of_helfo_stops_too() {
    CaseNo caseNo = told();
    journeys.complete(caseNo, "record-helfo-answer", "unit-lead", answer("letterSent"));
    assertThat(clock("T03c", caseNo).running()).isTrue();

    stop(caseNo, Reason.WITHDREW);
    harness.settle(caseNo);

    assertThat(clock("T03c", caseNo).stopCause()).isEqualTo("withdrew");
    assertThat(harness.jobs(caseNo)).isEmpty();
    assertThat(words.ofCase(caseNo, Language.EN).get(0))
        .extracting(FactView::label, FactView::text)
        .contains(
            tuple("State", "Ended with the case"),
            tuple("Ended because", "the patient does not want to go on here"),
            tuple("Helfo told to look no further on", "30 November 2026"));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void a_notice_that_has_not_left_never_leaves_and_nor_does_its_letter(Reason reason) {
    CaseNo caseNo = queued();

    stop(caseNo, reason);
    harness.settle(caseNo);

    assertThat(toHelfo(caseNo)).containsExactly(Outbox.State.CANCELLED);
    assertThat(facts.types(caseNo)).doesNotContain("breach.helfo-told/1");
    String letter = letterOf(caseNo, "breach-notice").id().toString();
    assertThat(outbox.ofCase(caseNo))
        .filteredOn(r -> r.subjectId().equals(letter))
        .extracting(Outbox.Row::state)
        .containsExactly(Outbox.State.CANCELLED);
  }

  @Test
  void after_a_notice_that_failed_the_unit_leader_calls_helfo_off_if_it_was_told_by_hand() {
    CaseNo caseNo = queued();
    gaveUp(caseNo);
    assertThat(facts.owed("unit-lead", caseNo))
        .containsExactly("A notice to Helfo did not leave: tell Helfo another way");

    stop(caseNo, Reason.DIED);
    harness.settle(caseNo);

    assertThat(facts.owed("unit-lead", caseNo))
        .containsExactly(
            "The notice to Helfo never left, and the case has stopped: if Helfo was told another"
                + " way, say that nothing more is needed");
    assertThat(toHelfo(caseNo)).containsExactly(Outbox.State.FAILED);
  }

  @Test
  void a_notice_that_was_just_leaving_is_called_off_when_it_has_left() {
    CaseNo caseNo = queued();
    stop(caseNo, Reason.WITHDREW);
    harness.settle(caseNo);
    Outbox.Row row = rowsToHelfo(caseNo).get(0);
    var notice = notice(caseNo, row);
    assertThat(helfo.hold(notice)).contains("withdrew");

    new TransactionTemplate(transactions).executeWithoutResult(s -> helfo.sent(row.id(), notice));
    harness.settle(caseNo);

    assertThat(facts.words(caseNo, "breach.helfo-told/1"))
        .containsExactly("notice", "noLongerNeeded");
    assertThat(one(caseNo).state()).isEqualTo(State.STOPPED);
    assertThat(clocks.find("T03b", one(caseNo).id().toString())).isEmpty();
  }

  @Test
  void a_death_after_a_withdrawal_does_not_take_back_that_helfo_is_called_off() {
    CaseNo caseNo = told();
    stop(caseNo, Reason.WITHDREW);
    harness.runDueJobs(caseNo);
    assertThat(toHelfo(caseNo)).containsExactly(Outbox.State.SENT, Outbox.State.WAITING);

    stop(caseNo, Reason.DIED);
    harness.settle(caseNo);

    assertThat(facts.words(caseNo, "breach.helfo-told/1"))
        .containsExactly("notice", "noLongerNeeded");
    assertThat(facts.words(caseNo, "breach.stopped/1")).containsExactly("withdrew");
  }

  @Test
  void a_death_before_helfo_heard_of_an_own_place_calls_helfo_off() {
    CaseNo caseNo = told();
    journeys.complete(caseNo, "record-helfo-answer", "unit-lead", answer("placeFound"));

    stop(caseNo, Reason.DIED);
    harness.settle(caseNo);

    assertThat(facts.words(caseNo, "breach.helfo-told/1"))
        .containsExactly("notice", "noLongerNeeded");
    assertThat(one(caseNo).state()).isEqualTo(State.PLACE_FOUND);
    assertThat(letterOf(caseNo, "breach-place-found").state()).isNotEqualTo(Letters.State.SENT);
  }

  @Test
  void a_form_sent_while_the_case_stops_is_refused_and_then_gone() {
    CaseNo caseNo = expected();
    actingAs.user(
        "therapist",
        () -> {
          stops.stop(caseNo, Reason.WITHDREW);
          return true;
        });

    var late = journeys.attempt(caseNo, "confirm-deadline-breach", "unit-lead", byHelfo());
    assertThat(late.refusals()).extracting(Refusal::key).containsExactly("breach.refusal.stopped");

    harness.runDueJobs(caseNo);
    assertThat(journeys.openForms(caseNo)).doesNotContain("confirm-deadline-breach");
    assertThat(facts.types(caseNo)).doesNotContain("breach.confirmed/1");
  }

  @Test
  void an_instance_of_a_model_that_does_not_hear_of_the_stop_ends_all_the_same() {
    CaseNo caseNo = told();
    onOlderModel(caseNo);
    assertThat(journeys.openForms(caseNo)).contains("test-breach");

    stop(caseNo, Reason.TRANSFERRED);
    harness.settle(caseNo);

    assertThat(journeys.openForms(caseNo)).containsExactly("confirm-transfer");
    assertThat(facts.words(caseNo, "breach.helfo-told/1"))
        .containsExactly("notice", "noLongerNeeded");
  }

  /** The notice to Helfo was tried until it was given up. */
  private void gaveUp(CaseNo caseNo) {
    Outbox.Row row = rowsToHelfo(caseNo).get(0);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            s -> {
              jdbc.update("update outbox set state = 'FAILED' where id = ?", row.id());
              helfo.gaveUp(row.id(), notice(caseNo, row));
            });
  }

  private static Outbox.Item notice(CaseNo caseNo, Outbox.Row row) {
    return new Outbox.Item(
        HelfoTransport.NAME, caseNo, row.subjectId(), HelfoTransport.NOTICE, null, null);
  }

  /** The breach goes on as an instance of a model without the event. */
  private void onOlderModel(CaseNo caseNo) {
    String breachId = one(caseNo).id().toString();
    runtime
        .createProcessInstanceQuery()
        .variableValueEquals("breachId", breachId)
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "another model"));
    String model =
        Bpmn.convertToString(
            Bpmn.createExecutableProcess("test-older-breach")
                .name("Older breach")
                .camundaHistoryTimeToLiveString("P1D")
                .camundaVersionTag("1")
                .startEvent("StartEvent_Breach")
                .userTask("UserTask_TestBreach")
                .name("Test breach")
                .camundaFormRef("test-breach")
                .camundaFormRefBinding("deployment")
                .camundaCandidateGroups("unit-lead")
                .endEvent("EndEvent_Done")
                .done());
    assertThat(
            models
                .deploy(
                    "test-older-breach",
                    Map.of(
                        "processes/test-older-breach.bpmn", model, "forms/test-breach.form", FORM),
                    "browser")
                .refusals())
        .isEmpty();
    runtime.startProcessInstanceByKey(
        "test-older-breach",
        caseNo.value(),
        Map.of("caseNo", caseNo.value(), "breachId", breachId));
  }

  private CaseNo expected() {
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    String deadline = facts.clock("T02", caseNo).dueOn().toString();
    actingAs.user("unit-lead", () -> desk.tell(caseNo, "capacity", "Ingen plass", deadline));
    return caseNo;
  }

  /** The notice waits to leave. */
  private CaseNo queued() {
    CaseNo caseNo = expected();
    journeys.complete(caseNo, "confirm-deadline-breach", "unit-lead", byHelfo());
    return caseNo;
  }

  /** Helfo has got the notice. */
  private CaseNo told() {
    CaseNo caseNo = queued();
    harness.settle(caseNo);
    assertThat(one(caseNo).state()).isEqualTo(State.NOTIFIED);
    return caseNo;
  }

  private static Answers byHelfo() {
    return new Answers().with("breachWay", "helfo").with("reason", "Ingen plass før fristen");
  }

  private Answers answer(String answer) {
    return new Answers()
        .with("helfoAnswer", answer)
        .with("on", journeys.day(0))
        .with("details", "Meldt på telefon");
  }

  private void stop(CaseNo caseNo, Reason reason) {
    actingAs.user(
        "therapist",
        () ->
            switch (reason) {
              case DIED -> endings.died(caseNo, journeys.today(), "Pårørande ringde").value();
              case WITHDREW -> endings.withdrew(caseNo, "Vil ikkje meir").value();
              case TRANSFERRED -> endings.transferred(caseNo, "Har valt Molde").value();
            });
  }

  private static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private DeadlineBreach one(CaseNo caseNo) {
    return desk.ofCase(caseNo).get(0);
  }

  private DeadlineClock clock(String family, CaseNo caseNo) {
    return clocks.find(family, one(caseNo).id().toString()).orElseThrow();
  }

  private Letters.Letter letterOf(CaseNo caseNo, String template) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.template().equals(template))
        .findFirst()
        .orElseThrow();
  }

  private List<Outbox.Row> rowsToHelfo(CaseNo caseNo) {
    return outbox.ofCase(caseNo).stream()
        .filter(r -> r.transport().equals(HelfoTransport.NAME))
        .toList();
  }

  private List<Outbox.State> toHelfo(CaseNo caseNo) {
    return rowsToHelfo(caseNo).stream().map(Outbox.Row::state).toList();
  }

  /** What the portal's sender finds of the last message. */
  private String lastToHelfo(CaseNo caseNo) throws IOException {
    List<Outbox.Row> rows = rowsToHelfo(caseNo);
    return Files.readString(laidDown.resolve(rows.get(rows.size() - 1).id() + ".helfo.txt"));
  }
}
