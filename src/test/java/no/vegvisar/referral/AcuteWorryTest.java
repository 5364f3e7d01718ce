package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.MoreReferrers;
import no.vegvisar.organisation.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worry told in a referral is read the same day by a named person, else by the next; nothing closes
 * it but that person's word (T01b).
 */
@VegvisarTest
class AcuteWorryTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-27T21:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final UserId SIGNER = DemoUsers.idOf("signer");
  private static final UserId STAND_IN = DemoUsers.idOf("signer-2");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired TriageDuty duty;
  @Autowired WorryRound round;
  @Autowired WorryDesk desk;
  @Autowired QuestionDesk questions;
  @Autowired WorryPages pages;
  @Autowired ReferralRecords records;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Clock clock;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning_with_somebody_on_duty() {
    harness.at(MONDAY_MORNING);
    onDuty(SIGNER, STAND_IN);
  }

  @Test
  @Requirement({"S49", "S32"})
  void concern_for_overdose_or_suicide_lies_in_the_list_of_who_is_on_duty_today() {
    CaseNo caseNo = worried();

    assertThat(listOf(caseNo)).containsExactly("signer today");
    assertThat(facts.count(caseNo, "referral.worry-raised/1")).isEqualTo(1);
    assertThat(facts.clock("T01", caseNo).dueOn())
        .as("the ten days are what they were")
        .isEqualTo(LocalDate.of(2026, 12, 14));
  }

  @Test
  @Requirement({"S41", "S49"})
  void what_an_answer_adds_is_read_the_same_day_also_when_the_first_worry_has_been_seen_to() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys.referral().with("urgency", "worry").with("riskConcern", "unknown")));
    actingAs.user("signer", () -> desk.settle(caseNo, "Ringde pasienten"));
    assertThat(listOf(caseNo)).isEmpty();

    harness.at(MONDAY_MORNING.plus(Duration.ofHours(4)));
    Map<String, String> answer = new HashMap<>(Map.of("riskConcern", "yes"));
    String reference = records.ofCase(caseNo).reference();
    transactions.executeWithoutResult(
        s -> assertThat(questions.answer(reference, answer)).isEmpty());

    assertThat(listOf(caseNo)).containsExactly("signer today");
    assertThat(facts.count(caseNo, "referral.worry-raised/1")).isEqualTo(2);
    assertThat(facts.owed("assessor", caseNo))
        .contains("The referrer has answered what was asked: read it");
    round.go();
    actingAs.user("signer", () -> desk.settle(caseNo, "Ringde på nytt"));
    assertThat(listOf(caseNo)).isEmpty();
  }

  @ParameterizedTest(name = "{0} answers {1} = {2}, words «{3}»: {4}")
  @CsvSource({
    "gp,  riskConcern, yes,      ,            read today",
    "gp,  riskConcern, inLetter, ,            read today",
    "gp,  riskConcern, no,       ,            waits its turn",
    "gp,  riskConcern, unknown,  ,            waits its turn",
    "gp,  pregnant,    yes,      ,            read today",
    "gp,  pregnant,    no,       ,            waits its turn",
    "gp,  urgency,     worry,    ,            read today",
    "nav, urgency,     emergency, ,           read today",
    "nav, riskConcern, unknown,  Er redd han, read today",
    "nav, riskConcern, unknown,  ,            waits its turn"
  })
  @Requirement({"S49", "S52", "S20"})
  void what_makes_a_referral_read_today_and_nobody_without_competence_has_to_grade(
      String kind, String item, String answer, String words, String what) {
    Answers referral = journeys.referral().with("referrerKind", kind).with(item, answer);
    if (words != null) {
      referral.with("riskWords", words);
    }
    CaseNo caseNo =
        journeys.referredBy(kind.equals("nav") ? MoreReferrers.IN_NAV : "referrer", referral);

    assertThat(listOf(caseNo)).hasSize(what.equals("read today") ? 1 : 0);
  }

  @Test
  @Requirement("S49")
  void unread_for_an_hour_it_goes_to_the_stand_in_and_then_to_everybody_and_never_away() {
    CaseNo caseNo = worried();

    harness.at(Instant.parse("2026-11-30T08:59:00Z"));
    round.go();
    assertThat(listOf(caseNo)).containsExactly("signer today");

    harness.at(Instant.parse("2026-11-30T09:00:00Z"));
    round.go();
    round.go();
    assertThat(listOf(caseNo)).containsExactly("signer today", "signer-2 today");

    harness.at(Instant.parse("2026-11-30T10:00:00Z"));
    round.go();
    round.go();
    assertThat(listOf(caseNo)).containsExactly("signer today", "signer-2 today", "all today");
    assertThat(facts.words(caseNo, "referral.worry-passed-on/1"))
        .containsExactly("standIn", "everyone");

    harness.at(Instant.parse("2026-12-08T10:00:00Z"));
    round.go();
    assertThat(listOf(caseNo)).as("a week later").hasSize(3);
  }

  @Test
  @Requirement("S49")
  void who_reads_it_first_is_on_record_and_then_the_stand_in_is_left_in_peace() {
    CaseNo caseNo = worried();
    WebUser signer = WebUser.signedIn(port, "signer");

    assertThat(signer.get("/cases/" + caseNo + "/worry").body())
        .contains(
            "Concern for overdose, self-harm or suicide", "«Har snakka om å ta sitt eige liv»");

    harness.at(Instant.parse("2026-11-30T09:30:00Z"));
    round.go();
    assertThat(listOf(caseNo)).containsExactly("signer today");
    assertThat(facts.entry(caseNo, "referral.worry-opened/1").actor()).isEqualTo(SIGNER);
    assertThat(readers(caseNo)).contains(SIGNER.value());
  }

  @Test
  @Requirement("S49")
  void only_words_about_what_was_done_take_it_off_the_lists() {
    CaseNo caseNo = worried();
    WebUser signer = WebUser.signedIn(port, "signer");
    String page = "/cases/" + caseNo + "/worry";
    signer.get(page);

    assertThat(signer.post(page, Map.of("done", "  ")).body()).contains("Write what has been done");
    assertThat(listOf(caseNo)).hasSize(1);

    assertThat(signer.post(page, Map.of("done", "Ringt, time i dag 13.00")).statusCode())
        .isEqualTo(302);
    signer.post(page, Map.of("done", "Ringt, time i dag 13.00"));
    assertThat(listOf(caseNo)).isEmpty();
    assertThat(facts.count(caseNo, "referral.worry-settled/1")).isEqualTo(1);

    harness.at(Instant.parse("2026-11-30T14:00:00Z"));
    round.go();
    assertThat(listOf(caseNo)).isEmpty();
    assertThat(signer.get(page).body())
        .contains("Ringt, time i dag 13.00")
        .doesNotContain("textarea");
  }

  @Test
  @Requirement("S49")
  void who_has_no_business_with_the_case_reads_no_worry_and_intake_settles_none() {
    CaseNo caseNo = worried();
    String page = "/cases/" + caseNo + "/worry";

    for (String other : List.of("therapist", "municipal-coordinator", "allocation")) {
      assertThat(WebUser.signedIn(port, other).get(page).statusCode()).as(other).isEqualTo(403);
    }
    WebUser intake = WebUser.signedIn(port, "intake");
    intake.get(page);
    assertThat(intake.post(page, Map.of("done", "Lagt bort")).body())
        .contains("Only those who can be on duty here");
    assertThat(listOf(caseNo)).hasSize(1);
    assertThat(facts.count(caseNo, "referral.worry-opened/1"))
        .as("a look by intake does not count as read")
        .isZero();
  }

  @Test
  @Requirement({"S40", "S49"})
  void on_friday_evening_the_sender_reads_that_it_is_read_on_monday_and_whom_to_call_now() {
    harness.at(FRIDAY_EVENING);
    WebUser referrer = WebUser.signedIn(port, "referrer");
    String address = referrer.get("/referrals/new").headers().firstValue("Location").orElseThrow();
    assertThat(referrer.get(address.replaceFirst("^https?://[^/]+", "")).body())
        .contains("closed now", "read there on Monday 30 November from 08.00", "call 113 now");

    CaseNo caseNo = worried();

    assertThat(listOf(caseNo))
        .as("due on the day it can be read")
        .containsExactly("signer 2026-11-30");
    String status = "/referrals/" + records.ofCase(caseNo).reference();
    assertThat(referrer.get(status).body())
        .contains("can be read at the assessment unit from 30.11.2026 08.00 and has not been read");
    harness.at(Instant.parse("2026-11-28T10:00:00Z"));
    round.go();
    assertThat(listOf(caseNo)).as("nobody is there to pass it to on a Saturday").hasSize(1);

    harness.at(Instant.parse("2026-11-30T07:10:00Z"));
    WebUser.signedIn(port, "signer").get("/cases/" + caseNo + "/worry");
    assertThat(referrer.get(status).body())
        .contains("A doctor at the assessment unit read it 30.11.2026 08.10");
  }

  @Test
  @Requirement("S49")
  void before_the_unit_closes_it_has_gone_to_everybody_and_a_holiday_is_no_day_to_read() {
    harness.at(Instant.parse("2026-11-30T14:50:00Z"));
    CaseNo late = worried();
    harness.at(Instant.parse("2026-11-30T15:00:00Z"));
    round.go();
    assertThat(listOf(late)).contains("all today");

    harness.at(Instant.parse("2026-12-24T17:00:00Z"));
    onDuty(SIGNER, STAND_IN);
    assertThat(listOf(worried())).containsExactly("signer 2026-12-28");
  }

  @Test
  @Requirement("S49")
  void with_the_first_gone_the_stand_in_has_it_and_with_nobody_all_who_can_be_on_duty() {
    onDuty(new UserId("u-long-gone"), STAND_IN);
    assertThat(listOf(worried())).containsExactly("signer-2 today");

    onDuty(new UserId("u-long-gone"), null);
    assertThat(listOf(worried())).containsExactly("all today");
  }

  @Test
  @Requirement({"S49", "S41"})
  void a_worry_that_is_answered_later_is_read_the_same_day_too() {
    CaseNo caseNo =
        journeys.registered(journeys.referred(journeys.referral().with("riskConcern", "unknown")));
    assertThat(listOf(caseNo)).isEmpty();
    WebUser referrer = WebUser.signedIn(port, "referrer");
    String status = "/referrals/" + records.ofCase(caseNo).reference();
    referrer.get(status);

    referrer.post(status + "/answers", Map.of("data", "{\"riskConcern\":\"yes\"}"));

    assertThat(listOf(caseNo)).containsExactly("signer today");
  }

  @Test
  @Requirement("S49")
  void the_unit_says_who_is_on_duty_and_others_do_not() {
    WebUser signer = WebUser.signedIn(port, "signer");
    signer.get("/referrals/duty");
    assertThat(
            signer
                .post(
                    "/referrals/duty",
                    Map.of(
                        "receiver",
                        STAND_IN.value(),
                        "standIn",
                        SIGNER.value(),
                        "from",
                        "2026-11-30"))
                .statusCode())
        .isEqualTo(302);
    assertThat(signer.get("/referrals/duty").body()).contains("Brei Vidde, Djup Fjord stands in");
    assertThat(
            signer
                .post(
                    "/referrals/duty",
                    Map.of(
                        "receiver",
                        SIGNER.value(),
                        "standIn",
                        SIGNER.value(),
                        "from",
                        "2026-11-30"))
                .body())
        .contains("The stand-in is somebody else");
    assertThat(WebUser.signedIn(port, "therapist").get("/referrals/duty").statusCode())
        .isEqualTo(403);
    assertThat(
            actingAs.user(
                "signer",
                () -> pages.setDuty(MONDAY, null, DemoUsers.idOf("intake").value(), null)))
        .extracting(Refusal::field)
        .containsExactly("receiver");
  }

  private CaseNo worried() {
    return journeys.referred(
        journeys
            .referral()
            .with("riskConcern", "yes")
            .with("riskWords", "Har snakka om å ta sitt eige liv"));
  }

  /** Set as it stands in the register, so that one may be on duty who has left since. */
  private void onDuty(UserId receiver, UserId standIn) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.update("delete from triage_duty");
          jdbc.update(
              "insert into triage_duty (id, unit, from_date, receiver, stand_in, set_by, set_at)"
                  + " values (gen_random_uuid(), 'vurdering', '2026-11-01', ?, ?, 'test', now() - interval '1 year')",
              receiver.value(),
              standIn == null ? null : standIn.value());
        });
  }

  /** In whose list it lies, and for which day. */
  private List<String> listOf(CaseNo caseNo) {
    return jdbc.query(
        "select assignee, (due at time zone 'Europe/Oslo')::date as day from work_item where case_no = ? and kind = 'acute-worry' order by created_at, id",
        (row, n) -> {
          String who = row.getString("assignee");
          String day = row.getString("day");
          return (who == null ? "all" : who.equals(SIGNER.value()) ? "signer" : "signer-2")
              + " "
              + (day.equals(OsloTime.dateOf(clock.instant()).toString()) ? "today" : day);
        },
        caseNo.value());
  }

  private List<String> readers(CaseNo caseNo) {
    return jdbc.queryForList(
        "select reader from read_log where case_no = ? and what = 'acute-worry'",
        String.class,
        caseNo.value());
  }
}
