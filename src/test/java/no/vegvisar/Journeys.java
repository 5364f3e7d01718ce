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
public class Journeys extends CaseSteps {

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

  /** A LAR referral that patient, municipality and GP have made together; complete. */
  public Answers larReferral() {
    return new Answers()
        .with("patientIdKind", "fnr")
        .with("nationalId", SyntheticIds.next())
        .with("patientName", "Lett Bris")
        .with("patientContact", "Via legekontoret")
        .with("writtenStandard", "nb")
        .with("referrerKind", "gp")
        .with("parties", List.of("patient", "municipality", "gp"))
        .with("opioidDependence", "inLetter")
        .with("reason", "Opioidavhengig i ti år")
        .with("helpWanted", "En hverdag uten jag")
        .with("larAim", "stable")
        .with("riskConcern", "no")
        .with("medicines", "Ingen faste")
        .with("allergies", "noneKnown")
        .with("minorChildren", "no")
        .with("patientAgrees", "yes");
  }

  /** A referral of a next of kin; names nobody else. */
  public Answers kinReferral() {
    return new Answers()
        .with("patientIdKind", "fnr")
        .with("nationalId", SyntheticIds.next())
        .with("patientName", "Vennlig Måke")
        .with("patientContact", "Telefon på kveldstid")
        .with("writtenStandard", "nb")
        .with("referrerKind", "occupationalHealth")
        .with("reason", "Sliten av å bekymre seg")
        .with("helpWanted", "Noen å snakke med")
        .with("kinTo", "substances")
        .with("kinWants", List.of("talks"))
        .with("riskConcern", "no")
        .with("minorChildren", "no")
        .with("patientAgrees", "yes");
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

  /** What intake finds out about a referral in which nothing is unusual. */
  public Answers registration() {
    return new Answers()
        .with("firstReceipt", time(Duration.ZERO))
        .with("channel", "web")
        .with("identity", "confirmed")
        .with("senderAuthority", "yes")
        .with("sameAsOpen", "no")
        .with("unit", "aalesund")
        .with("protectedAddress", "none");
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

  public Answers granted(String... levels) {
    Answers granted = new Answers();
    if (levels.length > 0 && !levels[0].equals("outpatient")) {
      // other than the referral above wishes
      granted.with("levelDiffers", "Vi har drøfta det, og dette er tryggare");
    }
    return granted
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

  /** A complaint as the patient gives it by mouth at the desk. */
  public Answers complaint() {
    return new Answers()
        .with("receivedAt", time(Duration.ZERO))
        .with("channel", "oral")
        .with("about", List.of("refusal"))
        .with("words", "Eg treng meir hjelp enn kommunen kan gi")
        .with("complainant", "patient");
  }

  /** A complaint as somebody close gives it for the patient. */
  public Answers complaintOfKin(String powerOfAttorney) {
    return complaint()
        .with("complainant", "nextOfKin")
        .with("complainantName", "Stø Bjørkelund")
        .with("complainantAddress", "Storgata 1\n6002 Ålesund")
        .with("powerOfAttorney", powerOfAttorney);
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

  /** The end is planned and summed up for the GP; a person closes. */
  public CaseNo readyToClose(String childrenAnswer) {
    CaseNo caseNo =
        endPlanned(endInSight(), answers -> answers.with("childrenAsked", childrenAnswer));
    complete(caseNo, "write-discharge-summary", "therapist", summary("gp"));
    return caseNo;
  }
}
