package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.Phase;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A doctor's emergency: the doctor on call is phoned, and the assessment goes on beside it. */
@VegvisarTest
class AcuteWayTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String DECIDE =
      "After the emergency: decide whether the patient enters the pathway";

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ReferralRecords records;
  @Autowired WayWords ways;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired AssessmentDesk assessments;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S39")
  void acute_admission_starts_two_weeks_from_the_emergency_and_never_stops_the_ten_days() {
    CaseNo caseNo = marked("gp");
    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("emergency");

    journeys.complete(caseNo, "confirm-route", "assessor", acute());

    assertThat(facts.words(caseNo, "referral.emergency-assessed/1"))
        .containsExactly("2026-11-29T21:00:00Z takenIn-yes");
    assertThat(facts.clock("T18", caseNo).startedOn()).isEqualTo(LocalDate.of(2026, 11, 29));
    assertThat(facts.clock("T18", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 13));
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(facts.owed("assessor", caseNo)).containsExactly(DECIDE);
    assertThat(facts.owed("intake", caseNo)).isEmpty();
  }

  @Test
  @Requirement("S39")
  void the_way_is_not_taken_before_the_doctor_on_call_was_phoned_and_answered() {
    CaseNo caseNo = marked("gp");

    assertThat(refused(caseNo, acute().without("doctorPhoned"))).containsExactly("doctorPhoned");
    assertThat(refused(caseNo, acute().without("takenIn", "emergencyAt")))
        .containsExactly("takenIn", "emergencyAt");
    assertThat(refused(caseNo, acute().with("emergencyAt", journeys.time(Duration.ofHours(1)))))
        .containsExactly("emergencyAt");

    assertThat(facts.types(caseNo)).doesNotContain("referral.emergency-assessed/1");
    assertThat(journeys.openForms(caseNo)).containsExactly("confirm-route");
  }

  @Test
  @Requirement("S39")
  void an_emergency_marked_by_somebody_who_is_no_doctor_is_worry_and_does_not_take_this_way() {
    CaseNo caseNo =
        journeys.referredBy(
            no.vegvisar.organisation.MoreReferrers.IN_NAV,
            journeys.referral().with("referrerKind", "nav").with("urgency", "emergency"));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).doesNotContain("emergency");
    assertThat(ways.notes(records.ofCase(caseNo), Language.EN))
        .anySatisfy(
            note -> assertThat(note).contains("Only a doctor can mark an emergency", "worry"));
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @Test
  @Requirement("S39")
  void a_person_decides_within_the_two_weeks_and_until_then_the_duty_stays() {
    CaseNo caseNo = marked("gp");
    journeys.complete(caseNo, "confirm-route", "assessor", acute());
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(20)));
    assertThat(facts.owed("assessor", caseNo)).containsExactly(DECIDE);
    assertThat(facts.clock("T18", caseNo).running()).isTrue();

    assertThat(settle(caseNo, "yes", "2026-12-20", "").statusCode()).isEqualTo(422);
    assertThat(settle(caseNo, "", "2026-11-01", "Treng meir").body())
        .contains("Choose an answer", "before the emergency was assessed", "Treng meir");
    assertThat(settle(caseNo, "yes", "2026-12-20", "Treng meir").statusCode()).isEqualTo(302);
    settle(caseNo, "no", "2026-12-20", "Ombestemte seg");

    assertThat(facts.words(caseNo, "referral.emergency-settled/1"))
        .containsExactly("2026-12-20 enters-yes");
    assertThat(facts.clock("T18", caseNo).stopCause()).isEqualTo("decided");
    assertThat(facts.owed("assessor", caseNo)).isEmpty();
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(WebUser.signedIn(port, "assessor").get("/cases/" + caseNo + "/ways").body())
        .contains("Doctor has marked it urgent", "the pathway begins", "Treng meir");
  }

  @Test
  @Requirement({"S11", "S39"})
  void an_acute_stay_of_one_in_outpatient_treatment_leaves_that_case_as_it_was() {
    CaseNo outpatient = journeys.inTreatment();
    String id = patients.get(cases.get(outpatient).personId()).nationalId();
    List<String> open = journeys.openForms(outpatient);
    long entries = facts.types(outpatient).size();

    CaseNo stay =
        journeys.referred(
            journeys
                .referral()
                .with("nationalId", id)
                .with("referrerKind", "gp")
                .with("urgency", "emergency"));
    journeys.complete(
        stay, "register-referral", "intake", journeys.registration().with("sameAsOpen", "yes"));
    assertThat(facts.words(stay, "referral.route-proposed/1")).containsExactly("emergency");
    journeys.complete(stay, "confirm-route", "assessor", acute());
    journeys.signed(stay, "detox", "inpatient");
    journeys.told(stay);

    assertThat(cases.get(outpatient).open()).isTrue();
    assertThat(cases.get(outpatient).phase()).isEqualTo(Phase.TREATMENT);
    assertThat(journeys.openForms(outpatient)).isEqualTo(open);
    assertThat(facts.clock("T09", outpatient).running()).isTrue();
    assertThat(facts.types(outpatient)).hasSize((int) entries);
    assertThat(cases.get(stay).personId()).isEqualTo(cases.get(outpatient).personId());
  }

  @Test
  @Requirement({"S3", "S11", "S30"})
  void detox_then_inpatient_then_outpatient_is_one_case_that_no_level_closes() {
    CaseNo caseNo = journeys.inWorkUp("detox", "inpatient", "outpatient");

    assertThat(assessments.find(caseNo).orElseThrow().levels())
        .containsExactly("detox", "inpatient", "outpatient");
    assertThat(cases.get(caseNo).open()).isTrue();
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.WORK_UP);
    journeys.decided(
        journeys.planAgreed(journeys.needsMapped(journeys.childrenAsked(caseNo, "no"))), a -> {});
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.TREATMENT);
    assertThat(facts.types(caseNo))
        .contains("casefile.opened/1")
        .doesNotContain("casefile.closed/1");
  }

  private java.net.http.HttpResponse<String> settle(
      CaseNo caseNo, String enters, String on, String reason) {
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String path = "/cases/" + caseNo + "/ways/emergency";
    return assessor.post(
        path,
        Map.of("_version", version(assessor, path), "enters", enters, "on", on, "reason", reason));
  }

  /** Of the open page; one that is settled has nothing to send. */
  private static String version(WebUser assessor, String path) {
    return assessor.get(path).body().contains("_version") ? assessor.version(path) : "open";
  }

  private CaseNo marked(String kind) {
    CaseNo caseNo =
        journeys.referred(
            journeys.referral().with("referrerKind", kind).with("urgency", "emergency"));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());
    return caseNo;
  }

  private Answers acute() {
    return new Answers()
        .with("route", "acute")
        .with("doctorPhoned", true)
        .with("takenIn", "yes")
        .with("emergencyAt", journeys.time(Duration.ofHours(-11)))
        .with("reason", "Vakthavande tek imot i kveld");
  }

  private java.util.List<String> refused(CaseNo caseNo, Answers answers) {
    return journeys.attempt(caseNo, "confirm-route", "assessor", answers).refusals().stream()
        .map(Refusal::field)
        .toList();
  }
}
