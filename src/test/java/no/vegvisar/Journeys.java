package no.vegvisar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.DemoUsers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Walks a case of the clinic step by step, each step as its user, through the real gate: what a
 * test needs to begin where it is about something. Every step takes the answers that are usual and
 * lets the test change some of them.
 */
@Component
public class Journeys {

  private final FormGate gate;
  private final OpenTasks tasks;
  private final ActingAs actingAs;
  private final Harness harness;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;
  private final ObjectMapper json;

  Journeys(
      FormGate gate,
      OpenTasks tasks,
      ActingAs actingAs,
      Harness harness,
      MovableClock clock,
      JdbcTemplate jdbc,
      ObjectMapper json) {
    this.gate = gate;
    this.tasks = tasks;
    this.actingAs = actingAs;
    this.harness = harness;
    this.clock = clock;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Answers to a form, in order. */
  public static final class Answers {
    private final Map<String, Object> given = new LinkedHashMap<>();

    public Answers with(String key, Object value) {
      given.put(key, value);
      return this;
    }

    public Answers without(String... keys) {
      Arrays.asList(keys).forEach(given::remove);
      return this;
    }
  }

  // --- single steps
  // ---------------------------------------------------------------------------------------------

  /** The open task with this form; a fault when there is none or more than one. */
  public OpenTask task(CaseNo caseNo, String formId) {
    List<OpenTask> found = tasksOf(caseNo, formId);
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " open tasks " + formId + " on the case; open: " + openForms(caseNo));
    }
    return found.get(0);
  }

  public List<OpenTask> tasksOf(CaseNo caseNo, String formId) {
    return tasks.ofCase(caseNo.value()).stream().filter(t -> formId.equals(t.formId())).toList();
  }

  /** Forms of all open tasks of the case. */
  public List<String> openForms(CaseNo caseNo) {
    return tasks.ofCase(caseNo.value()).stream().map(OpenTask::formId).sorted().toList();
  }

  /** Claims the task of this form as the user and completes it; whatever comes of it. */
  public Outcome<Submission> attempt(
      CaseNo caseNo, String formId, String userName, Answers answers) {
    OpenTask task = task(caseNo, formId);
    return actingAs.user(
        userName,
        () -> {
          if (!DemoUsers.idOf(userName).value().equals(task.assignee())) {
            tasks.claim(task.taskId(), DemoUsers.idOf(userName).value());
          }
          return gate.completeTask(task.taskId(), UUID.randomUUID().toString(), write(answers));
        });
  }

  /** As {@link #attempt}, and nothing is refused; then what is due runs. */
  public Submission complete(CaseNo caseNo, String formId, String userName, Answers answers) {
    Submission done = value(formId, attempt(caseNo, formId, userName, answers));
    harness.runDueJobs(caseNo);
    return done;
  }

  private static Submission value(String formId, Outcome<Submission> outcome) {
    if (!outcome.isDone()) {
      throw new AssertionError(formId + " was refused: " + outcome.refusals());
    }
    return outcome.value();
  }

  private String write(Answers answers) {
    try {
      return json.writeValueAsString(answers.given);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A day as a form's date field gives it, counted from today in Oslo. */
  public String day(int fromToday) {
    return today().plusDays(fromToday).toString();
  }

  /** A time as a form's date-and-time field gives it, counted from now. */
  public String time(Duration fromNow) {
    return OsloTime.dateTimeOf(clock.instant().plus(fromNow)).withSecond(0).withNano(0).toString();
  }

  public LocalDate today() {
    return OsloTime.dateOf(clock.instant());
  }

  public Instant now() {
    return clock.instant();
  }

  // --- the walk
  // -------------------------------------------------------------------------------------------------

  /** A referral as a GP sends it; complete. */
  public Answers referral() {
    return new Answers()
        .with("patientIdKind", "fnr")
        .with("nationalId", SyntheticIds.next())
        .with("patientName", "Rask Bjørkelund")
        .with("writtenStandard", "nn")
        .with("referrerKind", "gp")
        .with("reason", "Vil slutte å drikke")
        .with("helpWanted", "Nokon å snakke med")
        .with("helpWantedBy", "patient")
        .with("levelWanted", List.of("outpatient"))
        .with("dependence", List.of("alcohol"))
        .with("detoxNeed", "no")
        .with("riskConcern", "no")
        .with("medicines", "Ingen faste")
        .with("allergies", "noneKnown")
        .with("minorChildren", "unknown")
        .with("patientAgrees", "yes");
  }

  public CaseNo referred() {
    return referred(referral());
  }

  /** The GP sends; the case opens. */
  public CaseNo referred(Answers referral) {
    Submission sent =
        value(
            "refer-patient",
            actingAs.user(
                "referrer",
                () ->
                    gate.submit(
                        "refer-patient", null, UUID.randomUUID().toString(), write(referral))));
    CaseNo caseNo =
        new CaseNo(
            jdbc.queryForObject(
                "select case_no from referral where submission_id = ?", String.class, sent.id()));
    harness.runDueJobs(caseNo);
    return caseNo;
  }

  public CaseNo registered(CaseNo caseNo) {
    complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", time(Duration.ZERO))
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "none"));
    if (!tasksOf(caseNo, "confirm-route").isEmpty()) {
      complete(
          caseNo,
          "confirm-route",
          "assessor",
          new Answers().with("route", "assess").with("reason", "Høyrer til her"));
    }
    return caseNo;
  }

  public Answers granted(String... levels) {
    return new Answers()
        .with("outcome", "granted")
        .with("levels", Arrays.stream(levels).map(l -> Map.of("level", l)).toList())
        .with("place", "Ålesund behandlingssenter, poliklinikk")
        .with("deadline", day(42))
        .with("reason", "Alvorleg nok og nytte av hjelp");
  }

  public CaseNo signed(CaseNo caseNo, String... levels) {
    complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        granted(levels.length == 0 ? new String[] {"outpatient"} : levels));
    complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    return caseNo;
  }

  /** The decision letter has left, so the patient counts as told and T02 runs. */
  public CaseNo told(CaseNo caseNo) {
    harness.settle(caseNo);
    if (!tasksOf(caseNo, "tell-patient-another-way").isEmpty()) {
      complete(
          caseNo,
          "tell-patient-another-way",
          "intake",
          new Answers().with("told", "phoned").with("toldAt", time(Duration.ZERO)));
    }
    return caseNo;
  }

  /** From a new referral to the task of assigning a therapist. */
  public CaseNo rightGranted(String... levels) {
    return told(signed(registered(referred()), levels));
  }

  public CaseNo therapistAssigned(CaseNo caseNo) {
    complete(
        caseNo,
        "assign-therapist",
        "unit-lead",
        new Answers()
            .with("therapist", DemoUsers.idOf("therapist").value())
            .with("wish", "none")
            .with("conflict", true));
    return caseNo;
  }

  public CaseNo attended(CaseNo caseNo) {
    complete(
        caseNo,
        "record-first-attendance",
        "therapist",
        new Answers().with("attendance", "came").with("attendedAt", time(Duration.ZERO)));
    return caseNo;
  }

  public CaseNo childrenAsked(CaseNo caseNo, String answer) {
    complete(caseNo, "ask-about-children", "therapist", new Answers().with("asked", answer));
    return caseNo;
  }

  public Answers needs() {
    return new Answers()
        .with("needs", "Ro om kveldane og nokon å ringje")
        .with("instruments", List.of(Map.of("name", "audit", "total", 17, "date", day(0))))
        .with("doctorSeen", "done")
        .with("suicideRisk", "done")
        .with("driving", "noLicence");
  }

  public CaseNo needsMapped(CaseNo caseNo) {
    complete(caseNo, "map-needs", "therapist", needs());
    return caseNo;
  }

  public Answers plan() {
    return new Answers()
        .with(
            "goals",
            List.of(
                Map.of(
                    "goal",
                    "Edru i kvardagane",
                    "measure",
                    "Samtale kvar veke",
                    "owner",
                    "therapist"),
                Map.of(
                    "goal",
                    "Eit sted å bu",
                    "measure",
                    "Søkje saman med kommunen",
                    "owner",
                    "municipality",
                    "by",
                    day(30))))
        .with("evaluationDate", day(7))
        .with("agreed", "yes")
        .with("copy", "given");
  }

  public CaseNo planAgreed(CaseNo caseNo) {
    complete(caseNo, "agree-treatment-plan", "therapist", plan());
    return caseNo;
  }

  public Answers decision() {
    return new Answers()
        .with("clinicalDecision", "treatment")
        .with("reason", "Pasienten vil halde fram")
        .with("planNeed", "no")
        .with("municipalFollowUpWanted", "no")
        .with("groupWanted", "no");
  }

  public CaseNo decided(CaseNo caseNo, Consumer<Answers> change) {
    Answers answers = decision();
    change.accept(answers);
    complete(caseNo, "make-clinical-decision", "therapist", answers);
    return caseNo;
  }

  /** First attendance held; the task about children is open. */
  public CaseNo inWorkUp(String... levels) {
    return attended(therapistAssigned(rightGranted(levels)));
  }

  /** All of work-up but the decision; there are no children. */
  public CaseNo readyToDecide() {
    return planAgreed(needsMapped(childrenAsked(inWorkUp(), "no")));
  }

  /** Treatment here, nothing wanted from others. */
  public CaseNo inTreatment() {
    return decided(readyToDecide(), answers -> {});
  }

  public Answers evaluation() {
    return new Answers()
        .with("useful", "yes")
        .with("childrenAsked", "no")
        .with("kinConsent", "general")
        .with("municipalFollowUpWanted", "no")
        .with("groupWanted", "no")
        .with("treatmentGoesOn", "yes");
  }

  public CaseNo treatmentEnded(CaseNo caseNo) {
    complete(caseNo, "evaluate-treatment", "therapist", evaluation().with("treatmentGoesOn", "no"));
    return caseNo;
  }

  /** Treatment has ended; the end is to be planned. */
  public CaseNo endInSight() {
    return treatmentEnded(inTreatment());
  }

  public Answers plannedEnd() {
    return new Answers()
        .with("endKind", "planned")
        .with("nextCare", List.of("gp"))
        .with("handoverWanted", "no")
        .with("groupLeader", "none")
        .with("withPatient", "yes")
        .with("childrenAsked", "no");
  }

  public CaseNo endPlanned(CaseNo caseNo, Consumer<Answers> change) {
    Answers answers = plannedEnd();
    change.accept(answers);
    complete(caseNo, "plan-end", "therapist", answers);
    return caseNo;
  }

  public Answers summary(String... receivers) {
    return new Answers()
        .with("reference", "J-2026-0042")
        .with("receivers", List.of(receivers))
        .with("patientAsked", "yes");
  }

  /**
   * National ids that no register has: month + 80, both check digits by the ordinary rule on the
   * shifted number.
   */
  static final class SyntheticIds {

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 20_000));

    private SyntheticIds() {}

    /** Of somebody born between 1960 and 1989, whose id this run has not given yet. */
    static String next() {
      while (true) {
        int n = NEXT.incrementAndGet();
        String body =
            "%02d%02d%02d%03d"
                .formatted(1 + n % 28, 81 + n / 28 % 12, 60 + n / 336 % 30, n / 10_080 % 500);
        int first = digit(body, FIRST);
        int second = first > 9 ? 10 : digit(body + first, SECOND);
        if (first < 10 && second < 10) {
          return body + first + second;
        }
      }
    }

    private static int digit(String digits, int[] weights) {
      int sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * (digits.charAt(i) - '0');
      }
      int rest = 11 - sum % 11;
      return rest == 11 ? 0 : rest;
    }
  }
}
