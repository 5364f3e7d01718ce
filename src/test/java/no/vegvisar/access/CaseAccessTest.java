package no.vegvisar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import no.vegvisar.ActingAs;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Numbers;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@VegvisarTest
class CaseAccessTest {

  @Autowired CaseAccess access;
  @Autowired Relations relations;
  @Autowired ReadLog readLog;
  @Autowired ReadLogSeal seal;
  @Autowired Numbers numbers;
  @Autowired ActingAs actingAs;
  @Autowired CurrentActor current;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired @FlywayDataSource DataSource ownerDataSource;

  private CaseNo caseNo;

  @BeforeEach
  void a_case_at_the_assessment_unit() {
    caseNo = numbers.drawCaseNo();
    relations.caseInUnit(caseNo, "hmr", "vurdering");
  }

  private AccessDecision decide(String userName, Thing thing) {
    return actingAs.user(userName, () -> access.decide(caseNo, thing));
  }

  @Test
  void a_task_opens_the_case_for_as_long_as_it_is_open() {
    // given a task for a therapist of another unit than the one the case lies in
    String task = "task-of-" + caseNo;
    relations.taskOpened(caseNo, task, Role.THERAPIST, "poliklinikk");

    // then its head shows until somebody claims it
    assertThat(decide("therapist", Thing.CASE_SUMMARY).content()).isFalse();
    assertThat(decide("therapist", Thing.CLINICAL_CONTENT).allowed()).isFalse();

    // when claimed
    relations.taskAssigned(task, DemoUsers.idOf("therapist"));
    relations.taskOpened(caseNo, task, Role.THERAPIST, "poliklinikk");

    // then the holder sees the content and nobody else anything
    assertThat(decide("therapist", Thing.CLINICAL_CONTENT).ground()).isEqualTo("open-task");
    assertThat(decide("therapist-2", Thing.CASE_SUMMARY).allowed()).isFalse();

    // when put back, and when closed
    relations.taskAssigned(task, null);
    assertThat(decide("therapist", Thing.CLINICAL_CONTENT).allowed()).isFalse();
    relations.taskClosed(task);
    assertThat(decide("therapist", Thing.CASE_SUMMARY).allowed()).isFalse();
  }

  @Test
  void the_unit_loses_sight_of_a_case_that_moves_on() {
    assertThat(decide("assessor", Thing.CLINICAL_CONTENT).ground()).isEqualTo("unit-role");

    relations.caseInUnit(caseNo, "hmr", "poliklinikk");
    relations.caseInUnit(caseNo, "hmr", "poliklinikk");

    assertThat(decide("assessor", Thing.CASE_SUMMARY).allowed()).isFalse();
    assertThat(decide("unit-lead", Thing.CASE_SUMMARY).allowed()).isTrue();
    assertThat(decide("unit-lead", Thing.CLINICAL_CONTENT).allowed()).isFalse();
  }

  @Test
  void a_member_of_the_team_who_leaves_loses_the_case() {
    relations.teamMember(caseNo, DemoUsers.idOf("therapist"), Role.THERAPIST);
    relations.teamMember(caseNo, DemoUsers.idOf("therapist"), Role.THERAPIST);
    assertThat(decide("therapist", Thing.NOTES).content()).isTrue();

    relations.teamMemberLeft(caseNo, DemoUsers.idOf("therapist"), Role.THERAPIST);

    assertThat(decide("therapist", Thing.NOTES).allowed()).isFalse();
  }

  @Test
  void the_municipality_sees_a_clinics_case_never_but_for_what_is_disclosed_while_it_is() {
    for (Thing thing : Thing.values()) {
      assertThat(decide("addiction-consultant", thing).allowed()).as(thing.name()).isFalse();
    }

    relations.disclosedTo(caseNo, "alesund", "psykisk-helse", "disclosure-of-" + caseNo);
    assertThat(decide("addiction-consultant", Thing.DISCLOSURE).ground()).isEqualTo("disclosure");
    assertThat(decide("addiction-consultant", Thing.CASE_SUMMARY).allowed()).isFalse();
    assertThat(decide("nav-adviser", Thing.DISCLOSURE).allowed()).isFalse();

    relations.disclosureEnded("disclosure-of-" + caseNo);
    assertThat(decide("addiction-consultant", Thing.DISCLOSURE).allowed()).isFalse();
  }

  @Test
  void a_list_of_cases_is_decided_as_each_of_them_alone() {
    CaseNo closed = numbers.drawCaseNo();
    CaseNo missing = numbers.drawCaseNo();
    relations.caseInUnit(closed, "hmr", "poliklinikk");

    var decisions =
        actingAs.user(
            "assessor",
            () -> access.decide(List.of(caseNo, closed, missing), Thing.CLINICAL_CONTENT));

    assertThat(decisions.keySet()).containsExactlyInAnyOrder(caseNo, closed, missing);
    assertThat(decisions.get(caseNo)).isEqualTo(decide("assessor", Thing.CLINICAL_CONTENT));
    assertThat(decisions.get(closed).allowed()).isFalse();
    assertThat(decisions.get(missing)).isEqualTo(decisions.get(closed));
    assertThat(actingAs.user("assessor", () -> access.decide(List.of(), Thing.LETTER))).isEmpty();
  }

  @Test
  void an_own_referral_opens_itself_until_it_ends() {
    relations.special(caseNo, DemoUsers.idOf("referrer"), "own-referral", "r-" + caseNo);
    assertThat(decide("referrer", Thing.REFERRAL).ground()).isEqualTo("own-referral");
    assertThat(decide("referrer", Thing.LETTER).allowed()).isFalse();

    relations.specialEnded("own-referral", "r-" + caseNo);
    assertThat(decide("referrer", Thing.REFERRAL).allowed()).isFalse();
  }

