package no.vegvisar;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.organisation.DemoUsers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Walks a case of the clinic step by step, each step as its user, through the real gate: what a
 * test needs to begin where it is about something. Every step takes the answers that are usual and
 * lets the test change some of them.
 */
@Component
public class Journeys extends UsualAnswers {

  private final Harness harness;
  private final JdbcTemplate jdbc;

  Journeys(
      FormGate gate,
      OpenTasks tasks,
      ActingAs actingAs,
      Harness harness,
      MovableClock clock,
      JdbcTemplate jdbc,
      ObjectMapper json) {
    super(gate, tasks, actingAs, harness, clock, json);
    this.harness = harness;
    this.jdbc = jdbc;
  }

  /** Answers to a form, in order. */
  public static final class Answers {
    final Map<String, Object> given = new LinkedHashMap<>();

    public Answers with(String key, Object value) {
      given.put(key, value);
      return this;
    }

    public Object value(String key) {
      return given.get(key);
    }

    /** As a page sends them. */
    public Map<String, Object> all() {
      return Map.copyOf(given);
    }

    public Answers without(String... keys) {
      Arrays.asList(keys).forEach(given::remove);
      return this;
    }
  }

  public CaseNo referred() {
    return referred(referral());
  }

  /** The GP sends; the case opens. */
  public CaseNo referred(Answers referral) {
    return referredBy("referrer", referral);
  }

  /** Somebody sends a referral; the case opens. */
  public CaseNo referredBy(String userName, Answers referral) {
    return referredOn("refer-patient", userName, referral);
  }

  /** The same on another form. */
  public CaseNo referredOn(String formId, String userName, Answers referral) {
    Submission sent = submitted(formId, userName, referral);
    CaseNo caseNo =
        new CaseNo(
            jdbc.queryForObject(
                "select case_no from referral where submission_id = ?", String.class, sent.id()));
    harness.runDueJobs(caseNo);
    return caseNo;
  }

  public CaseNo registered(CaseNo caseNo) {
    complete(caseNo, "register-referral", "intake", registration());
    if (!tasksOf(caseNo, "confirm-route").isEmpty()) {
      complete(
          caseNo,
          "confirm-route",
          "assessor",
          new Answers().with("route", "assess").with("reason", "Høyrer til her"));
    }
    return caseNo;
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

  /** Refused by signer, and the patient has been told; the case is closed. */
  public CaseNo refused() {
    CaseNo caseNo = registered(referred());
    complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        new Answers()
            .with("outcome", "refused")
            .with("reason", "Bruken er avgrensa")
            .with("elsewhere", "Samtale med ruskonsulent i kommunen"));
    complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    return told(caseNo);
  }

  /** Taken in by whoever has the case, in own right and in time; the own review waits. */
  public CaseNo complaintConsidered(CaseNo caseNo, String registrar) {
    begin(caseNo, "register-complaint", registrar, complaint());
    complete(
        caseNo,
        "consider-complaint",
        "signer-2",
        new Answers().with("inTime", "yes").with("standing", "own").with("reason", "Eiga klage"));
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

  public CaseNo needsMapped(CaseNo caseNo) {
    complete(caseNo, "map-needs", "therapist", needs());
    return caseNo;
  }

  public CaseNo planAgreed(CaseNo caseNo) {
    complete(caseNo, "agree-treatment-plan", "therapist", plan());
    return caseNo;
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

  /** Treatment here, and the municipality is to be asked in these words; no base is found yet. */
  public CaseNo followUpWanted(String words) {
    return decided(
        readyToDecide(),
        answers -> answers.with("municipalFollowUpWanted", "yes").with("followUpAsked", words));
  }

  /** The patient has been told and does not object; the request may leave. */
  public CaseNo baseFound(CaseNo caseNo) {
    complete(
        caseNo,
        "seek-legal-base",
        "therapist",
        new Answers()
            .with("municipalFollowUpWanted", "yes")
            .with("base", "informedNotObjecting")
            .with("withForm", "oral")
            .with("groupWanted", "no"));
    return caseNo;
  }

  /** Treatment here, and a responsibility group is wanted; no consent is found yet. */
  public CaseNo groupWanted() {
    return decided(readyToDecide(), answers -> answers.with("groupWanted", "yes"));
  }

  public CaseNo groupConsented(CaseNo caseNo) {
    complete(
        caseNo,
        "seek-legal-base",
        "therapist",
        new Answers()
            .with("municipalFollowUpWanted", "no")
            .with("groupWanted", "yes")
            .with("groupConsent", "consent"));
    return caseNo;
  }

  /** These are called to a first meeting in a week. */
  public CaseNo membersInvited(CaseNo caseNo, List<Map<String, String>> members) {
    complete(
        caseNo,
        "invite-members",
        "therapist",
        new Answers().with("members", members).with("firstMeeting", time(Duration.ofDays(7))));
    return caseNo;
  }

  /** A group with the patient alone, called to a first meeting in a week. */
  public CaseNo inAGroup() {
    return membersInvited(
        groupConsented(groupWanted()), List.of(Map.of("who", "patient", "gets", "full")));
  }

  public CaseNo treatmentEnded(CaseNo caseNo) {
    complete(caseNo, "evaluate-treatment", "therapist", evaluation().with("treatmentGoesOn", "no"));
    return caseNo;
  }

  /** Treatment has ended; the end is to be planned. */
  public CaseNo endInSight() {
    return treatmentEnded(inTreatment());
  }

  public CaseNo endPlanned(CaseNo caseNo, Consumer<Answers> change) {
    Answers answers = plannedEnd();
    change.accept(answers);
    complete(caseNo, "plan-end", "therapist", answers);
    return caseNo;
  }

  /** The end is planned and summed up for the GP; a person closes. */
  public CaseNo readyToClose(String childrenAnswer) {
    CaseNo caseNo =
        endPlanned(endInSight(), answers -> answers.with("childrenAsked", childrenAnswer));
    complete(caseNo, "write-discharge-summary", "therapist", summary("gp"));
    return caseNo;
  }
}
