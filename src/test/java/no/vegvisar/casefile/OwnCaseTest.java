package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** One of the staff is a patient in the own clinic: their case is shut for them (edge 14). */
@VegvisarTest
class OwnCaseTest {

  private static final String PAGE = "/stepped-back/number";
  private static final String DOCTOR = DemoUsers.idOf("doctor").value();

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired Conflicts conflicts;
  @Autowired ActingAs actingAs;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  @AfterEach
  void nobody_has_told_a_number() {
    transaction.executeWithoutResult(
        s ->
            jdbc.update(
                "delete from staff_identity where user_id in (?, ?)",
                DOCTOR,
                DemoUsers.idOf("unit-lead").value()));
  }

  @Test
  @Requirement("E14")
  void a_case_that_is_opened_on_one_of_the_staff_is_shut_for_them_and_their_leader_is_told() {
    String number = newNumber();
    tell(number);

    CaseNo caseNo = journeys.referred(journeys.referral().with("nationalId", number));

    WebUser doctor = WebUser.signedIn(port, "doctor");
    assertThat(doctor.get("/cases/" + caseNo + "/overview").statusCode()).isEqualTo(403);
    assertThat(doctor.get("/cases/" + caseNo + "/conflict").statusCode()).isEqualTo(403);
    assertThat(doctor.get("/stepped-back/mine").body()).doesNotContain(caseNo.value());
    doctor.get("/tasks");
    assertThat(
            doctor
                .post("/cases/" + caseNo + "/conflict/" + DOCTOR, Map.of("reason", "Mi"))
                .statusCode())
        .as("the own case is not opened by oneself")
        .isEqualTo(403);
    assertThat(facts.owed("unit-lead", caseNo))
        .containsExactly("A colleague cannot see this case: see to who works on it");
    assertThat(facts.words(caseNo, "casefile.shut-for-one/1")).containsExactly(DOCTOR);
    actingAs.user(
        "unit-lead", () -> assertThat(conflicts.has(caseNo, DemoUsers.idOf("doctor"))).isTrue());
    CaseNo other = journeys.referred();
    assertThat(facts.types(other)).doesNotContain("casefile.shut-for-one/1");
  }

  @Test
  @Requirement("E14")
  void a_leader_who_is_the_patient_is_not_told_of_the_own_case_but_the_signers_are() {
    String number = newNumber();
    tell("unit-lead", number);

    CaseNo caseNo = journeys.referred(journeys.referral().with("nationalId", number));

    assertThat(facts.owed("unit-lead", caseNo)).isEmpty();
    assertThat(facts.owed("signer", caseNo))
        .containsExactly("A colleague cannot see this case: see to who works on it");
  }

  @Test
  @Requirement("E14")
  void a_number_told_later_shuts_the_open_case_and_is_kept_nowhere_but_as_a_digest() {
    String number = newNumber();
    CaseNo caseNo = journeys.therapistAssigned(journeys.rightGranted());
    CaseNo own = journeys.referred(journeys.referral().with("nationalId", number));

    WebUser doctor = tell(number);

    assertThat(facts.types(own)).contains("casefile.shut-for-one/1");
    assertThat(facts.types(caseNo)).doesNotContain("casefile.shut-for-one/1");
    assertThat(doctor.get(PAGE).body()).contains("only a digest of it is kept");
    List<String> kept =
        jdbc.queryForList(
            "select identity_digest from staff_identity where user_id = ?", String.class, DOCTOR);
    assertThat(kept).singleElement().asString().hasSize(64).doesNotContain(number);
    assertThat(doctor.post(PAGE, Map.of("number", number)).statusCode())
        .as("the same again is no fault")
        .isEqualTo(302);
    var other = doctor.post(PAGE, Map.of("number", newNumber()));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("What you sent now is not kept");
    assertThat(
            jdbc.queryForList(
                "select identity_digest from staff_identity where user_id = ?",
                String.class,
                DOCTOR))
        .as("told once, it is not changed by oneself")
        .isEqualTo(kept);
  }

  @Test
  @Requirement("E14")
  void the_leader_opens_what_a_wrong_number_shut_and_the_right_one_can_be_told() {
    String wrong = newNumber();
    WebUser doctor = tell(wrong);
    CaseNo caseNo = journeys.referred(journeys.referral().with("nationalId", wrong));
    WebUser leader = WebUser.signedIn(port, "unit-lead");
    String page = "/cases/" + caseNo + "/conflict/" + DOCTOR;
    assertThat(leader.get("/cases/" + caseNo + "/overview").body())
        .contains("/cases/" + caseNo + "/conflict\"");
    assertThat(leader.get("/cases/" + caseNo + "/conflict").body()).contains(page);
    Map<String, String> form = new HashMap<>(WebUser.hidden(leader.get(page).body()));
    form.put("reason", "Eit siffer var feil");

    assertThat(leader.post(page, form).statusCode()).isEqualTo(302);

    actingAs.user(
        "unit-lead", () -> assertThat(conflicts.has(caseNo, DemoUsers.idOf("doctor"))).isFalse());
    assertThat(facts.types(journeys.referred(journeys.referral().with("nationalId", wrong))))
        .doesNotContain("casefile.shut-for-one/1");
    assertThat(doctor.get(PAGE).body()).contains("not told", "name=\"number\"");
  }

  @Test
  void a_number_that_does_not_hold_is_refused_at_its_field_and_nothing_is_kept() {
    WebUser doctor = WebUser.signedIn(port, "doctor");
    doctor.get(PAGE);

    var refused = doctor.post(PAGE, Map.of("number", "12345678901"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("The number does not hold", "href=\"#number\"");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from staff_identity where user_id = ?", Integer.class, DOCTOR))
        .isZero();
  }

  private String newNumber() {
    return (String) journeys.referral().value("nationalId");
  }

  private WebUser tell(String number) {
    return tell("doctor", number);
  }

  private WebUser tell(String who, String number) {
    WebUser user = WebUser.signedIn(port, who);
    user.get(PAGE);
    assertThat(user.post(PAGE, Map.of("number", number)).statusCode()).isEqualTo(302);
    return user;
  }
}
