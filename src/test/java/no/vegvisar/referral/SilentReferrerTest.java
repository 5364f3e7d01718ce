package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a referral lacks is asked for, and silence stops nothing: missing information asked for on
 * the third working day and never answered leaves the decision due on the tenth (pathway-facts
 * §10.2).
 */
@VegvisarTest
class SilentReferrerTest {

  private static final LocalDate TENTH_WORKING_DAY = LocalDate.of(2026, 12, 14);

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired Outbox outbox;
  @Autowired SilentReferrers silence;
  @Autowired ReferralRecords records;
  @Autowired SentReferrals sent;
  @Autowired ActingAs actingAs;
  @LocalServerPort int port;

  private CaseNo caseNo;

  @BeforeEach
  void received_on_a_monday_and_asked_for_more_on_the_third_working_day() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    caseNo = journeys.referred(journeys.referral().with("allergies", "unknown"));
    harness.at(Instant.parse("2026-12-03T09:00:00Z"));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", "2026-11-30T09:00")
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "none"));
    assertThat(facts.count(caseNo, "referral.more-asked/1")).isEqualTo(1);
  }

  @Test
  @Requirement({"S32", "S41", "S58", "E2"})
  void asked_on_the_third_working_day_and_never_answered_the_decision_is_due_on_the_tenth() {
    harness.at(Instant.parse("2026-12-07T09:00:00Z"));

    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(TENTH_WORKING_DAY);
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(assessorsPage())
        .contains("2 working days went waiting for the referrer, still waiting");

    journeys.told(journeys.signed(caseNo));
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
  }

  @Test
  @Requirement("S41")
  void a_silent_referrer_is_reminded_after_two_working_days_and_again_while_the_decision_waits() {
    harness.at(Instant.parse("2026-12-04T09:00:00Z"));
    assertThat(silence.remind(caseNo)).as("one working day").isFalse();

    harness.at(Instant.parse("2026-12-07T09:00:00Z"));
    assertThat(silence.remind(caseNo)).as("two working days, over a weekend").isTrue();
    assertThat(silence.remind(caseNo)).as("the same day again").isFalse();

    harness.at(Instant.parse("2026-12-09T09:00:00Z"));
    assertThat(silence.remind(caseNo)).as("two more").isTrue();
    assertThat(notices()).isEqualTo(3);
    assertThat(facts.count(caseNo, "referral.referrer-reminded/1")).isEqualTo(2);
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(TENTH_WORKING_DAY);
  }

  @Test
  @Requirement("S41")
  void who_has_answered_or_has_been_answered_is_not_reminded() {
    actingAs.user(
        "referrer",
        () ->
            sent.answer(
                records.ofCase(caseNo).reference(),
                new java.util.HashMap<>(
                    Map.of(
                        "allergies", "noneKnown",
                        "minorChildren", "no",
                        "patientContact", "900 00 000",
                        "somaticCauses", "yes"))));
    CaseNo decided = journeys.registered(journeys.referred());
    journeys.told(journeys.signed(decided));

    harness.at(Instant.parse("2026-12-10T09:00:00Z"));

    for (CaseNo quiet : List.of(caseNo, decided)) {
      assertThat(silence.remind(quiet)).isFalse();
    }
  }

  @Test
  void the_morning_round_reminds_on_working_days_only() {
    harness.at(Instant.parse("2026-12-12T07:05:00Z"));
    silence.remindAll();
    assertThat(facts.count(caseNo, "referral.referrer-reminded/1")).as("a Saturday").isZero();

    harness.at(Instant.parse("2026-12-11T07:05:00Z"));
    silence.remindAll();
    assertThat(facts.count(caseNo, "referral.referrer-reminded/1")).isEqualTo(1);
  }

  private long notices() {
    return outbox.ofCase(caseNo).stream().filter(r -> r.transport().equals("notice")).count();
  }

  private String assessorsPage() {
    String task = "/tasks/" + journeys.task(caseNo, "prepare-assessment").taskId();
    WebUser assessor = WebUser.signedIn(port, "assessor");
    assessor.get(task);
    assessor.post(task + "/claim", Map.of());
    return assessor.get(task).body();
  }
}
