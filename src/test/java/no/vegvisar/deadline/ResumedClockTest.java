package no.vegvisar.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The decision letter came back: the patient is still to be told by the same date (decisions 1.1).
 */
@VegvisarTest
class ResumedClockTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2027-06-07T08:00:00Z");
  private static final LocalDate TENTH_WORKING_DAY = LocalDate.of(2027, 6, 21);

  @Autowired ResumedClocks round;
  @Autowired Letters letters;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S32", "S37"})
  void when_nobody_sees_to_what_came_back_the_date_is_warned_of_and_broken_once() {
    CaseNo granted = journeys.rightGranted();
    CaseNo refused = journeys.refused();
    comesBack(granted);
    comesBack(refused);
    assertThat(due(granted)).isEqualTo(TENTH_WORKING_DAY);
    assertThat(due(refused)).isEqualTo(TENTH_WORKING_DAY);

    at(Duration.ofDays(10));
    assertThat(facts.count(granted, "deadline.warned/1")).isEqualTo(2);
    assertThat(facts.count(granted, "deadline.breached/1")).isZero();
    at(Duration.ofDays(15));

    for (CaseNo each : List.of(granted, refused)) {
      assertThat(facts.count(each, "deadline.warned/1")).isEqualTo(2);
      assertThat(facts.count(each, "deadline.breached/1")).isEqualTo(1);
      assertThat(facts.owed("unit-lead", each)).anyMatch(t -> t.contains("Rights assessment"));
      transaction.executeWithoutResult(
          s -> letters.toldOtherwise(patientLetter(each), "phoned", clock.instant()));
      assertThat(facts.clock("T01", each).running()).isFalse();
      assertThat(facts.clock("T01", each).breachedAt()).isNotNull();
      assertThat(facts.clock("T04", each).running()).isTrue();
    }
  }

  @Test
  @Requirement("S37")
  void told_another_way_in_time_the_clock_was_kept_and_nothing_more_is_said() {
    CaseNo caseNo = journeys.refused();
    comesBack(caseNo);
    transaction.executeWithoutResult(
        s -> letters.toldOtherwise(patientLetter(caseNo), "handed-over", clock.instant()));

    at(Duration.ofDays(15));

    assertThat(facts.clock("T01", caseNo).breachedAt()).isNull();
    assertThat(facts.types(caseNo)).doesNotContain("deadline.warned/1", "deadline.breached/1");
  }

  private void comesBack(CaseNo caseNo) {
    transaction.executeWithoutResult(s -> letters.returned(patientLetter(caseNo)));
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(facts.clock("T04", caseNo).running()).isFalse();
  }

  private void at(Duration later) {
    harness.at(MONDAY_MORNING.plus(later));
    round.go();
    round.go();
  }

  private UUID patientLetter(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private LocalDate due(CaseNo caseNo) {
    return jdbc.queryForObject(
        "select (due at time zone 'Europe/Oslo')::date from work_item where case_no = ? and kind = 'letter-returned'",
        LocalDate.class,
        caseNo.value());
  }
}
