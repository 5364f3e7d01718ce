package no.vegvisar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo is made through the real services, whole on any day, and only once. */
@VegvisarTest
class DemoWorldTest {

  private static final List<String> USERS =
      List.of(
          "referrer",
          "intake",
          "assessor",
          "signer",
          "signer-2",
          "unit-lead",
          "therapist",
          "therapist-2",
          "doctor",
          "addiction-consultant",
          "municipal-coordinator",
          "allocation",
          "nav-adviser",
          "process-editor",
          "process-approver",
          "auditor",
          "administrator",
          "operator");

  /** D01 to D16 of the demo. */
  private static final List<String> PERSONS =
      List.of(
          "14838411313",
          "27899124265",
          "09830773352",
          "19869541810",
          "08816807981",
          "30848618167",
          "23889826851",
          "11927233411",
          "05858940984",
          "17827615870",
          "29879322365",
          "06908135545",
          "21817009104",
          "12846245004",
          "03891161327",
          "25859037235");

  @Autowired DemoWorld world;
  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired Patients patients;
  @Autowired Clock clock;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void the_demo_is_whole_on_any_day_and_made_only_once() {
    assertThat(world.make()).isEqualTo(20);
    assertThat(world.make()).isZero();
    transaction.executeWithoutResult(
        status -> jdbc.update("delete from demo_marker where name = 'D01'"));
    assertThat(world.make()).as("a part that was cut off is not made beside itself").isZero();

    for (String id : PERSONS) {
      Patients.Person person = patients.find("hmr", id).orElseThrow();
      CaseSummary file = cases.ofPerson(person.id()).get(0);
      assertThat(ledger.verify(file.caseNo()).whole()).as("chain of %s", file.caseNo()).isTrue();
    }
    assertThat(formOf("23889826851")).as("D07").isEqualTo("refer-lar");
    assertThat(formOf("17827615870")).as("D10").isEqualTo("refer-next-of-kin");
    assertThat(doubles("Helfo", "complaint has come", "Own review of a refusal"))
        .as("house work beside a task of the case that says the same")
        .isZero();
    LocalDate today = OsloTime.dateOf(clock.instant());
    assertThat(Period.between(LocalDate.of(2011, 9, 3), today).getYears())
        .as("the minor of the demo is under 18")
        .isLessThan(18);
    assertThat(Period.between(LocalDate.of(2007, 3, 9), today).getYears())
        .as("the young adult of the demo is under 23")
        .isLessThan(23);
    assertThat(
            jdbc.queryForList(
                "select kind from work_item where kind in ('uncertain', 'model-approval', 'model-returned')",
                String.class))
        .as("work of the house with something real behind it")
        .contains("uncertain", "model-approval", "model-returned");
    for (String user : USERS) {
      String id = DemoUsers.idOf(user).value();
      Integer overdue =
          jdbc.queryForObject(
              "select count(*) from work_item where (assignee = ? or assignee is null and role = ?) and due < now()",
              Integer.class,
              id,
              user);
      Integer ahead =
          jdbc.queryForObject(
              "select count(*) from work_item where (assignee = ? or assignee is null and role = ?) and due > now() + interval '1 day'",
              Integer.class,
              id,
              user);
      assertThat(overdue).as("something overdue for %s", user).isPositive();
      assertThat(ahead).as("something later for %s", user).isPositive();
    }
  }

  private String formOf(String nationalId) {
    Patients.Person person = patients.find("hmr", nationalId).orElseThrow();
    return jdbc.queryForObject(
        """
        select s.form_id from referral r join form_submission s on s.id = r.submission_id
        where r.person_id = ?
        """,
        String.class,
        person.id());
  }

  private int doubles(String... words) {
    int found = 0;
    for (String word : words) {
      found +=
          jdbc.queryForObject(
              "select count(*) from work_item where kind = 'demo' and title_en like '%' || ? || '%'",
              Integer.class, word);
    }
    return found;
  }
}
