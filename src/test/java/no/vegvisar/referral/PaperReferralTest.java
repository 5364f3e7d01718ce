package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.SamplePapers;
import no.vegvisar.VegvisarTest;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.PaperReferrals.TakenDown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Referrals that come in an envelope or by phone: taken down by intake, counted from the stamp. */
@VegvisarTest
class PaperReferralTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");
  private static final byte[] SCAN = SamplePapers.pdf("a scanned letter");

  @Autowired PaperReferrals paper;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired Documents documents;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired FormPages pages;
  @Autowired ActingAs actingAs;
  @Autowired ObjectMapper json;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement({"S12", "S27"})
  void channel_and_stamp_are_enough_and_the_case_begins_as_any_other() {
    CaseNo caseNo = received(stamped("phone", "2026-11-27T09:15"), null);

    assertThat(facts.types(caseNo))
        .contains("referral.received/1", "deadline.started/1", "referral.taken-down/1");
    assertThat(facts.clock("T01", caseNo).startedOn()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 12, 11));
    assertThat(journeys.openForms(caseNo)).containsExactly("register-referral");
    assertThat(patients.get(cases.get(caseNo).personId()).familyName())
        .isEqualTo("Ukjent\u00a0namn");
  }

  @Test
  @Requirement({"S27", "E1"})
  void a_letter_stamped_on_saturday_evening_in_easter_week_counts_from_that_day() {
    harness.at(Instant.parse("2027-03-30T06:30:00Z"));

    CaseNo caseNo = received(stamped("post", "2027-03-27T20:00"), null);

    assertThat(facts.clock("T01", caseNo).startedOn()).isEqualTo(LocalDate.of(2027, 3, 27));
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2027, 4, 12));
  }

  @Test
  void a_letter_that_is_on_its_ninth_working_day_already_is_warned_of_at_once_and_each_time_once() {
    harness.at(Instant.parse("2026-08-14T08:00:00Z"));

    CaseNo caseNo = received(stamped("post", "2026-08-03T10:00"), SCAN);
    harness.runDueJobs(caseNo);

    assertThat(facts.count(caseNo, "deadline.warned/1")).isEqualTo(2);
    assertThat(facts.types(caseNo)).doesNotContain("deadline.breached/1");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo(LocalDate.of(2026, 8, 17));

    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");
    assertThat(facts.count(caseNo, "deadline.breached/1")).isEqualTo(1);
    assertThat(facts.count(caseNo, "deadline.warned/1")).isEqualTo(2);
  }

  @Test
  @Requirement("S27")
  void what_stamp_envelope_and_digits_tell_is_not_asked_again_when_the_referral_is_registered() {
    CaseNo caseNo =
        received(
            stamped("post", "2026-11-26T11:40")
                .put("unit", "molde")
                .put("nationalId", "12345678901")
                .put("protectedAddress", "confidential"),
            null);

    assertThat(known(caseNo))
        .containsEntry("firstReceipt", "2026-11-26T11:40")
        .containsEntry("channel", "post")
        .containsEntry("unit", "molde")
        .containsEntry("identity", "failing")
        .containsEntry("protectedAddress", "confidential")
        .doesNotContainKeys("senderAuthority", "sameAsOpen");
    assertThat(facts.words(caseNo, "referral.taken-down/1"))
        .containsExactly("post 2026-11-26T10:40:00Z");
  }

  @Test
  void registering_it_with_the_same_stamp_leaves_the_clock_as_it_is() {
    CaseNo caseNo = received(stamped("post", "2026-11-26T11:40"), null);

    register(caseNo, "2026-11-26T11:40");

    assertThat(facts.types(caseNo)).doesNotContain("deadline.moved/1");
    assertThat(facts.clock("T01", caseNo).startedOn()).isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @Test
  void a_stamp_in_the_future_opens_nothing() {
    Outcome<TakenDown> outcome = takeDown(stamped("post", "2026-12-01T09:00"), null);

    assertThat(outcome.refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.field()).isEqualTo("firstReceipt"));
  }

  @Test
  void a_scan_of_a_wrong_kind_and_a_missing_channel_are_told_together_and_open_nothing() {
    Outcome<TakenDown> outcome =
        takeDown(
            json.createObjectNode().put("firstReceipt", "2026-11-30T08:00"),
            "GIF89a a moving picture".getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.refusals())
        .extracting(r -> r.field())
        .containsExactlyInAnyOrder("channel", "scan");
  }

  @Test
  @Requirement("S48")
  void a_scan_that_does_not_open_is_refused_at_its_field_and_opens_nothing() {
    Outcome<TakenDown> outcome =
        takeDown(
            stamped("post", "2026-11-30T08:00"),
            "%PDF-1.4 torn off".getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.field()).isEqualTo("scan");
              assertThat(r.key()).isEqualTo("document.refusal.damaged");
            });
  }

  @Test
  @Requirement("S41")
  void the_scan_is_a_paper_of_the_case_and_what_stands_in_it_is_not_asked_for() {
    CaseNo caseNo = received(stamped("post", "2026-11-30T08:00").put("referrerKind", "gp"), SCAN);

    assertThat(ReferralPapers.of(documents, caseNo))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.scan()).isTrue();
              assertThat(p.name()).matches("R26-\\d{7}-\\d\\.pdf");
            });
    register(caseNo, "2026-11-30T08:00");
    // how to reach the patient is no item of the letter that could be read off unread
    assertThat(facts.types(caseNo)).doesNotContain("referral.more-asked/1");
  }

  @Test
  void sent_twice_with_the_same_key_it_is_one_case_with_one_scan() {
    String key = UUID.randomUUID().toString();
    ObjectNode answers = stamped("post", "2026-11-30T08:00");

    TakenDown first = intake(key, answers.deepCopy(), SCAN).value();
    TakenDown again = intake(key, answers.deepCopy(), SCAN).value();

    assertThat(again).isEqualTo(first);
    assertThat(documents.ofCase(first.caseNo())).hasSize(1);
    assertThat(facts.count(first.caseNo(), "referral.taken-down/1")).isEqualTo(1);
  }

  @Test
  @Requirement({"S12", "S33"})
  void a_sender_without_a_user_is_asked_and_answered_by_post() {
    CaseNo caseNo =
        received(
            stamped("post", "2026-11-30T08:00")
                .put("patientName", "Lys Lauvskog")
                .put("senderName", "Klok Kråkefot")
                .put("senderBody", "Skogen legesenter")
                .put("senderAddress", "Skogvegen 3\n6015 Ålesund")
                .put("referrerKind", "gp"),
            null);
    register(caseNo, "2026-11-30T08:00");
    harness.settle(caseNo);

    journeys.told(journeys.signed(caseNo));

    assertThat(letters.ofCase(caseNo))
        .filteredOn(l -> l.to() == Letters.To.REFERRER)
        .extracting(Letters.Letter::template, Letters.Letter::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ask-sender-by-post", Letters.State.SENT),
            org.assertj.core.groups.Tuple.tuple("referrer-answer-health", Letters.State.SENT));
    assertThat(outbox.ofCase(caseNo)).extracting(Outbox.Row::transport).containsOnly("post");
  }

  @Test
  void nobody_but_intake_takes_referrals_down() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                actingAs.user(
                    "assessor",
                    () ->
                        paper.takeDown(
                            UUID.randomUUID().toString(),
                            stamped("post", "2026-11-30T08:00"),
                            null)))
        .isInstanceOf(NoAccessException.class);
  }

  private Map<String, Object> known(CaseNo caseNo) {
    return actingAs.user(
        "intake",
        () -> {
          FormHandler.Context context =
              pages.context(
                  "register-referral", journeys.task(caseNo, "register-referral"), caseNo);
          return context.prefill();
        });
  }

  private void register(CaseNo caseNo, String stamp) {
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Journeys.Answers()
            .with("firstReceipt", stamp)
            .with("channel", "post")
            .with("identity", "none")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "none"));
    if (!journeys.tasksOf(caseNo, "confirm-route").isEmpty()) {
      journeys.complete(
          caseNo,
          "confirm-route",
          "assessor",
          new Journeys.Answers().with("route", "assess").with("reason", "Høyrer til her"));
    }
  }

  private ObjectNode stamped(String channel, String stamp) {
    return json.createObjectNode()
        .put("channel", channel)
        .put("firstReceipt", LocalDateTime.parse(stamp).toString());
  }

  private CaseNo received(ObjectNode answers, byte[] scan) {
    return takeDown(answers, scan).value().caseNo();
  }

  private Outcome<TakenDown> takeDown(ObjectNode answers, byte[] scan) {
    return intake(UUID.randomUUID().toString(), answers, scan);
  }

  private Outcome<TakenDown> intake(String key, ObjectNode answers, byte[] scan) {
    return actingAs.user("intake", () -> paper.takeDown(key, answers, scan));
  }

  @Test
  @Requirement({"S27", "S117"})
  void on_monday_what_came_since_friday_is_listed_with_worry_first_and_then_by_age() {
    TakenDown old = takeDown(stamped("post", "2026-11-20T09:00"), null).value();
    TakenDown worry =
        takeDown(stamped("phone", "2026-11-30T08:30").put("riskConcern", "yes"), null).value();
    CaseNo web = journeys.referred();

    List<Incoming.Arrival> listed =
        actingAs.user("intake", () -> incoming.unregistered()).stream()
            .filter(a -> List.of(old.caseNo(), worry.caseNo(), web).contains(a.caseNo()))
            .toList();

    assertThat(listed)
        .extracting(Incoming.Arrival::caseNo)
        .containsExactly(worry.caseNo(), old.caseNo(), web);
    assertThat(listed)
        .extracting(Incoming.Arrival::channel)
        .containsExactly("phone", "post", "web");
    assertThat(incoming.lastClosing()).isEqualTo("2026-11-27T15:00:00Z");
    register(old.caseNo(), "2026-11-20T09:00");
    assertThat(actingAs.user("intake", () -> incoming.unregistered()))
        .extracting(Incoming.Arrival::caseNo)
        .doesNotContain(old.caseNo());
  }

  @Autowired Incoming incoming;
}
