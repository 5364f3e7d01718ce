package no.vegvisar;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.FormGate;
import no.vegvisar.kernel.MovableClock;

/**
 * The answers that the clinic's forms usually get, each to be changed by the test that is about
 * something else.
 */
abstract class UsualAnswers extends CaseSteps {

  UsualAnswers(
      FormGate gate,
      OpenTasks tasks,
      ActingAs actingAs,
      Harness harness,
      MovableClock clock,
      ObjectMapper json) {
    super(gate, tasks, actingAs, harness, clock, json);
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

  public Answers needs() {
    return new Answers()
        .with("needs", "Ro om kveldane og nokon å ringje")
        .with("instruments", List.of(Map.of("name", "audit", "total", 17, "date", day(0))))
        .with("doctorSeen", "done")
        .with("suicideRisk", "done")
        .with("driving", "noLicence");
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

  public Answers decision() {
    return new Answers()
        .with("clinicalDecision", "treatment")
        .with("reason", "Pasienten vil halde fram")
        .with("planNeed", "no")
        .with("municipalFollowUpWanted", "no")
        .with("groupWanted", "no");
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

  public Answers plannedEnd() {
    return new Answers()
        .with("endKind", "planned")
        .with("nextCare", List.of("gp"))
        .with("handoverWanted", "no")
        .with("groupLeader", "none")
        .with("withPatient", "yes")
        .with("childrenAsked", "no");
  }

  public Answers summary(String... receivers) {
    return new Answers()
        .with("reference", "J-2026-0042")
        .with("receivers", List.of(receivers))
        .with("patientAsked", "yes");
  }
}
