package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;

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
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.DueView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A clock tells where its time went; the date stays (edge case 2). */
@VegvisarTest
class WhereTheTimeWentTest {

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired DeadlineWords words;
  @Autowired JdbcTemplate jdbc;
  @LocalServerPort int port;

  private CaseNo caseNo;

  @BeforeEach
  void on_the_third_working_day_the_referrer_is_asked_for_more() {
    harness.at(Instant.parse("2026-08-03T08:00:00Z"));
    caseNo = journeys.referred(journeys.referral().with("allergies", "unknown"));
    harness.at(Instant.parse("2026-08-06T08:00:00Z"));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", "2026-08-03T10:00")
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "none"));
    facts.entry(caseNo, "referral.more-asked/1");
  }

  @Test
  @Requirement({"S32", "S41", "E2"})
  void a_question_that_is_never_answered_moves_no_date_and_its_working_days_are_told() {
    assertThat(assessment().spent()).containsExactly("Waiting for the referrer since today");

    harness.at(Instant.parse("2026-08-11T08:00:00Z"));

    assertThat(assessment().spent())
        .containsExactly("3 working days went waiting for the referrer, still waiting");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.parse("2026-08-17"));
    assertThat(assessment().deadline().words()).isEqualTo("4 working days left");
    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");
    assertThat(facts.entry(caseNo, "deadline.breached/1").event())
        .extracting("causes")
        .isEqualTo(List.of("waiting-for-referrer"));
  }

  @Test
  void an_answer_ends_the_waiting_and_the_days_that_went_stay_on_record() {
    harness.at(Instant.parse("2026-08-10T08:00:00Z"));
    String reference =
        jdbc.queryForObject(
            "select reference from referral where case_no = ?", String.class, caseNo.value());
    WebUser gp = WebUser.signedIn(port, "referrer");
    var form = WebUser.hidden(gp.get("/referrals/" + reference).body());
    form.put(
        "data",
        "{\"allergies\":\"noneKnown\",\"somaticCauses\":\"no\",\"minorChildren\":\"no\",\"patientContact\":\"Ring etter arbeidstid\"}");
    assertThat(
            gp.post("/referrals/" + reference + "/answers", form).headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("?answered");
    assertThat(
            jdbc.queryForList(
                "select item from referral_question where answered_at is null and referral_id = (select id from referral where case_no = ?)",
                String.class,
                caseNo.value()))
        .isEmpty();
    harness.at(Instant.parse("2026-08-13T08:00:00Z"));

    assertThat(assessment().spent())
        .containsExactly("2 working days went waiting for the referrer");
    assertThat(facts.count(caseNo, "deadline.cause-over/1")).isOne();
  }

  @Test
  void who_prepares_reads_it_beside_the_form() {
    harness.at(Instant.parse("2026-08-10T08:00:00Z"));
    WebUser assessor = WebUser.signedIn(port, "assessor");
    String task = journeys.task(caseNo, "prepare-assessment").taskId();
    assessor.get("/tasks/" + task);
    assessor.post("/tasks/" + task + "/claim", Map.of());

    assertThat(assessor.get("/tasks/" + task).body())
        .contains("2 working days went waiting for the referrer, still waiting");
  }

  private DueView assessment() {
    return words.running(caseNo, Language.EN).stream()
        .filter(d -> d.deadline().law())
        .findFirst()
        .orElseThrow();
  }
}