  @Test
  void the_auditor_follows_a_case_that_has_left_all_units_and_the_operator_none() {
    relations.caseLeftUnits(caseNo);

    assertThat(decide("auditor", Thing.HISTORY))
        .extracting("content", "purpose")
        .containsExactly(false, Purpose.AUDIT);
    assertThat(decide("auditor", Thing.READ_LOG).content()).isTrue();
    assertThat(decide("auditor", Thing.CLINICAL_CONTENT).allowed()).isFalse();
    assertThat(decide("operator", Thing.HISTORY).allowed()).isFalse();
    assertThat(decide("administrator", Thing.HISTORY).allowed()).isFalse();
  }

  @Test
  void an_opening_is_in_the_log_with_who_why_and_what() {
    actingAs.user("signer", () -> access.open(caseNo, Thing.CLINICAL_CONTENT, "assessment"));

    assertThat(readLog.of(caseNo))
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.reader()).isEqualTo(DemoUsers.idOf("signer"));
              assertThat(reading.unit()).isEqualTo("vurdering");
              assertThat(reading.role()).isEqualTo("signer");
              assertThat(reading.thing()).isEqualTo(Thing.CLINICAL_CONTENT);
              assertThat(reading.what()).isEqualTo("assessment");
              assertThat(reading.purpose()).isEqualTo(Purpose.TREAT);
              assertThat(reading.ground()).isEqualTo("unit-role");
            });
  }

  @Test
  void who_may_not_is_told_how_to_ask_and_leaves_no_reading() {
    assertThatThrownBy(
            () ->
                actingAs.user(
                    "therapist", () -> access.open(caseNo, Thing.CASE_SUMMARY, "overview")))
        .isInstanceOfSatisfying(
            NoAccessException.class,
            refused -> assertThat(refused.refusal().key()).isEqualTo("access.refusal.no-tie"))
        .hasMessageNotContaining(caseNo.value());

    assertThat(readLog.of(caseNo)).isEmpty();
  }

  @Test
  void a_case_that_is_not_there_is_refused_like_one_that_is() {
    CaseNo nowhere = numbers.drawCaseNo();

    Object missing = actingAs.user("therapist", () -> access.decide(nowhere, Thing.CASE_SUMMARY));

    assertThat(missing).isEqualTo(decide("therapist", Thing.CASE_SUMMARY));
  }

  @Test
  void no_log_row_no_page() {
    // given a database that takes no rows
    var readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);

    // when somebody who may opens the case, then the fault goes on to the page
    assertThatThrownBy(
            () ->
                readOnly.executeWithoutResult(
                    status ->
                        actingAs.user(
                            "signer",
                            () -> access.open(caseNo, Thing.CLINICAL_CONTENT, "assessment"))))
        .isInstanceOf(DataAccessException.class);
    assertThat(readLog.of(caseNo)).isEmpty();
  }

  @Test
  void the_application_cannot_change_the_log() {
    actingAs.user("signer", () -> access.open(caseNo, Thing.CLINICAL_CONTENT, "assessment"));

    for (String change :
        List.of(
            "update read_log set reader = 'u-another'",
            "delete from read_log",
            "truncate read_log")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void a_change_made_behind_the_applications_back_shows_in_the_seal() {
    // given a sealed opening; the fresh minute is made an old one, so that no other test adds to it
    JdbcClient owner = JdbcClient.create(ownerDataSource);
    actingAs.user("signer", () -> access.open(caseNo, Thing.CLINICAL_CONTENT, "assessment"));
    owner
        .sql(
            """
            update read_log set written_at = coalesce((select max(minute) from read_log_seal), now() - interval '9 days')
              + interval '1 minute' where case_no = :case
            """)
        .param("case", caseNo.value())
        .update();
    seal.sealBefore("now() - interval '1 day'");
    assertThat(readLog.checkSeals(caseNo)).isEqualTo(new ReadLog.SealReport(true, 1));

    // when somebody else is written in, and when the row is gone
    owner
        .sql("update read_log set reader = 'u-another' where case_no = :case")
        .param("case", caseNo.value())
        .update();
    assertThat(readLog.checkSeals(caseNo).whole()).isFalse();
    String who = DemoUsers.idOf("signer").value();
    owner
        .sql("update read_log set reader = :who where case_no = :case")
        .param("who", who)
        .param("case", caseNo.value())
        .update();
    assertThat(readLog.checkSeals(caseNo).whole()).isTrue();

    String minute = "(select written_at from read_log where case_no = '" + caseNo + "')";
    owner
        .sql(
            "update read_log set written_at = "
                + minute
                + " + interval '1 hour' where case_no = :case")
        .param("case", caseNo.value())
        .update();
    assertThat(readLog.checkSeals(numbers.drawCaseNo()).whole()).isFalse();

    // then it is whole again when all is put back
    owner
        .sql(
            "update read_log set written_at = "
                + minute
                + " - interval '1 hour' where case_no = :case")
        .param("case", caseNo.value())
        .update();
    assertThat(readLog.checkSeals(caseNo).whole()).isTrue();
  }

  @Test
  void outside_a_request_the_machine_acts_and_a_named_actor_goes_when_the_work_is_done() {
    assertThat(current.get()).isEqualTo(Actor.SYSTEM);

    actingAs.user(
        "therapist", () -> assertThat(current.get().id()).isEqualTo(DemoUsers.idOf("therapist")));

    assertThat(current.get()).isEqualTo(Actor.SYSTEM);
  }
}
