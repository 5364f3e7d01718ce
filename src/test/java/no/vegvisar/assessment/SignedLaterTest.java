package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What could stand when it was prepared is read again when it is signed days later. */
@VegvisarTest
class SignedLaterTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final Answers SIGNED = new Answers().with("signed", "signed");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S29", "S34"})
  void nobody_is_told_to_come_yesterday_and_the_signer_sets_another_time() {
    CaseNo caseNo =
        prepared(journeys.granted("outpatient").with("firstAppointment", "2026-12-01T10:00"));
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(2)));

    assertThat(refused(caseNo, SIGNED))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.key()).isEqualTo("assessment.refusal.appointment-past-meanwhile");
              assertThat(r.field()).isEqualTo("firstAppointment");
            });
    assertThat(facts.types(caseNo)).doesNotContain("assessment.signed/1");

    journeys.complete(
        caseNo,
        "sign-decision",
        "signer",
        new Answers().with("signed", "signed").with("firstAppointment", "2026-12-08T10:00"));
    assertThat(facts.types(caseNo)).contains("assessment.signed/1");
  }

  @Test
  @Requirement({"S29", "S34"})
  void a_binding_deadline_that_has_gone_by_is_sent_back_and_not_signed() {
    CaseNo caseNo = prepared(journeys.granted("outpatient").with("deadline", "2026-12-01"));
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(2)));

    assertThat(refused(caseNo, SIGNED))
        .extracting(Refusal::key)
        .containsExactly("assessment.refusal.deadline-past-meanwhile");

    journeys.complete(
        caseNo,
        "sign-decision",
        "signer",
        new Answers()
            .with("signed", "sentBack")
            .with("cause", "deadline")
            .with("causeWords", "Ny dato"));
    assertThat(journeys.openForms(caseNo)).contains("prepare-assessment");
  }

  private CaseNo prepared(Answers proposal) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "assessor", proposal);
    return caseNo;
  }

  private List<Refusal> refused(CaseNo caseNo, Answers answers) {
    return journeys.attempt(caseNo, "sign-decision", "signer", answers).refusals();
  }
}
