package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may refer is received, counted and answered; the right is granted or refused. */
@VegvisarTest
class EveryReferrerTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired DeadlineClocks clocks;
  @Autowired Letters letters;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "municipality",
        "nav",
        "childWelfare",
        "gp",
        "privateSpecialist",
        "specialistCare",
        "prisonDoctor",
        "institution",
        "occupationalHealth",
        "otherEntitled"
      })
  @Requirement({"S20", "S21", "S23", "S24", "S25", "S26"})
  void whoever_refers_the_ten_days_run_from_receipt_and_both_patient_and_sender_are_told(
      String referrer) {
    CaseNo caseNo = journeys.referred(journeys.referral().with("referrerKind", referrer));
    assertThat(t01(caseNo).running()).isTrue();
    assertThat(t01(caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));

    journeys.told(journeys.signed(journeys.registered(caseNo)));

    assertThat(t01(caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(letters.ofCase(caseNo))
        .extracting(Letters.Letter::to)
        .containsExactlyInAnyOrder(Letters.To.PATIENT, Letters.To.REFERRER);
  }

  @Test
  @Requirement("S1")
  void a_referral_on_paper_counts_from_the_day_it_came_and_not_from_its_registration() {
    CaseNo caseNo = journeys.referred();

    register(caseNo, Duration.ofDays(-3), "post", "none");

    assertThat(t01(caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 11));
  }

  @Test
  @Requirement({"S32", "S37"})
  void a_letter_held_back_past_the_tenth_day_has_told_nobody_and_the_deadline_is_broken() {
    CaseNo caseNo = journeys.referred();
    register(caseNo, Duration.ZERO, "web", "strictlyConfidential");

    journeys.signed(caseNo);
    harness.settle(caseNo);

    assertThat(journeys.openForms(caseNo)).containsExactly("tell-patient-another-way");
    assertThat(t01(caseNo).running()).isTrue();

    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");
    assertThat(t01(caseNo).breachedAt()).isNotNull();
    assertThat(t01(caseNo).running()).isTrue();

    journeys.told(caseNo);
    assertThat(t01(caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(t01(caseNo).breachedAt()).isNotNull();
  }

  @Test
  @Requirement("S33")
  void a_refused_right_is_told_to_patient_and_sender_and_leads_to_no_treatment() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        new Answers()
            .with("outcome", "refused")
            .with("reason", "Hjelpa som trengst, finst hos fastlegen")
            .with("elsewhere", "Samtalar hos fastlegen"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));

    journeys.told(caseNo);

    assertThat(journeys.openForms(caseNo)).doesNotContain("assign-therapist");
    assertThat(letters.ofCase(caseNo))
        .extracting(Letters.Letter::to)
        .containsExactlyInAnyOrder(Letters.To.PATIENT, Letters.To.REFERRER);
    assertThat(t01(caseNo).running()).isFalse();
    assertThat(clocks.find("T02", caseNo.value())).isEmpty();
  }

  private void register(CaseNo caseNo, Duration received, String channel, String address) {
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", journeys.time(received))
            .with("channel", channel)
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", address));
  }

  private DeadlineClock t01(CaseNo caseNo) {
    return clocks.find("T01", caseNo.value()).orElseThrow();
  }
}
