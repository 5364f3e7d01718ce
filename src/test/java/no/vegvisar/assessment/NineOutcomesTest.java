package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.SyntheticIds;
import no.vegvisar.VegvisarTest;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The nine ways a referral may come out (pathway-facts §3.2): each is on record, stops the clock
 * with its cause, and is told to whom it concerns, by a letter or a notice of its own.
 */
@VegvisarTest
class NineOutcomesTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  /** A way, and what it leaves: letters, fact in the ledger, cause on the clock, why it closed. */
  enum Way {
    GRANTED(
        NineOutcomesTest::granted,
        "decision-granted",
        "referrer-answer-health",
        "assessment.signed/1",
        "patient-told",
        null),
    REFUSED(
        t -> t.decided(new Answers().with("outcome", "refused").with("elsewhere", "Fastlegen")),
        "decision-refused",
        "referrer-answer-health",
        "assessment.signed/1",
        "patient-told",
        "refused"),
    FORWARDED(
        NineOutcomesTest::forwarded,
        "referral-forwarded",
        null,
        "referral.forwarded/1",
        "forwarded",
        "forwarded"),
    EMERGENCY(
        NineOutcomesTest::emergency,
        "decision-granted",
        "referrer-answer-health",
        "referral.emergency-assessed/1",
        "patient-told",
        null),
    ADVICE(
        t -> t.decided(new Answers().with("outcome", "adviceOnly").with("advice", "Prøv AUDIT")),
        "decision-advice",
        "referrer-answer-health",
        "assessment.signed/1",
        "patient-told",
        "refused"),
    WITHDRAWN(
        NineOutcomesTest::withdrawn,
        "assessment-withdrawn",
        "referrer-answer-health",
        "casefile.patient-withdrew/1",
        "withdrew",
        null),
    DIED(NineOutcomesTest::died, null, null, "casefile.patient-died/1", "died", null),
    DUPLICATE(
        NineOutcomesTest::duplicate, null, null, "referral.joined/1", "duplicate", "duplicate"),
    ELSEWHERE(
        t -> t.decided(new Answers().with("outcome", "otherPlace").with("toPlace", "Helse Førde")),
        "decision-other-place",
        "referrer-answer-health",
        "assessment.signed/1",
        "patient-told",
        "otherPlace");

    final Function<NineOutcomesTest, CaseNo> walk;
    final String toPatient;
    final String toReferrer;
    final String fact;
    final String stopCause;
    final String closed;

    Way(
        Function<NineOutcomesTest, CaseNo> walk,
        String toPatient,
        String toReferrer,
        String fact,
        String stopCause,
        String closed) {
      this.walk = walk;
      this.toPatient = toPatient;
      this.toReferrer = toReferrer;
      this.fact = fact;
      this.stopCause = stopCause;
      this.closed = closed;
    }
  }

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired DeadlineClocks clocks;
  @Autowired CaseFiles cases;
  @Autowired CareEndings endings;
  @Autowired ActingAs actingAs;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @ParameterizedTest
  @EnumSource
  @Requirement({"S33", "S34", "S36", "S37"})
  void each_outcome_is_on_record_stops_the_clock_with_its_cause_and_is_told(Way way) {
    CaseNo caseNo = way.walk.apply(this);
    harness.settle(caseNo);

    assertThat(facts.types(caseNo)).contains(way.fact);
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo(way.stopCause);
    assertThat(cases.get(caseNo).closeReason()).isEqualTo(way.closed);
    assertThat(sent(caseNo, To.PATIENT)).isEqualTo(listOf(way.toPatient));
    assertThat(sent(caseNo, To.REFERRER)).isEqualTo(listOf(way.toReferrer));
    boolean decision = "assessment.signed/1".equals(way.fact) || way == Way.EMERGENCY;
    assertThat(clocks.find("T04", caseNo.value()).isPresent()).isEqualTo(decision);
    assertThat(clocks.find("T02", caseNo.value()).isPresent())
        .isEqualTo(way == Way.GRANTED || way == Way.EMERGENCY);
    if (way == Way.DIED) {
      assertThat(letters.ofCase(caseNo)).isEmpty();
    }
    if (way == Way.ELSEWHERE) {
      assertThat(facts.words(caseNo, "referral.forwarded/1")).hasSize(1);
      assertThat(outbox.ofCase(caseNo))
          .as("the letter promises that the referral goes there")
          .filteredOn(row -> row.transport().equals("post") && row.subjectId().startsWith("R"))
          .hasSize(1);
    }
    if (way == Way.FORWARDED) {
      assertThat(outbox.ofCase(caseNo))
          .extracting(Outbox.Row::transport)
          .contains("post", "notice");
    }
  }

  private List<String> sent(CaseNo caseNo, To to) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == to && l.state() == Letters.State.SENT)
        .map(Letters.Letter::template)
        .toList();
  }

  private static List<String> listOf(String template) {
    return template == null ? List.of() : List.of(template);
  }

  private CaseNo granted() {
    return journeys.signed(journeys.registered(journeys.referred()));
  }

  private CaseNo decided(Answers outcome) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "assessor", outcome.with("reason", "Fordi"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    return caseNo;
  }

  private CaseNo forwarded() {
    CaseNo caseNo = journeys.referred();
    register(caseNo, "no", "otherTrust");
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers()
            .with("route", "forward")
            .with("forwardTo", "otherTrust")
            .with("reason", "Bur i eit anna føretak"));
    return caseNo;
  }

  /** Acute admission runs beside the assessment of the right and stops nothing. */
  private CaseNo emergency() {
    CaseNo caseNo = journeys.referred(journeys.referral().with("urgency", "emergency"));
    register(caseNo, "no", "aalesund");
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers()
            .with("route", "acute")
            .with("doctorPhoned", true)
            .with("takenIn", "yes")
            .with("emergencyAt", journeys.time(java.time.Duration.ofHours(-2)))
            .with("reason", "Vakthavande tek imot"));
    return journeys.signed(caseNo);
  }

  private CaseNo withdrawn() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    actingAs.user("intake", () -> endings.withdrew(caseNo, "Ringde og vil vente").value());
    return caseNo;
  }

  private CaseNo died() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    actingAs.user(
        "intake", () -> endings.died(caseNo, journeys.today(), "Fastlegen ringde").value());
    return caseNo;
  }

  private CaseNo duplicate() {
    String id = SyntheticIds.bornOn(java.time.LocalDate.of(2001, 3, 4));
    journeys.registered(journeys.referred(journeys.referral().with("nationalId", id)));
    CaseNo second = journeys.referred(journeys.referral().with("nationalId", id));
    register(second, "yes", "aalesund");
    journeys.complete(
        second,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Same person, same sak"));
    return second;
  }

  private void register(CaseNo caseNo, String sameAsOpen, String unit) {
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Answers()
            .with("firstReceipt", journeys.time(java.time.Duration.ZERO))
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", sameAsOpen)
            .with("unit", unit)
            .with("protectedAddress", "none"));
  }
}
