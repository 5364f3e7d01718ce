package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import no.vegvisar.ActingAs;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sent the second referral of a person follows it to its end and learns of no first one. */
@VegvisarTest
class JoinedReferralStatusTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final String ASSESSING = "Being assessed";
  private static final String HANDLED = "What you sent has been handled";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired ReferralRecords records;
  @Autowired JoinedReferrals joined;
  @Autowired ActingAs actingAs;
  @Autowired CareEndings endings;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S8")
  void a_joined_referral_reads_as_assessed_until_its_sender_is_answered() {
    String person = person();
    CaseNo first = journeys.registered(journeys.referred(of(person)));
    harness.at(MONDAY_MORNING.plus(Duration.ofHours(1)));
    CaseNo again = joined(of(person).with("referrerKind", "gp"));
    assertThat(page(again)).contains(ASSESSING).doesNotContain(HANDLED, first.value());

    journeys.told(journeys.signed(first));

    assertThat(page(again))
        .contains("Answered", "/referrals/" + reference(again) + "/letters/")
        .doesNotContain(ASSESSING, HANDLED, first.value(), reference(first));
  }

  @Test
  void a_death_is_not_told_by_the_status_which_ends_with_its_own_time() {
    String person = person();
    CaseNo first = journeys.registered(journeys.referred(of(person)));
    harness.at(MONDAY_MORNING.plus(Duration.ofHours(1)));
    CaseNo again = joined(of(person).with("referrerKind", "gp"));
    CaseNo receiptOnly = joined(of(person).with("referrerKind", "nav"));

    harness.at(MONDAY_MORNING.plus(Duration.ofDays(1)));
    actingAs.user("assessor", () -> endings.died(first, journeys.today(), "Pårørande ringde"));
    harness.settle(first);
    assertThat(page(again)).contains(ASSESSING).doesNotContain(HANDLED);

    harness.at(MONDAY_MORNING.plus(Duration.ofDays(15)));
    assertThat(page(again))
        .contains("Answered", HANDLED)
        .doesNotContain(ASSESSING, first.value(), reference(first), "Pårørande");
    assertThat(page(receiptOnly))
        .contains("We may only tell you that")
        .doesNotContain("by phone, can tell");
  }

  @Test
  void what_was_decided_before_it_came_shows_only_when_its_own_time_is_over() {
    String person = person();
    CaseNo first =
        journeys.told(journeys.signed(journeys.registered(journeys.referred(of(person)))));
    harness.at(MONDAY_MORNING.plus(Duration.ofHours(1)));
    CaseNo again = joined(of(person));

    assertThat(page(again)).contains(ASSESSING).doesNotContain(HANDLED, first.value());
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(14)));
    assertThat(page(again)).contains(ASSESSING);
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(15)));
    assertThat(page(again)).contains(HANDLED).doesNotContain(ASSESSING);
  }

  @Test
  void a_list_tells_of_each_referral_what_its_own_page_tells() {
    String person = person();
    CaseNo first = journeys.registered(journeys.referred(of(person)));
    harness.at(MONDAY_MORNING.plus(Duration.ofHours(1)));
    CaseNo again = joined(of(person).with("referrerKind", "gp"));
    CaseNo receiptOnly = joined(of(person).with("referrerKind", "nav"));
    journeys.told(journeys.signed(first));

    Map<CaseNo, SentStatus> list =
        joined.statusOf(Stream.of(first, again, receiptOnly).map(records::ofCase).toList());

    assertThat(list.get(first).key()).isEqualTo("referral.status.answered");
    assertThat(list.get(again).key()).isEqualTo("referral.status.answered");
    assertThat(list.get(receiptOnly).key()).isEqualTo("referral.status.handled");
    list.forEach(
        (caseNo, status) ->
            assertThat(joined.statusOf(records.ofCase(caseNo)))
                .as(caseNo.value())
                .isEqualTo(status));
  }

  private String person() {
    return journeys.referral().value("nationalId").toString();
  }

  private Answers of(String person) {
    return journeys.referral().with("nationalId", person);
  }

  private CaseNo joined(Answers referral) {
    CaseNo caseNo = journeys.referred(referral);
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("sameAsOpen", "unsure"));
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Same person"));
    return caseNo;
  }

  private String reference(CaseNo caseNo) {
    return records.ofCase(caseNo).reference();
  }

  private String page(CaseNo caseNo) {
    return WebUser.signedIn(port, "referrer").get("/referrals/" + reference(caseNo)).body();
  }
}
